import type { Grammar } from './grammar';
import type { HabitVocabulary, VerbForms } from './lexicon';

/** What a word is to the habit that was asked about, as phrases know it. */
export type HabitWord = '(do)' | '(doing)' | '(did)' | '(done)' | '(thing)' | '(avoided)';

/**
 * The words by which people tell that they did this habit: its own, their forms, and what else they say for them. Its unit
 * is left alone: numbers are known by it.
 */
export function habitWords(
  title: readonly string[],
  unit: readonly string[],
  { habits, measures, numberWords }: Grammar,
): ReadonlyMap<string, HabitWord> {
  const content = title.filter(
    (word) => /\p{L}/u.test(word) && !habits.idle.has(word) && !Object.hasOwn(numberWords, word),
  );
  const avoided = content.length > 0 && habits.avoiding.has(content[0]!);
  const things = thingsIn(avoided ? content.slice(1) : content, habits);
  const words = new Map<string, HabitWord>();
  for (const thing of things) words.set(thing, avoided ? '(avoided)' : '(thing)');
  if (!avoided) for (const forms of verbsIn(content, habits)) addForms(words, forms);
  for (const word of [...habits.ambiguous, ...Object.keys(measures), ...unit, ...unit.map(habits.stem)])
    words.delete(word);
  return words;
}

/** The heard words, those of the habit as what they are to it. */
export function withHabit(words: readonly string[], known: ReadonlyMap<string, HabitWord>, grammar: Grammar): string[] {
  return words.map((word) => known.get(word) ?? known.get(grammar.habits.stem(word)) ?? word);
}

/** Whether the habit is to leave something alone, so that "I have not" is good news. */
export function isAvoiding(title: readonly string[], { habits }: Grammar): boolean {
  return habits.avoiding.has(title[0] ?? '');
}

/** A title may open with any verb: "Scoop the litter box"; one that is a noun after all has forms nobody says. */
function verbsIn(content: readonly string[], habits: HabitVocabulary): VerbForms[] {
  const { verbs, conjugate } = habits;
  const named = [...deedsIn(content, habits)].flatMap((base) => verbs.filter(([first]) => first === base).slice(0, 1));
  const opening = content[0];
  const isNew = opening !== undefined && !verbs.some((forms) => forms.includes(opening));
  return isNew ? [...named, conjugate(opening)] : named;
}

function thingsIn(content: readonly string[], { alsoCalled, stem }: HabitVocabulary): string[] {
  return content.flatMap((word) => [word, stem(word), ...(alsoCalled[stem(word)] ?? [])]);
}

function deedsIn(content: readonly string[], habits: HabitVocabulary): Set<string> {
  const { verbs, deedsWith, stem, synonyms } = habits;
  const named = content.flatMap((word) => [
    ...verbs.filter((forms) => forms.includes(word)).map(([base]) => base),
    ...(deedsWith[stem(word)] ?? []),
  ]);
  return new Set(named.flatMap((base) => [base, ...synonyms.filter((group) => group.includes(base)).flat()]));
}

/** A form that is the past as well as something else is taken for the past: "read", "put". */
function addForms(words: Map<string, HabitWord>, [base, past, participle, ing]: VerbForms): void {
  words.set(base, '(do)').set(ing, '(doing)');
  if (participle !== base) words.set(participle, '(done)');
  words.set(past, '(did)');
}

import type { BriefedHabit, Briefing } from '../conversation/briefing';
import { isAcceptable } from './acceptable';
import { chooser } from './choose';
import type { Choice, Language, PersonaWords } from './language';
import type { Script } from './script';
import { type SituationFacts, situationFor, spokenOf } from './situation';
import { LONGEST_NAME, LONGEST_TITLE, spoken } from './spoken';

/** Who speaks, on which day, and in which situation. */
export type Manner = Pick<Briefing, 'persona' | 'chance' | 'day' | 'rephrased' | 'keepsWords'> & SituationFacts;

/** The script of one call: a language's words for its persona and situation, chosen by its day and chance. */
export function compose(language: Language, manner: Manner): Script {
  const { personas, sentences, grammar } = language;
  const words = personas[manner.persona ?? 'warm'];
  const say = chooser(manner);
  return {
    ...sentences,
    greeting({ personName, habits }) {
      const name = spoken(personName ?? '', LONGEST_NAME);
      const hello = say(name ? words.hello.named : words.hello.nameless, 1).replace('{name}', () => name);
      const about = spokenOf(habits);
      const facts = { ...factsOf(about[0]), hello, habit: subject(about) };
      const [whoAndWhy, ...more] = greetingSaid(language, manner).split(SENTENCE_END);
      return [whoAndWhy!, ...(tellsMemory(about) ? [] : more)].map((sentence) => filled(sentence, facts));
    },
    writtenDown: manner.keepsWords === false ? sentences.onlyMeaningKept : say(words.writtenDown, 4),
    haveYouDoneIt: say(words.haveYouDoneIt, 5),
    praise(habit) {
      if (manner.habits.length > 1) return [filled(say(severalWords(words, habit), 6), factsOf(habit))];
      return [say(words.praise, 6), filled(say(rowWords(words, habit), 7), factsOf(habit))];
    },
    thanksForTelling: say(words.thanksForTelling, 8),
    skipped: say(words.skipped, 9),
    partNoted: say(words.partNoted, 10),
    goodbye: say(words.goodbye, 11),
  };

  function subject(habits: readonly BriefedHabit[]): string {
    const [habit, ...others] = habits;
    if (!habit) return grammar.namelessHabit;
    if (others.length > 0) return grammar.severalHabits(habits.length);
    const title = spoken(habit.title, LONGEST_TITLE);
    return title ? grammar.quoted(title) : grammar.namelessHabit;
  }

  function factsOf(habit: BriefedHabit | undefined): Record<string, string> {
    if (!habit) return {};
    const { streakIfDone, streakAtStake = 0, streakUnit = 'day', weeks } = habit;
    return {
      streak: grammar.streak(streakAtStake, streakUnit),
      newCount: grammar.counted(streakIfDone, streakUnit),
      ...(weeks && { lastWeek: String(weeks.last.done), weekBefore: String(weeks.before.done) }),
    };
  }
}

/** What the person said last time takes the place of what else the situation has to say: nobody listens to both. */
function tellsMemory([habit, ...others]: readonly BriefedHabit[]): boolean {
  return others.length === 0 && habit?.memory !== undefined;
}

/** The greeting of a call with its gaps, as it is written. */
export function greetingWritten({ personas }: Language, manner: Manner): string {
  const words = personas[manner.persona ?? 'warm'];
  const say = chooser(manner);
  const situation = situationFor(manner);
  const reasons = situation === 'monday' ? mondayWords(words, spokenOf(manner.habits)[0]!) : words.reasons[situation];
  return `${say(words.opening, 2)} ${say(reasons, 3)}`;
}

/** Every greeting there is in a language, with its gaps. */
export function greetingsWritten({ personas }: Language): string[] {
  return Object.values(personas).flatMap(({ opening, reasons: { monday, ...reasons } }) =>
    [...Object.values(reasons), ...Object.values(monday)]
      .flat()
      .flatMap((reason: string) => opening.map((words) => `${words} ${reason}`)),
  );
}

/** In other words where there are some for just this greeting, and they are fit to be said. */
function greetingSaid(language: Language, manner: Manner): string {
  const written = greetingWritten(language, manner);
  const { original, words } = manner.rephrased ?? { original: '', words: '' };
  return original === written && isAcceptable(words, written, language.checks) ? words : written;
}

/** Before anything is filled in: what a title holds divides no sentence. */
const SENTENCE_END = /(?<=[.!?]) /u;

/** In one pass: braces in what is filled in stay as they are. */
function filled(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => facts[name] ?? '');
}

function mondayWords({ reasons: { monday } }: PersonaWords, { weeks }: BriefedHabit): Choice {
  const more = weeks!.last.done - weeks!.before.done;
  if (more === 0) return monday.same;
  return more > 0 ? monday.more : monday.fewer;
}

function severalWords({ oneOfSeveralDone, oneOfSeveralGrows }: PersonaWords, { streakIfDone }: BriefedHabit): Choice {
  return streakIfDone > 1 ? oneOfSeveralGrows : oneOfSeveralDone;
}

function rowWords(words: PersonaWords, { streakIfDone, reachesMilestone, missedYesterday }: BriefedHabit): Choice {
  if (reachesMilestone) return words.milestoneReached;
  if (streakIfDone > 1) return words.rowGrows;
  return missedYesterday ? words.backAgain : words.rowBegins;
}

import { Classifier } from './classifier/classifier';
import type { Grammar, PhraseEntry } from './grammar';
import type { Lexicon } from './lexicon';
import { compile, matchEnd } from './patterns';
import type { PhraseSign } from './phrase';
import { isPause } from './tokens';

/** Compiles the phrases of a language; once for each language, as it takes a while. */
export function grammarOf(lexicon: Lexicon): Grammar {
  const { phrases, classes, interjections } = lexicon;
  const isEdge = (word: string | undefined) => isBoundary(word, lexicon) || interjections.has(word ?? '');
  const entries = phrases.flatMap(([kind, all]) =>
    all.map((phrase) => ({ kind, pattern: compile(phrase, isEdge, lexicon) })),
  );
  const known = [
    ...phrases.flatMap(([, all]) => all.flatMap((phrase) => phrase.split(/[ |?]+/))),
    ...Object.values(classes).flatMap((members) => [...members]),
  ];
  const { meanings, alarms } = lexicon.learnt;
  return {
    ...lexicon,
    book: byOpener(entries),
    known: new Set(known),
    meanings: new Classifier(meanings),
    alarms: new Classifier(alarms),
  };
}

/** Whether a word ends a thought. */
export function isBoundary(word: string | undefined, { conjunctions }: Pick<Lexicon, 'conjunctions'>): boolean {
  return isPause(word) || conjunctions.has(word ?? '');
}

/**
 * The phrase that takes most words from `at` on; of equally long ones the first in the book. What is told in the habit's
 * own words is no mere likelihood, however long.
 */
export function longestPhrase(
  words: readonly string[],
  at: number,
  { book }: Grammar,
  passedOver: ReadonlySet<PhraseSign>,
): { kind: PhraseSign; to: number } | null {
  const longest = new Map<PhraseSign, number>();
  for (const { kind, pattern } of book.get(words[at] ?? '') ?? []) {
    const to = passedOver.has(kind) ? at : matchEnd(pattern, words, at);
    if (to > (longest.get(kind) ?? at)) longest.set(kind, to);
  }
  if (longest.has('deed')) longest.delete('likely-done');
  return [...longest].reduce<{ kind: PhraseSign; to: number } | null>(
    (best, [kind, to]) => (to > (best?.to ?? at) ? { kind, to } : best),
    null,
  );
}

/** Whether a phrase of this kind stands anywhere, and nothing denies it. */
export function saysAnywhere(kind: PhraseSign, words: readonly string[], { book, negators }: Grammar): boolean {
  return words.some(
    (word, at) =>
      !negators.has(words[at - 1] ?? '') &&
      book.get(word)?.some((entry) => entry.kind === kind && matchEnd(entry.pattern, words, at) > at),
  );
}

function byOpener(entries: readonly PhraseEntry[]): Map<string, PhraseEntry[]> {
  const book = new Map<string, PhraseEntry[]>();
  for (const entry of entries) {
    for (const opener of entry.pattern.openers) book.set(opener, [...(book.get(opener) ?? []), entry]);
  }
  return book;
}

import { CLASSES, CONJUNCTIONS, INTERJECTIONS } from './lexicon';
import { PHRASES, PhraseSign } from './lexicon/phrases';
import { compile, matchEnd, Pattern } from './patterns';
import { isPause } from './tokens';

interface Entry {
  kind: PhraseSign;
  pattern: Pattern;
}

/** Whether a word ends a thought. */
export function isBoundary(word: string | undefined): boolean {
  return isPause(word) || CONJUNCTIONS.has(word ?? '');
}

/** Every word some phrase knows. */
export const VOCABULARY: ReadonlySet<string> = new Set([
  ...PHRASES.flatMap(([, phrases]) => phrases.flatMap((phrase) => phrase.split(/[ |?]+/))),
  ...Object.values(CLASSES).flatMap((members) => [...members]),
]);

/** The phrases by the words they can begin with, in the order of the book. */
const BOOK: ReadonlyMap<string, readonly Entry[]> = byOpener(
  PHRASES.flatMap(([kind, phrases]) => phrases.map((phrase) => ({ kind, pattern: compile(phrase, isEdge) }))),
);

/** The phrase that takes most words from `at` on; of equally long ones the first in the book. */
export function longestPhrase(words: readonly string[], at: number): { kind: PhraseSign; to: number } | null {
  let longest: { kind: PhraseSign; to: number } | null = null;
  for (const { kind, pattern } of BOOK.get(words[at] ?? '') ?? []) {
    const to = matchEnd(pattern, words, at);
    if (to > (longest?.to ?? at)) longest = { kind, to };
  }
  return longest;
}

function isEdge(word: string | undefined): boolean {
  return isBoundary(word) || INTERJECTIONS.has(word ?? '');
}

function byOpener(entries: readonly Entry[]): Map<string, Entry[]> {
  const book = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const opener of entry.pattern.openers) book.set(opener, [...(book.get(opener) ?? []), entry]);
  }
  return book;
}

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
  return { ...lexicon, book: byOpener(entries), known: new Set(known) };
}

/** Whether a word ends a thought. */
export function isBoundary(word: string | undefined, { conjunctions }: Pick<Lexicon, 'conjunctions'>): boolean {
  return isPause(word) || conjunctions.has(word ?? '');
}

/** The phrase that takes most words from `at` on; of equally long ones the first in the book. */
export function longestPhrase(
  words: readonly string[],
  at: number,
  { book }: Grammar,
): { kind: PhraseSign; to: number } | null {
  let longest: { kind: PhraseSign; to: number } | null = null;
  for (const { kind, pattern } of book.get(words[at] ?? '') ?? []) {
    const to = matchEnd(pattern, words, at);
    if (to > (longest?.to ?? at)) longest = { kind, to };
  }
  return longest;
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

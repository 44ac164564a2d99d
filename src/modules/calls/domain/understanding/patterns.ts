import type { Vocabulary } from './lexicon';

/**
 * A phrase compiled for matching whole words. The language of a lexicon's phrases: `a|b` either word, `$name` a class of
 * the lexicon, `_` any word but a negation, `?` behind any of them: may be missing; `<` and `>` alone: the thought
 * begins or ends here.
 */
export interface Pattern {
  readonly elements: readonly Element[];
  /** The words it can begin with, so that a reader tries it nowhere else. */
  readonly openers: ReadonlySet<string>;
}

interface Element {
  readonly matches: (word: string | undefined) => boolean;
  /** The words it stands for; none for an anchor or an open slot. */
  readonly words: readonly string[];
  /** Anchors look at a neighbour and take no word. */
  readonly anchor?: 'begins' | 'ends';
  readonly optional: boolean;
}

/** Tells whether a word ends a thought: a pause, a conjunction or the end of what was said. */
export type Boundary = (word: string | undefined) => boolean;

/** What of a language phrases are compiled with. */
type Words = Pick<Vocabulary, 'classes' | 'negators'>;

export function compile(phrase: string, boundary: Boundary, vocabulary: Words): Pattern {
  const elements = phrase.split(' ').map((part) => element(part, boundary, vocabulary));
  return { elements, openers: openersOf(elements, phrase) };
}

/** Where the longest match that begins at `start` ends, or -1. */
export function matchEnd(pattern: Pattern, words: readonly string[], start: number): number {
  return longestFrom(pattern.elements, 0, words, start);
}

function longestFrom(elements: readonly Element[], index: number, words: readonly string[], at: number): number {
  const current = elements[index];
  if (!current) return at;
  const skipped = current.optional ? longestFrom(elements, index + 1, words, at) : -1;
  const seen = current.anchor === 'begins' ? words[at - 1] : words[at];
  if (!current.matches(seen)) return skipped;
  return Math.max(skipped, longestFrom(elements, index + 1, words, current.anchor ? at : at + 1));
}

function openersOf(elements: readonly Element[], phrase: string): ReadonlySet<string> {
  const spoken = elements.filter((each) => !each.anchor);
  const required = spoken.findIndex((each) => !each.optional);
  const opening = spoken.slice(0, required + 1);
  if (required < 0 || opening.some(({ words }) => words.length === 0)) {
    throw new Error(`A phrase begins with words of its own: ${phrase}`);
  }
  return new Set(opening.flatMap(({ words }) => words));
}

function element(part: string, boundary: Boundary, { classes, negators }: Words): Element {
  if (part === '<') return { matches: boundary, words: [], anchor: 'begins', optional: false };
  if (part === '>') return { matches: boundary, words: [], anchor: 'ends', optional: false };
  const optional = part.endsWith('?') && part.length > 1;
  const body = optional ? part.slice(0, -1) : part;
  if (body === '_') return { matches: (word) => !boundary(word) && !negators.has(word ?? ''), words: [], optional };
  const accepted = new Set(body.split('|').flatMap((name) => wordsOf(name, classes)));
  return { matches: (word) => accepted.has(word ?? ''), words: [...accepted], optional };
}

function wordsOf(name: string, classes: Words['classes']): string[] {
  if (!name.startsWith('$')) return [name];
  const members = classes[name.slice(1)];
  if (!members) throw new Error(`The lexicon has no class ${name}`);
  return [...members];
}

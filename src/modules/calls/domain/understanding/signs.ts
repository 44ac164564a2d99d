import { BEFORE_AMOUNT, OF, TIME_UNITS, TIME_WORDS } from './lexicon';
import { PhraseSign } from './lexicon/phrases';
import { readNumber } from './numbers';
import { isBoundary, longestPhrase } from './phrase-book';
import { readOneOf } from './phrase-reader';
import { readAgo, readTime, TimeSaid } from './times';

export type SignKind = PhraseSign | 'time' | 'quantity' | 'pause' | 'unknown';

/** A stretch of words that says one thing. */
export interface Sign {
  kind: SignKind;
  /** Index of its first word, and of the word behind its last. */
  from: number;
  to: number;
  time?: TimeSaid;
  quantity?: number;
  /** For `pause`: whether a question ends here. */
  question?: boolean;
}

export interface Reading {
  /** A number may be an answer, and a time may be said without "at" or "in". */
  numeric: boolean;
  bareTimes: boolean;
  /** The words of the habit's unit: "pages", "km". */
  unit: readonly string[];
}

/** Reads words from left to right; at each place the sign that takes most words wins. */
export function signsOf(words: readonly string[], reading: Reading): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < words.length; at = signs.at(-1)!.to) signs.push(signAt(words, at, reading));
  return signs;
}

function signAt(words: readonly string[], at: number, reading: Reading): Sign {
  const candidates = [quantityAt(words, at, reading), phraseAt(words, at), timeAt(words, at, reading)];
  const longest = candidates.reduce((best, sign) => (sign && (!best || sign.to > best.to) ? sign : best), null);
  return longest ?? boundaryAt(words, at);
}

function boundaryAt(words: readonly string[], at: number): Sign {
  const word = words[at];
  const kind = isBoundary(word) ? 'pause' : 'unknown';
  return { kind, from: at, to: at + 1, question: word === '?' };
}

function timeAt(words: readonly string[], at: number, { bareTimes }: Reading): Sign | null {
  const ago = readAgo(words, at);
  if (ago !== null) return { kind: 'harmless', from: at, to: ago };
  const time = readTime(words, at, { bare: bareTimes });
  return time && { kind: 'time', from: at, to: time.end, time: time.value };
}

function phraseAt(words: readonly string[], at: number): Sign | null {
  const phrase = longestPhrase(words, at);
  return phrase && { ...phrase, from: at };
}

/** A number, with what leads up to it and the habit's unit or a unit of time behind it. */
function quantityAt(words: readonly string[], at: number, { numeric, unit }: Reading): Sign | null {
  const start = readOneOf(BEFORE_AMOUNT, words, at)?.end ?? at;
  const number = numeric ? readNumber(words, start) : null;
  if (!number || isBareHalf(words, start, number.end)) return null;
  return { kind: 'quantity', from: at, to: behindUnit(words, number.end, unit), quantity: number.value };
}

/** "Half" alone is half of it, not half a page. */
function isBareHalf(words: readonly string[], start: number, end: number): boolean {
  return end === start + 1 && words[start] === TIME_WORDS.half;
}

function behindUnit(words: readonly string[], at: number, unit: readonly string[]): number {
  const start = words[at] === OF ? at + 1 : at;
  if (unit.length > 0 && unit.every((word, offset) => sameUnit(words[start + offset], word)))
    return start + unit.length;
  return TIME_UNITS[words[at] ?? ''] === undefined ? at : at + 1;
}

/** "Page" for "pages"; "kilometers" for "km" is left to the person's ear: a number alone is understood too. */
function sameUnit(heard: string | undefined, unit: string): boolean {
  const singular = (word: string) => (word.length > 2 ? word.replace(/s$/, '') : word);
  return heard !== undefined && singular(heard) === singular(unit);
}

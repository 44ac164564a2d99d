import { readAmount } from './amounts';
import type { Grammar } from './grammar';
import { readNumber, readSpokenNumber } from './numbers';
import { PhraseSign } from './phrase';
import { isBoundary, longestPhrase } from './phrase-book';
import { Read, readOneOf, readPhrase } from './phrase-reader';
import { readAgo, readBareSpan, readDuring, readTime, TimeSaid } from './times';

export type SignKind = PhraseSign | 'time' | 'quantity' | 'amount' | 'pause' | 'unknown';

/** A stretch of words that says one thing. */
export interface Sign {
  kind: SignKind;
  /** Index of its first word, and of the word behind its last. */
  from: number;
  to: number;
  time?: TimeSaid;
  quantity?: number;
  /** The number was said with the habit's unit. */
  ownUnit?: boolean;
  /** For `unknown`: whether it tells that something was done. */
  past?: boolean;
  /** For `pause`: whether a question ends here. */
  question?: boolean;
}

const REPLIES: ReadonlySet<PhraseSign> = new Set(['agreed', 'declined']);
const NOTHING: ReadonlySet<PhraseSign> = new Set();

export interface Expected {
  /** A number may be an answer, and a time may be said without "at" or "in". */
  numeric: boolean;
  bareTimes: boolean;
  /** A length of time with its unit may. */
  bareSpans?: boolean;
  /** Something was offered or read back, so that "right" and "no need" are answers. */
  replies: boolean;
  /** The words of the habit's unit: "pages", "km". */
  unit: readonly string[];
}

/** Reads words from left to right; at each place the sign that takes most words wins. */
export function signsOf(words: readonly string[], expected: Expected, grammar: Grammar): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < words.length; at = signs.at(-1)!.to) {
    signs.push(correctedTime(words, at, signs, grammar) ?? signAt(words, at, expected, grammar));
  }
  return signs;
}

const CORRECTING: ReadonlySet<SignKind> = new Set(['no', 'correction', 'pause', 'harmless']);

/** "In ten minutes, no wait, twenty", "at seven, make it eight": another time in the place of the last. */
function correctedTime(words: readonly string[], at: number, signs: readonly Sign[], grammar: Grammar): Sign | null {
  const last = signs.findLast(({ kind }) => kind === 'time');
  if (!last?.time) return null;
  const instead = readOneOf(grammar.timeWords.instead, words, at);
  const since = signs.slice(signs.indexOf(last) + 1);
  const isNamed = instead !== null;
  const isCorrected = since.some(({ kind }) => kind === 'no' || kind === 'correction');
  if (!isNamed && !(isCorrected && since.every(({ kind }) => CORRECTING.has(kind)))) return null;
  const start = instead?.end ?? at;
  const minutes = last.time.in === 'minutes' ? readNumber(words, start, grammar) : null;
  const time = readTime(words, start, { bare: true }, grammar);
  const isBare = minutes !== null && (time === null || time.end === minutes.end);
  if (isBare) return { kind: 'time', from: at, to: minutes.end, time: { in: 'minutes', minutes: minutes.value } };
  return time && { kind: 'time', from: at, to: time.end, time: time.value };
}

function signAt(words: readonly string[], at: number, expected: Expected, grammar: Grammar): Sign {
  const candidates = [
    quantityAt(words, at, expected, grammar) ?? amountAt(words, at, expected, grammar),
    phraseAt(words, at, expected, grammar),
    timeAt(words, at, expected, grammar),
  ];
  const said = candidates.filter((sign) => sign && sign.kind !== 'adjunct');
  const longest = said.reduce((best, sign) => (sign && (!best || isBetter(sign, best)) ? sign : best), null);
  return longest ?? candidates.find((sign) => sign !== null) ?? boundaryAt(words, at, grammar);
}

/** Of two as long, a time says more than words that change nothing. */
function isBetter(sign: Sign, best: Sign): boolean {
  return sign.to > best.to || (sign.to === best.to && best.kind === 'harmless' && sign.kind === 'time');
}

function boundaryAt(words: readonly string[], at: number, grammar: Grammar): Sign {
  const word = words[at];
  if (isBoundary(word, grammar)) return { kind: 'pause', from: at, to: at + 1, question: word === '?' };
  return { kind: 'unknown', from: at, to: at + 1, ...(word && isPast(word, grammar) && { past: true }) };
}

function isPast(word: string, { past, pasts, notPasts }: Grammar): boolean {
  return !notPasts.has(word) && (pasts.has(word) || past.test(word));
}

function timeAt(
  words: readonly string[],
  at: number,
  { bareTimes, bareSpans, numeric }: Expected,
  grammar: Grammar,
): Sign | null {
  const ago = readAgo(words, at, grammar);
  if (ago !== null) return { kind: 'harmless', from: at, to: ago };
  const during = readDuring(words, at, grammar);
  if (during !== null) return { kind: 'harmless', from: at, to: during };
  const time =
    readTime(words, at, { bare: bareTimes }, grammar) ??
    (bareSpans ? readBareSpan(words, at, grammar) : null) ??
    readSpelledClock(words, at, numeric, grammar);
  return time && { kind: 'time', from: at, to: time.end, time: time.value };
}

/** "Twenty to nine", "eight thirty": a time of the clock without "at", where no number was asked for. */
function readSpelledClock(
  words: readonly string[],
  at: number,
  numeric: boolean,
  grammar: Grammar,
): Read<TimeSaid> | null {
  const time = numeric ? null : readTime(words, at, { bare: true }, grammar);
  return time && time.value.in === 'days' && time.end - at > 1 && readNumber(words, at, grammar) ? time : null;
}

/** A phrase, and the number of a deed told with it: "I read ten pages". */
function phraseAt(words: readonly string[], at: number, expected: Expected, grammar: Grammar): Sign | null {
  const phrase = longestPhrase(words, at, grammar, expected.replies ? NOTHING : REPLIES);
  if (phrase?.kind !== 'deed') return phrase && { ...phrase, from: at };
  const inside = words.slice(at, phrase.to).map((_, offset) => quantityAt(words, at + offset, expected, grammar));
  const number = inside.find((sign) => sign !== null);
  return number ? { ...number, kind: 'deed', from: at, to: Math.max(phrase.to, number.to) } : { ...phrase, from: at };
}

/** A number, with what leads up to it and the habit's unit behind it. One of something else is none: "five sets". */
function quantityAt(words: readonly string[], at: number, { numeric, unit }: Expected, grammar: Grammar): Sign | null {
  if (!numeric) return null;
  const start = readOneOf(grammar.beforeAmount, words, at)?.end ?? at;
  const amount = readAmount(words, start, unit[0] ?? '', grammar);
  if (amount) {
    const to = behindWhole(words, amount.end, unit, grammar);
    return { kind: 'quantity', from: at, to, quantity: amount.value, ownUnit: true };
  }
  const number = readSpokenNumber(words, start, isMoney(unit, grammar), grammar);
  if (!number) return null;
  if (isBareHalf(words, start, number.end, grammar)) return halfUnit(words, at, number.end, unit, grammar);
  const many = withThousands(words, number, unit, grammar);
  const to = behindUnit(words, many.end, unit, grammar);
  const ownUnit = to > many.end;
  const part = ownUnit && words[to] === grammar.and ? readPhrase(grammar.fractions, words, to + 1) : null;
  if (part) return { kind: 'quantity', from: at, to: part.end, quantity: many.value + part.value, ownUnit };
  if (!ownUnit && unit.length > 0 && isOtherUnit(words[many.end], grammar))
    return { kind: 'unknown', from: at, to: many.end + 1 };
  return {
    kind: 'quantity',
    from: at,
    to: behindWhole(words, ownUnit ? to : behindObject(words, to, grammar), unit, grammar),
    quantity: many.value,
    ...(ownUnit && { ownUnit }),
  };
}

/** "Two books", where no number was asked for; a length of time only beside what it was spent on. */
function amountAt(
  words: readonly string[],
  at: number,
  { numeric, bareTimes }: Expected,
  grammar: Grammar,
): Sign | null {
  const number = numeric || bareTimes ? null : readNumber(words, at, grammar);
  const noun = number ? (words[number.end] ?? '') : '';
  if (!number || !grammar.countNouns.has(noun)) return null;
  const isSpan = grammar.timeUnits[noun] !== undefined;
  if (isSpan && !grammar.spentOn.has(words[number.end + 1] ?? '')) return null;
  return { kind: 'amount', from: at, to: number.end + 1 };
}

function isMoney(unit: readonly string[], { measures, money }: Grammar): boolean {
  return money.has(measures[unit[0] ?? '']?.family ?? '');
}

/** "Six of the ten" is six. */
function behindWhole(words: readonly string[], at: number, unit: readonly string[], grammar: Grammar): number {
  const lead = readOneOf(grammar.ofWhole, words, at);
  const whole = lead && readNumber(words, lead.end, grammar);
  return whole ? behindUnit(words, whole.end, unit, grammar) : at;
}

/** "Five of them" */
function behindObject(words: readonly string[], at: number, { of, classes }: Grammar): number {
  return words[at] === of && classes.object?.has(words[at + 1] ?? '') ? at + 2 : at;
}

/** "11.5k" steps, "eight and a half thousand". */
function withThousands(
  words: readonly string[],
  number: Read<number>,
  unit: readonly string[],
  grammar: Grammar,
): Read<number> {
  const measured = grammar.measures[unit[0] ?? ''] !== undefined;
  const isThousand = words[number.end] === grammar.thousand || (words[number.end] === 'k' && !measured);
  return isThousand && number.value < 1000 ? { value: number.value * 1000, end: number.end + 1 } : number;
}

function isOtherUnit(word: string | undefined, { countNouns, measures }: Grammar): boolean {
  return word !== undefined && (countNouns.has(word) || Object.hasOwn(measures, word));
}

/** "Half a page" is half a page; "half" alone is half of it. */
function halfUnit(
  words: readonly string[],
  at: number,
  end: number,
  unit: readonly string[],
  grammar: Grammar,
): Sign | null {
  const start = grammar.articles.has(words[end] ?? '') ? end + 1 : end;
  const to = behindUnit(words, start, unit, grammar);
  return to > start && start > end ? { kind: 'quantity', from: at, to, quantity: 0.5, ownUnit: true } : null;
}

/** "Half" alone is half of it, not half a page. */
function isBareHalf(words: readonly string[], start: number, end: number, grammar: Grammar): boolean {
  const before = words[end - 2] ?? '';
  const isAlone = end === start + 1 || (end === start + 2 && grammar.about.has(before));
  return isAlone && words[end - 1] === grammar.timeWords.half;
}

function behindUnit(words: readonly string[], at: number, unit: readonly string[], grammar: Grammar): number {
  const start = words[at] === grammar.of ? at + 1 : at;
  if (unit.length > 0 && unit.every((word, offset) => sameUnit(words[start + offset], word)))
    return start + unit.length;
  return at;
}

/** "Page" for "pages"; "kilometers" for "km" is left to the person's ear: a number alone is understood too. */
function sameUnit(heard: string | undefined, unit: string): boolean {
  const singular = (word: string) => (word.length > 2 ? word.replace(/s$/, '') : word);
  return heard !== undefined && singular(heard) === singular(unit);
}

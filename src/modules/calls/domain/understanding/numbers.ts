import type { Grammar } from './grammar';
import { Read, readPhrase } from './phrase-reader';

/** A number in words or digits that begins at `start`: "twenty five", "2.5", "a dozen", "one and a half". */
export function readNumber(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  if (grammar.about.has(words[start] ?? '')) return readNumber(words, start + 1, grammar);
  const known = readPhrase(grammar.setAmounts, words, start) ?? readPhrase(grammar.fractions, words, start);
  if (known) return known;
  const whole = readWhole(words, start, grammar);
  return whole && withFraction(words, whole, grammar);
}

/** A number as people say it by itself: "one fifty" is 150, or 1.50 of a currency; "five zero" is 50. */
export function readSpokenNumber(
  words: readonly string[],
  start: number,
  isMoney: boolean,
  grammar: Grammar,
): Read<number> | null {
  const spelled = readDigits(words, start, grammar);
  if (spelled) return spelled;
  const first = readNumber(words, start, grammar);
  const rest =
    first && Number.isInteger(first.value) && first.value > 0 && first.value < 100
      ? belowHundred(words, first.end, grammar)
      : null;
  if (!first || !rest || rest.value < 10) return first;
  return { value: isMoney ? first.value + rest.value / 100 : first.value * 100 + rest.value, end: rest.end };
}

/** Two digits or more, one after the other. */
function readDigits(words: readonly string[], start: number, { numberWords }: Grammar): Read<number> | null {
  let end = start;
  while (isDigit(numberWords[words[end] ?? ''])) end += 1;
  if (end - start < 2) return null;
  const digits = words.slice(start, end).map((word) => numberWords[word]);
  return { value: Number(digits.join('')), end };
}

function isDigit(value: number | undefined): boolean {
  return value !== undefined && value < 10;
}

/** Thousands close a group; within one, hundreds and dozens multiply, tens and ones add. */
function readWhole(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const group = readGroup(words, start, grammar);
  if (!group || words[group.end] !== grammar.thousand) return group;
  const thousands = { value: group.value * 1000, end: group.end + 1 };
  const rest = readGroup(words, afterAnd(words, thousands.end, grammar), grammar);
  if (!rest || rest.value < 1 || rest.value >= 1000) return thousands;
  return { value: thousands.value + rest.value, end: rest.end };
}

function readGroup(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const opening = readOpening(words, start, grammar);
  if (!opening) return null;
  const multiplier = grammar.multipliers[words[opening.end] ?? ''];
  const value = opening.value * (multiplier ?? 1);
  const end = multiplier === undefined ? opening.end : opening.end + 1;
  const rest = value >= 100 && value % 100 === 0 ? belowHundred(words, afterAnd(words, end, grammar), grammar) : null;
  return rest ? { value: value + rest.value, end: rest.end } : { value, end };
}

/** Digits, words below a hundred, or the "a" of "a hundred". */
function readOpening(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const [first = '', second = ''] = words.slice(start, start + 2);
  const multiplied = second === grammar.thousand || grammar.multipliers[second] !== undefined;
  if (grammar.articles.has(first) && multiplied) return { value: 1, end: start + 1 };
  if (grammar.multipliers[first] !== undefined) return { value: 1, end: start };
  if (/^\d{1,9}(\.\d{1,9})?$/.test(first)) return { value: Number(first), end: start + 1 };
  const compound = grammar.compound(first);
  return compound === undefined ? belowHundred(words, start, grammar) : { value: compound, end: start + 1 };
}

function belowHundred(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const first = grammar.numberWords[words[start] ?? ''];
  if (first === undefined) return null;
  const ones = grammar.numberWords[words[start + 1] ?? ''];
  const follows = first >= 20 && ones !== undefined && ones > 0 && ones < 10;
  return follows ? { value: first + ones, end: start + 2 } : { value: first, end: start + 1 };
}

/** "Two point five" and "two and a half" leave the fraction behind the whole. */
function withFraction(words: readonly string[], whole: Read<number>, grammar: Grammar): Read<number> {
  const digit = grammar.numberWords[words[whole.end + 1] ?? ''] ?? Number(words[whole.end + 1]);
  if (grammar.point.has(words[whole.end] ?? '') && digit >= 0 && digit < 10) {
    return { value: whole.value + digit / 10, end: whole.end + 2 };
  }
  const fraction = words[whole.end] === grammar.and ? readPhrase(grammar.fractions, words, whole.end + 1) : null;
  return fraction ? { value: whole.value + fraction.value, end: fraction.end } : whole;
}

function afterAnd(words: readonly string[], at: number, grammar: Grammar): number {
  return words[at] === grammar.and ? at + 1 : at;
}

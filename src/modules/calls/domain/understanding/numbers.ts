import { ABOUT, AND, ARTICLES, FRACTIONS, MULTIPLIERS, NUMBER_WORDS, POINT, SET_AMOUNTS, THOUSAND } from './lexicon';
import { Read, readPhrase } from './phrase-reader';

/** A number in words or digits that begins at `start`: "twenty five", "2.5", "a dozen", "one and a half". */
export function readNumber(words: readonly string[], start: number): Read<number> | null {
  if (ABOUT.has(words[start] ?? '')) return readNumber(words, start + 1);
  const known = readPhrase(SET_AMOUNTS, words, start) ?? readPhrase(FRACTIONS, words, start);
  if (known) return known;
  const whole = readWhole(words, start);
  return whole && withFraction(words, whole);
}

/** Thousands close a group; within one, hundreds and dozens multiply, tens and ones add. */
function readWhole(words: readonly string[], start: number): Read<number> | null {
  const group = readGroup(words, start);
  if (!group || words[group.end] !== THOUSAND) return group;
  const thousands = { value: group.value * 1000, end: group.end + 1 };
  const rest = readGroup(words, afterAnd(words, thousands.end));
  if (!rest || rest.value < 1 || rest.value >= 1000) return thousands;
  return { value: thousands.value + rest.value, end: rest.end };
}

function readGroup(words: readonly string[], start: number): Read<number> | null {
  const opening = readOpening(words, start);
  if (!opening) return null;
  const multiplier = MULTIPLIERS[words[opening.end] ?? ''];
  const value = opening.value * (multiplier ?? 1);
  const end = multiplier === undefined ? opening.end : opening.end + 1;
  const rest = value >= 100 && value % 100 === 0 ? belowHundred(words, afterAnd(words, end)) : null;
  return rest ? { value: value + rest.value, end: rest.end } : { value, end };
}

/** Digits, words below a hundred, or the "a" of "a hundred". */
function readOpening(words: readonly string[], start: number): Read<number> | null {
  const [first = '', second = ''] = words.slice(start, start + 2);
  const multiplied = second === THOUSAND || MULTIPLIERS[second] !== undefined;
  if (ARTICLES.has(first) && multiplied) return { value: 1, end: start + 1 };
  if (/^\d{1,9}(\.\d{1,9})?$/.test(first)) return { value: Number(first), end: start + 1 };
  return belowHundred(words, start);
}

function belowHundred(words: readonly string[], start: number): Read<number> | null {
  const first = NUMBER_WORDS[words[start] ?? ''];
  if (first === undefined) return null;
  const ones = NUMBER_WORDS[words[start + 1] ?? ''];
  const follows = first >= 20 && ones !== undefined && ones > 0 && ones < 10;
  return follows ? { value: first + ones, end: start + 2 } : { value: first, end: start + 1 };
}

/** "Two point five" and "two and a half" leave the fraction behind the whole. */
function withFraction(words: readonly string[], whole: Read<number>): Read<number> {
  const digit = NUMBER_WORDS[words[whole.end + 1] ?? ''] ?? Number(words[whole.end + 1]);
  if (words[whole.end] === POINT && digit >= 0 && digit < 10) {
    return { value: whole.value + digit / 10, end: whole.end + 2 };
  }
  const fraction = words[whole.end] === AND ? readPhrase(FRACTIONS, words, whole.end + 1) : null;
  return fraction ? { value: whole.value + fraction.value, end: fraction.end } : whole;
}

function afterAnd(words: readonly string[], at: number): number {
  return words[at] === AND ? at + 1 : at;
}

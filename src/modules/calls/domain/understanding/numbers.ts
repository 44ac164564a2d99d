import { ABOUT, ARTICLES, MULTIPLIERS, NUMBER_WORDS, POINT, TIME_WORDS } from './lexicon';

/** Something read from words: what it says, and the index of the first word behind it. */
export interface Read<Value> {
  value: Value;
  end: number;
}

/** A number in words or digits that begins at `start`: "twenty five", "2.5", "a dozen", "one and a half", "about ten". */
export function readNumber(words: readonly string[], start: number): Read<number> | null {
  if (ABOUT.has(words[start] ?? '')) return readNumber(words, start + 1);
  const fraction = readFraction(words, start);
  if (fraction) return fraction;
  const whole = readWhole(words, start);
  return whole && withFraction(words, whole);
}

function readFraction(words: readonly string[], start: number): Read<number> | null {
  const first = ARTICLES.has(words[start] ?? '') ? start + 1 : start;
  if (words[first] === 'three' && words[first + 1] === 'quarters') return { value: 0.75, end: first + 2 };
  if (words[first] === TIME_WORDS.quarter && first > start) return { value: 0.25, end: first + 1 };
  if (words[first] !== TIME_WORDS.half) return null;
  const dozen = ARTICLES.has(words[first + 1] ?? '') && words[first + 2] === 'dozen';
  return dozen ? { value: 6, end: first + 3 } : { value: 0.5, end: first + 1 };
}

/** Thousands close a group; within one, hundreds and dozens multiply, tens and ones add. */
function readWhole(words: readonly string[], start: number): Read<number> | null {
  const opening = readGroup(words, start);
  if (!opening || words[opening.end] !== 'thousand') return opening;
  const thousands = { value: opening.value * 1000, end: opening.end + 1 };
  const rest = readGroup(words, words[thousands.end] === 'and' ? thousands.end + 1 : thousands.end);
  return rest && rest.value >= 1 && rest.value < 1000
    ? { value: thousands.value + rest.value, end: rest.end }
    : thousands;
}

function readGroup(words: readonly string[], start: number): Read<number> | null {
  const opening = readOpening(words, start);
  if (!opening) return null;
  const multiplier = MULTIPLIERS[words[opening.end] ?? ''] ?? 1000;
  const { value, end } = multiplier < 1000 ? { value: opening.value * multiplier, end: opening.end + 1 } : opening;
  const rest = value >= 100 && value % 100 === 0 ? belowHundred(words, words[end] === 'and' ? end + 1 : end) : null;
  return rest ? { value: value + rest.value, end: rest.end } : { value, end };
}

function readOpening(words: readonly string[], start: number): Read<number> | null {
  const first = words[start] ?? '';
  const multiplied = MULTIPLIERS[words[start + 1] ?? ''];
  if (ARTICLES.has(first) && multiplied !== undefined) return { value: multiplied, end: start + 2 };
  if (ARTICLES.has(first) && words[start + 1] === 'couple') {
    return { value: 2, end: words[start + 2] === 'of' ? start + 3 : start + 2 };
  }
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

/** "two point five", "two and a half", "an hour and a half" leave the fraction behind the whole. */
function withFraction(words: readonly string[], whole: Read<number>): Read<number> {
  const digit = NUMBER_WORDS[words[whole.end + 1] ?? ''] ?? Number(words[whole.end + 1]);
  if (words[whole.end] === POINT && digit >= 0 && digit < 10) {
    return { value: whole.value + digit / 10, end: whole.end + 2 };
  }
  const half = words[whole.end] === 'and' ? readFraction(words, whole.end + 1) : null;
  return half && half.value < 1 ? { value: whole.value + half.value, end: half.end } : whole;
}

import type { Grammar } from './grammar';
import type { Measure } from './lexicon';
import { readNumber } from './numbers';
import { Read, readPhrase } from './phrase-reader';

/**
 * An amount said in a unit that turns into the habit's own: "half an hour" is 30 for a habit in minutes, "two litres" 2000
 * for one in millilitres. Nothing where the unit is another kind of thing, or none was said.
 */
export function readAmount(
  words: readonly string[],
  start: number,
  unit: string,
  grammar: Grammar,
): Read<number> | null {
  const own = grammar.measures[unit];
  const first = own && readMeasured(words, start, own, grammar);
  if (!first) return null;
  const total = withRest(words, first, own, grammar);
  return { value: rounded(total.value / own.size), end: total.end };
}

interface Measured extends Read<number> {
  size: number;
}

/** In the smallest unit of the family. */
function readMeasured(words: readonly string[], start: number, own: Measure, grammar: Grammar): Measured | null {
  const amount = readNumber(words, start, grammar) ?? article(words, start, grammar);
  if (!amount) return null;
  const behind = grammar.beforeMeasure.has(words[amount.end] ?? '') ? amount.end + 1 : amount.end;
  const of = grammar.of === words[behind] ? skipArticle(words, behind + 1, grammar) : behind;
  const measure = grammar.measures[words[of] ?? ''];
  if (measure?.family !== own.family) return null;
  return { value: amount.value * measure.size, size: measure.size, end: of + 1 };
}

/** "An hour and ten minutes", "a litre and a half", "an hour ten". */
function withRest(words: readonly string[], first: Measured, own: Measure, grammar: Grammar): Read<number> {
  const at = words[first.end] === grammar.and ? first.end + 1 : first.end;
  const rest = readMeasured(words, at, own, grammar);
  if (rest && rest.size < first.size) return { value: first.value + rest.value, end: rest.end };
  const minutes = own.family === 'time' && first.size === 60 ? readNumber(words, at, grammar) : null;
  if (minutes && Number.isInteger(minutes.value) && minutes.value < 60 && first.size > 1)
    return { value: first.value + minutes.value, end: minutes.end };
  const hundredths =
    grammar.money.has(own.family) && first.size === own.size ? readNumber(words, first.end, grammar) : null;
  if (hundredths && hundredths.value < 100)
    return { value: first.value + (hundredths.value / 100) * own.size, end: hundredths.end };
  const part = at > first.end ? readPhrase(grammar.fractions, words, at) : null;
  return part ? { value: first.value + part.value * first.size, end: part.end } : first;
}

function article(words: readonly string[], start: number, { articles }: Grammar): Read<number> | null {
  return articles.has(words[start] ?? '') ? { value: 1, end: start + 1 } : null;
}

function skipArticle(words: readonly string[], at: number, { articles }: Grammar): number {
  return articles.has(words[at] ?? '') ? at + 1 : at;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

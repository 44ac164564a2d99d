import type { Grammar } from './grammar';
import { readNumber } from './numbers';
import { Read, readOneOf, readPhrase } from './phrase-reader';

/** `hours` lists every hour the words may stand for: "six" is 6 and 18. */
export interface ClockReading {
  hours: readonly number[];
  minute: number;
}

/** An hour and minute as said, before morning or evening is known; `vague` when it might be any number. */
interface Face {
  hour: number;
  minute: number;
  vague: boolean;
  /** Written so that it can be one time of day only: "06:30", "18:00". */
  exact?: boolean;
  /** No hour was said: "quarter past". */
  anyHour?: boolean;
}

/** A reading of the clock that begins at `start`: "at six", "half past six", "quarter to seven in the evening". */
export function readClock(
  words: readonly string[],
  start: number,
  bare: boolean,
  grammar: Grammar,
): Read<ClockReading> | null {
  const lead = readOneOf(
    [...grammar.timeWords.beforeClock, ...(bare ? grammar.timeWords.aroundClock : [])],
    words,
    start,
  );
  const face = readFace(words, lead?.end ?? start, grammar);
  if (!face) return null;
  const half = readPhrase(grammar.halvesOfDay, words, face.end);
  if (face.value.vague && !lead && !half && !bare) return null;
  const hours = hoursOf(face.value, half?.value ?? null);
  return hours && { value: { hours, minute: face.value.minute }, end: half?.end ?? face.end };
}

/** Both readings of an hour up to twelve, unless "pm" or a 24-hour spelling says which. */
function hoursOf({ hour, exact, anyHour }: Face, half: 'am' | 'pm' | null): number[] | null {
  if (anyHour) return Array.from({ length: 24 }, (_, each) => each);
  if (hour > 12 || hour === 0 || exact) return [hour];
  const morning = hour % 12;
  if (half === 'am') return [morning];
  if (half === 'pm') return [morning + 12];
  return [morning, morning + 12];
}

function readFace(words: readonly string[], start: number, grammar: Grammar): Read<Face> | null {
  return (
    readWritten(words, start) ??
    readNamed(words, start, grammar) ??
    readRelative(words, start, grammar) ??
    readPlain(words, start, grammar)
  );
}

function readWritten(words: readonly string[], start: number): Read<Face> | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(words[start] ?? '') ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const vague = words[start]?.includes('.') ?? false;
  const value = { hour: Number(hour), minute: Number(minute), vague, exact: hour.startsWith('0') };
  return { value, end: start + 1 };
}

function readNamed(words: readonly string[], start: number, grammar: Grammar): Read<Face> | null {
  const hour = grammar.namedClocks[words[start] ?? ''];
  return hour === undefined ? null : { value: { hour, minute: 0, vague: false, exact: true }, end: start + 1 };
}

/** Minutes before or after an hour: "half past six", "half six", "quarter to seven", "ten past six". */
function readRelative(words: readonly string[], start: number, grammar: Grammar): Read<Face> | null {
  const minutes = readMinutes(words, start, grammar);
  if (!minutes) return null;
  const behind = words[minutes.end] ?? '';
  const past = grammar.timeWords.past.has(behind);
  const isQuarter = words[minutes.end - 1] === grammar.timeWords.quarter;
  const to = grammar.timeWords.to.has(behind) || (isQuarter && behind === grammar.of);
  const halfSix = words[start] === grammar.timeWords.half && !past && !to;
  if (!past && !to && !halfSix) return null;
  const hour = readHour(words, halfSix ? minutes.end : minutes.end + 1, grammar);
  if (!hour) return halfSix ? null : withoutHour(minutes, to, minutes.end + 1);
  const end = words[hour.end] === grammar.timeWords.oclock ? hour.end + 1 : hour.end;
  const { value: minute, vague } = minutes;
  if (halfSix && grammar.timeWords.halfTo) return { value: { hour: hourBefore(hour.value), minute, vague }, end };
  if (!to) return { value: { hour: hour.value, minute, vague }, end };
  return { value: { hour: hourBefore(hour.value), minute: 60 - minute, vague }, end };
}

/** "Quarter past", of whatever hour comes next. */
function withoutHour({ value }: { value: number }, to: boolean, end: number): Read<Face> {
  return { value: { hour: 0, minute: to ? 60 - value : value, vague: true, anyHour: true }, end };
}

function hourBefore(hour: number): number {
  if (hour === 0) return 23;
  return hour === 1 ? 12 : hour - 1;
}

/** A half and a quarter are minutes for sure; "five to ten" might count something else. */
function readMinutes(
  words: readonly string[],
  start: number,
  grammar: Grammar,
): (Read<number> & { vague: boolean }) | null {
  const first = grammar.articles.has(words[start] ?? '') ? start + 1 : start;
  if (words[first] === grammar.timeWords.half) return { value: 30, end: first + 1, vague: false };
  if (words[first] === grammar.timeWords.quarter) return { value: 15, end: first + 1, vague: false };
  const number = readNumber(words, first, grammar);
  if (!number || !isBetween(number.value, 1, 59)) return null;
  const end = grammar.timeUnits[words[number.end] ?? ''] === 1 ? number.end + 1 : number.end;
  return { value: number.value, end, vague: true };
}

/** "Six", "six o'clock", "six thirty", "eighteen oh five". */
function readPlain(words: readonly string[], start: number, grammar: Grammar): Read<Face> | null {
  const hundreds = readNumber(words, start, grammar);
  if (hundreds && hundreds.value % 100 === 0 && isBetween(hundreds.value, 1000, 2300)) {
    const end = grammar.timeUnits[words[hundreds.end] ?? ''] === 60 ? hundreds.end + 1 : hundreds.end;
    return { value: { hour: hundreds.value / 100, minute: 0, vague: true, exact: true }, end };
  }
  const hour = readHour(words, start, grammar);
  if (!hour) return null;
  if (words[hour.end] === grammar.timeWords.oclock) return withMinutes(words, hour, grammar);
  const oh = grammar.timeWords.ohMinutes.has(words[hour.end] ?? '');
  const minute = readNumber(words, oh ? hour.end + 1 : hour.end, grammar);
  if (minute && isBetween(minute.value, oh ? 1 : 10, oh ? 9 : 59)) {
    return { value: { hour: hour.value, minute: minute.value, vague: true }, end: minute.end };
  }
  return followedByUnit(words, hour.end, grammar)
    ? null
    : { value: { hour: hour.value, minute: 0, vague: true }, end: hour.end };
}

/** "Sieben Uhr dreißig": the minutes stand behind the hour's own word. */
function withMinutes(words: readonly string[], hour: Read<number>, grammar: Grammar): Read<Face> {
  const minute = readNumber(words, hour.end + 1, grammar);
  const counts = minute && isBetween(minute.value, 1, 59) && !followedByUnit(words, minute.end, grammar);
  const face = { hour: hour.value, minute: counts ? minute.value : 0, vague: false };
  return { value: face, end: counts ? minute.end : hour.end + 1 };
}

function readHour(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const named = grammar.namedClocks[words[start] ?? ''];
  if (named !== undefined) return { value: named, end: start + 1 };
  const number = readNumber(words, start, grammar);
  return number && isBetween(number.value, 0, 23) ? number : null;
}

function followedByUnit(words: readonly string[], at: number, grammar: Grammar): boolean {
  return grammar.timeUnits[words[at] ?? ''] !== undefined;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

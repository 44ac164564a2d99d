import { ARTICLES, HALVES_OF_DAY, NAMED_CLOCKS, TIME_UNITS, TIME_WORDS } from './lexicon';
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
}

/** A reading of the clock that begins at `start`: "at six", "half past six", "quarter to seven in the evening". */
export function readClock(words: readonly string[], start: number, bare: boolean): Read<ClockReading> | null {
  const lead = readOneOf([...TIME_WORDS.beforeClock, ...(bare ? TIME_WORDS.aroundClock : [])], words, start);
  const face = readFace(words, lead?.end ?? start);
  if (!face) return null;
  const half = readPhrase(HALVES_OF_DAY, words, face.end);
  if (face.value.vague && !lead && !half && !bare) return null;
  const hours = hoursOf(face.value, half?.value ?? null);
  return hours && { value: { hours, minute: face.value.minute }, end: half?.end ?? face.end };
}

/** Both readings of an hour up to twelve, unless "pm" or a 24-hour spelling says which. */
function hoursOf({ hour, exact }: Face, half: 'am' | 'pm' | null): number[] | null {
  if (hour > 12 || hour === 0 || exact) return [hour];
  const morning = hour % 12;
  if (half === 'am') return [morning];
  if (half === 'pm') return [morning + 12];
  return [morning, morning + 12];
}

function readFace(words: readonly string[], start: number): Read<Face> | null {
  return readWritten(words, start) ?? readNamed(words, start) ?? readRelative(words, start) ?? readPlain(words, start);
}

function readWritten(words: readonly string[], start: number): Read<Face> | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(words[start] ?? '') ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const vague = words[start]?.includes('.') ?? false;
  const value = { hour: Number(hour), minute: Number(minute), vague, exact: hour.startsWith('0') };
  return { value, end: start + 1 };
}

function readNamed(words: readonly string[], start: number): Read<Face> | null {
  const hour = NAMED_CLOCKS[words[start] ?? ''];
  return hour === undefined ? null : { value: { hour, minute: 0, vague: false, exact: true }, end: start + 1 };
}

/** Minutes before or after an hour: "half past six", "half six", "quarter to seven", "ten past six". */
function readRelative(words: readonly string[], start: number): Read<Face> | null {
  const minutes = readMinutes(words, start);
  if (!minutes) return null;
  const behind = words[minutes.end] ?? '';
  const past = TIME_WORDS.past.has(behind);
  const to = TIME_WORDS.to.has(behind);
  const halfSix = words[start] === TIME_WORDS.half && !past && !to;
  if (!past && !to && !halfSix) return null;
  const hour = readHour(words, halfSix ? minutes.end : minutes.end + 1);
  if (!hour) return null;
  const end = words[hour.end] === TIME_WORDS.oclock ? hour.end + 1 : hour.end;
  const { value: minute, vague } = minutes;
  if (!to) return { value: { hour: hour.value, minute, vague }, end };
  return { value: { hour: hourBefore(hour.value), minute: 60 - minute, vague }, end };
}

function hourBefore(hour: number): number {
  if (hour === 0) return 23;
  return hour === 1 ? 12 : hour - 1;
}

/** A half and a quarter are minutes for sure; "five to ten" might count something else. */
function readMinutes(words: readonly string[], start: number): (Read<number> & { vague: boolean }) | null {
  const first = ARTICLES.has(words[start] ?? '') ? start + 1 : start;
  if (words[first] === TIME_WORDS.half) return { value: 30, end: first + 1, vague: false };
  if (words[first] === TIME_WORDS.quarter) return { value: 15, end: first + 1, vague: false };
  const number = readNumber(words, first);
  if (!number || !isBetween(number.value, 1, 59)) return null;
  const end = TIME_UNITS[words[number.end] ?? ''] === 1 ? number.end + 1 : number.end;
  return { value: number.value, end, vague: true };
}

/** "Six", "six o'clock", "six thirty", "eighteen oh five". */
function readPlain(words: readonly string[], start: number): Read<Face> | null {
  const hour = readHour(words, start);
  if (!hour) return null;
  if (words[hour.end] === TIME_WORDS.oclock) {
    return { value: { hour: hour.value, minute: 0, vague: false }, end: hour.end + 1 };
  }
  const oh = TIME_WORDS.ohMinutes.has(words[hour.end] ?? '');
  const minute = readNumber(words, oh ? hour.end + 1 : hour.end);
  if (minute && isBetween(minute.value, oh ? 1 : 10, oh ? 9 : 59)) {
    return { value: { hour: hour.value, minute: minute.value, vague: true }, end: minute.end };
  }
  return followedByUnit(words, hour.end)
    ? null
    : { value: { hour: hour.value, minute: 0, vague: true }, end: hour.end };
}

function readHour(words: readonly string[], start: number): Read<number> | null {
  const number = readNumber(words, start);
  return number && isBetween(number.value, 0, 23) ? number : null;
}

function followedByUnit(words: readonly string[], at: number): boolean {
  return TIME_UNITS[words[at] ?? ''] !== undefined;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

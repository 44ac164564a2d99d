import { DAY, MINUTE, plus } from '../../../../kernel/clock';
import { addDays, instantOf, TimeZone, wallTimeAt, weekdayOf } from '../../../../kernel/local-time';
import { ClockReading, readClock } from './clock-times';
import type { Grammar } from './grammar';
import { readNumber } from './numbers';
import { Read, readOneOf, readPhrase } from './phrase-reader';

/**
 * A moment as people name it: so many minutes from now, or a reading of the wall clock on a day from today on. `vague`
 * for a part of the day, which may as well be one gone by: "I did it this afternoon"; `until` for "by six".
 */
export type TimeSaid =
  | { in: 'minutes'; minutes: number }
  | { in: 'days'; days: number; weekday?: number; clock: ClockReading | null; vague?: boolean; until?: boolean };

/** How far ahead a callback is understood at all, so that no number of minutes leaves the calendar. */
const FURTHEST = 366 * DAY;

/** What `readTime` may take for a time. */
export interface TimeContext {
  /** A time was asked for, so "six" and "twenty minutes" are one without "at" or "in". */
  bare: boolean;
}

/** A time to come that begins at `start`: "in twenty minutes", "at half past six", "tomorrow". */
export function readTime(
  words: readonly string[],
  start: number,
  context: TimeContext,
  grammar: Grammar,
): Read<TimeSaid> | null {
  return readSpanAhead(words, start, context, grammar) ?? readDayAndClock(words, start, context, grammar);
}

/** A time gone by that begins at `start`, such as "twenty minutes ago"; the index behind it. */
export function readAgo(words: readonly string[], start: number, grammar: Grammar): number | null {
  const span = readSpan(words, start, grammar);
  return span && (readOneOf(grammar.timeWords.ago, words, span.end)?.end ?? null);
}

/** A length of time gone by that begins at `start`, such as "for half an hour"; the index behind it. */
export function readDuring(words: readonly string[], start: number, grammar: Grammar): number | null {
  if (words[start] !== grammar.timeWords.during) return null;
  return readSpan(words, start + 1, grammar)?.end ?? null;
}

/** The nearest instant after `now` that fits what was said, on the person's wall clock. */
export function momentOf(said: TimeSaid, now: Date, zone: TimeZone): Date {
  if (said.in === 'minutes') return plus(now, Math.min(said.minutes * MINUTE, FURTHEST));
  const today = wallTimeAt(now, zone);
  const days = said.weekday === undefined ? said.days : daysUntil(said.weekday, today.date);
  if (!said.clock) return instantOf({ date: addDays(today.date, days), time: today.time }, zone);
  const { hours, minute } = said.clock;
  const later = said.weekday === undefined ? 1 : 7;
  const readings = [days, days + later].flatMap((ahead) =>
    hours.map((hour) => instantOf({ date: addDays(today.date, ahead), time: wallClock(hour, minute) }, zone)),
  );
  return readings.find((instant) => instant > now) ?? plus(now, DAY);
}

/** From a date to the next day of the week that is not today. */
function daysUntil(weekday: number, date: string): number {
  return ((weekday - weekdayOf(date) + 6) % 7) + 1;
}

function wallClock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function readSpanAhead(
  words: readonly string[],
  start: number,
  { bare }: TimeContext,
  grammar: Grammar,
): Read<TimeSaid> | null {
  const lead = readOneOf(grammar.timeWords.beforeSpan, words, start);
  const span = readSpan(words, lead?.end ?? start, grammar) ?? (lead && readBareMinutes(words, lead.end, grammar));
  if (!span) return null;
  const tail = readOneOf(grammar.timeWords.afterSpan, words, span.end);
  const more = words.slice(start, span.end).includes(grammar.timeWords.more);
  if (!lead && !tail && !bare && !more) return null;
  return { value: { in: 'minutes', minutes: span.value }, end: tail?.end ?? span.end };
}

/** "Twenty minutes", where a callback was offered. */
export function readBareSpan(words: readonly string[], start: number, grammar: Grammar): Read<TimeSaid> | null {
  return readSpanAhead(words, start, { bare: true }, grammar);
}

/** "In five" is five minutes. */
function readBareMinutes(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const number = grammar.timeWords.minutesAfter.has(words[start - 1] ?? '') ? readNumber(words, start, grammar) : null;
  const isOfAnother = grammar.countNouns.has(words[number?.end ?? -1] ?? '');
  return number && number.value > 0 && !isOfAnother ? number : null;
}

/** A length of time in minutes: "an hour and a half", "two hours and twenty minutes", "a bit". */
function readSpan(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const first = readPhrase(grammar.looseSpans, words, start) ?? readMeasure(words, start, grammar);
  if (!first) return null;
  if (words[first.end] !== grammar.and) return first;
  const half = readPhrase(grammar.fractions, words, first.end + 1);
  const rest = readMeasure(words, first.end + 1, grammar);
  const minutes = first.value % 60 === 0 && !half ? readNumber(words, first.end + 1, grammar) : null;
  if (rest) return { value: first.value + rest.value, end: rest.end };
  if (half) return { value: first.value + half.value * 60, end: half.end };
  if (minutes && minutes.value > 0 && minutes.value < 60)
    return { value: first.value + minutes.value, end: minutes.end };
  return first;
}

function readMeasure(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const amount = readNumber(words, start, grammar) ?? article(words, start, grammar);
  if (!amount) return null;
  const behind = readOneOf(grammar.timeWords.beforeUnit, words, amount.end)?.end ?? amount.end;
  const unit = grammar.timeUnits[words[behind] ?? ''];
  return unit === undefined ? null : { value: Math.max(1, Math.round(amount.value * unit)), end: behind + 1 };
}

function article(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  return grammar.articles.has(words[start] ?? '') ? { value: 1, end: start + 1 } : null;
}

function readDayAndClock(
  words: readonly string[],
  start: number,
  context: TimeContext,
  grammar: Grammar,
): Read<TimeSaid> | null {
  const day = readDay(words, start, context, grammar);
  const part = readPart(words, day?.end ?? start, day !== null, grammar);
  const behind = part?.end ?? day?.end ?? start;
  const clock = readClock(words, day && words[behind] === ',' ? behind + 1 : behind, context.bare, grammar);
  const last = clock ?? part ?? day;
  if (!last) return null;
  const dayBehind = day ? null : readDay(words, last.end, context, grammar);
  const partBehind = dayBehind && readPart(words, dayBehind.end, true, grammar);
  const end = partBehind?.end ?? dayBehind?.end ?? last.end;
  const until = grammar.timeWords.untilClock.has(words[start] ?? '');
  const when = day?.value ?? dayBehind?.value;
  const said = part ?? partBehind;
  return timeSaid(when, said?.value, clock?.value, end, until && clock !== null);
}

type Day = Pick<Extract<TimeSaid, { in: 'days' }>, 'days' | 'weekday'>;

function timeSaid(
  day: Day | undefined,
  part: number | undefined,
  clock: ClockReading | undefined,
  end: number,
  until: boolean,
): Read<TimeSaid> | null {
  const when = day ?? { days: 0 };
  if (clock) {
    const reading = part === undefined ? clock : within(clock, part);
    return { value: { in: 'days', ...when, clock: reading, ...(until && { until }) }, end };
  }
  const isAhead = when.days > 0 || when.weekday !== undefined;
  if (part === undefined) return isAhead ? { value: { in: 'days', ...when, clock: null }, end } : null;
  return { value: { in: 'days', ...when, clock: clockOf(part), ...(!isAhead && { vague: true }) }, end };
}

/** "Tomorrow"; and where a time was asked for, "Friday". */
function readDay(words: readonly string[], start: number, { bare }: TimeContext, grammar: Grammar): Read<Day> | null {
  const ahead = readPhrase(grammar.daysAhead, words, start);
  if (ahead) return { value: { days: ahead.value }, end: ahead.end };
  const at = grammar.timeWords.beforeWeekday.has(words[start] ?? '') ? start + 1 : start;
  const isNamed = bare || readClock(words, at + 1, false, grammar) !== null;
  const weekday = isNamed ? grammar.weekdays[words[at] ?? ''] : undefined;
  return weekday === undefined ? null : { value: { days: 0, weekday }, end: at + 1 };
}

function readPart(
  words: readonly string[],
  start: number,
  isBehindDay: boolean,
  grammar: Grammar,
): Read<number> | null {
  const known = readPhrase(grammar.partsOfDay, words, start);
  return known ?? (isBehindDay ? readPhrase(grammar.partsBehindDay, words, start) : null);
}

/** A part of the day, in hours, as the wall clock shows it. */
function clockOf(hours: number): ClockReading {
  return { hours: [Math.floor(hours)], minute: Math.round((hours % 1) * 60) };
}

/** "Tonight at six" leaves no doubt which six. */
function within(clock: ClockReading, partOfDay: number): ClockReading {
  const hours = clock.hours.filter((hour) => hour >= 12 === partOfDay >= 12);
  return hours.length > 0 ? { ...clock, hours } : clock;
}

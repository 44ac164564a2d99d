import { DAY, MINUTE, plus } from '../../../../kernel/clock';
import { addDays, instantOf, TimeZone, wallTimeAt } from '../../../../kernel/local-time';
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
  | { in: 'days'; days: number; clock: ClockReading | null; vague?: boolean; until?: boolean };

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
  if (!said.clock) return instantOf({ date: addDays(today.date, said.days), time: today.time }, zone);
  const { hours, minute } = said.clock;
  const readings = [said.days, said.days + 1].flatMap((days) =>
    hours.map((hour) => instantOf({ date: addDays(today.date, days), time: wallClock(hour, minute) }, zone)),
  );
  return readings.find((instant) => instant > now) ?? plus(now, DAY);
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
  if (!lead && !tail && !bare) return null;
  return { value: { in: 'minutes', minutes: span.value }, end: tail?.end ?? span.end };
}

/** "In five" is five minutes. */
function readBareMinutes(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const number = words[start - 1] === grammar.timeWords.minutesAfter ? readNumber(words, start, grammar) : null;
  return number && number.value > 0 ? number : null;
}

/** A length of time in minutes: "an hour and a half", "two hours and twenty minutes", "a bit". */
function readSpan(words: readonly string[], start: number, grammar: Grammar): Read<number> | null {
  const first = readPhrase(grammar.looseSpans, words, start) ?? readMeasure(words, start, grammar);
  if (!first) return null;
  if (words[first.end] !== grammar.and) return first;
  const half = readPhrase(grammar.fractions, words, first.end + 1);
  const rest = readMeasure(words, first.end + 1, grammar);
  if (rest) return { value: first.value + rest.value, end: rest.end };
  if (half) return { value: first.value + half.value * 60, end: half.end };
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
  const part = readPhrase(grammar.partsOfDay, words, start);
  const day = readPhrase(grammar.daysAhead, words, start);
  const clock = readClock(words, (day ?? part)?.end ?? start, context.bare, grammar);
  const dayBehind = clock && readPhrase(grammar.daysAhead, words, clock.end);
  const days = day?.value ?? dayBehind?.value ?? 0;
  if (clock) {
    const value = part ? within(clock.value, part.value) : clock.value;
    const until = grammar.timeWords.untilClock.has(words[start] ?? '');
    return { value: { in: 'days', days, clock: value, ...(until && { until }) }, end: dayBehind?.end ?? clock.end };
  }
  if (day && days > 0) return { value: { in: 'days', days, clock: null }, end: day.end };
  return (
    part && { value: { in: 'days', days: 0, clock: { hours: [part.value], minute: 0 }, vague: true }, end: part.end }
  );
}

/** "Tonight at six" leaves no doubt which six. */
function within(clock: ClockReading, partOfDay: number): ClockReading {
  const hours = clock.hours.filter((hour) => hour >= 12 === partOfDay >= 12);
  return hours.length > 0 ? { ...clock, hours } : clock;
}

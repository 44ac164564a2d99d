import { RRuleTemporal } from 'rrule-temporal';
import type { LocalDate } from '../../../kernel/local-time';
import { dateOf, dayNumber } from './day-number';
import { daysOf, isDayRule } from './day-rule';
import { type Recurrence, recurrenceOf } from './recurrence';

/** The part of a schedule that speaks of dates, with no word about times and zones. */
export interface DateRule {
  startDate: LocalDate;
  endDate: LocalDate | null;
  /** An RFC 5545 RRULE value without the "RRULE:" prefix; null is once, on `startDate`. */
  recurrence: string | null;
}

/**
 * The rule's dates from `first` to `last`, both included, ascending. The cost is that of the range asked for, however
 * old `startDate` is, unless the rule has a count.
 */
export function datesBetween(rule: DateRule, first: LocalDate, last: LocalDate): LocalDate[] {
  const from = later(first, rule.startDate);
  const to = earlier(last, rule.endDate);
  if (from > to) return [];
  if (rule.recurrence === null) return from === rule.startDate ? [rule.startDate] : [];
  const recurrence = recurrenceOf(rule.recurrence);
  return recurringDates(recurrence, rule.startDate, from, earlier(to, recurrence.until));
}

function recurringDates(rule: Recurrence, start: LocalDate, from: LocalDate, to: LocalDate): LocalDate[] {
  if (from > to) return [];
  if (!isDayRule(rule)) return datesByLibrary(rule, start, from, to);
  return [...daysOf(rule, dayNumber(start), dayNumber(from), dayNumber(to))].map(dateOf);
}

/** Enough for a rule counted month by month through all the years there are; the library's own limit is 10,000. */
const MOST_PERIODS = 200_000;

/**
 * Months and years are the library's. It sees midnights in UTC and never a real zone: given one, it silently drops the
 * dates whose time falls into a spring gap. Without a count it jumps ahead from an old start by itself.
 */
function datesByLibrary(rule: Recurrence, start: LocalDate, from: LocalDate, to: LocalDate): LocalDate[] {
  const library = new RRuleTemporal({
    ...libraryParts(rule),
    dtstart: Temporal.PlainDate.from(start).toZonedDateTime('UTC'),
    maxIterations: MOST_PERIODS,
    cache: false,
  });
  return library.between(midnight(from), midnight(to), true).map((date) => date.toString().slice(0, 10));
}

function libraryParts(recurrence: Recurrence) {
  return {
    freq: recurrence.frequency,
    interval: recurrence.interval,
    count: recurrence.count ?? undefined,
    byDay: recurrence.byDay.map(({ weekday, nth }) => `${nth ?? ''}${weekday}`),
    byMonth: ifAny(recurrence.byMonth),
    byMonthDay: ifAny(recurrence.byMonthDay),
    byYearDay: ifAny(recurrence.byYearDay),
    byWeekNo: ifAny(recurrence.byWeekNo),
    bySetPos: ifAny(recurrence.bySetPos),
    wkst: recurrence.weekStart,
  };
}

function ifAny(numbers: number[]): number[] | undefined {
  return numbers.length > 0 ? numbers : undefined;
}

function midnight(date: LocalDate): Date {
  return new Date(`${date}T00:00Z`);
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function earlier(one: LocalDate, other: LocalDate | null): LocalDate {
  return other !== null && other < one ? other : one;
}

import { RRuleTemporal } from 'rrule-temporal';
import { daysBetween, type LocalDate } from '../../../kernel/local-time';
import { lastCountedDate } from './counted-rule';
import { type Recurrence, recurrenceOf } from './recurrence';

/** The part of a schedule that speaks of dates, with no word about times and zones. */
export interface DateRule {
  startDate: LocalDate;
  endDate: LocalDate | null;
  /** An RFC 5545 RRULE value without the "RRULE:" prefix; null is once, on `startDate`. */
  recurrence: string | null;
}

/**
 * The rule's dates from `first` to `last`, both included, ascending. The library sees midnights in UTC and never a real
 * zone: given one, it silently drops the dates whose time falls into a spring gap. It jumps ahead from an old
 * `startDate` by itself, so the cost is that of the range asked for.
 */
export function datesBetween(rule: DateRule, first: LocalDate, last: LocalDate): LocalDate[] {
  const from = later(first, rule.startDate);
  const to = earlier(last, rule.endDate);
  if (from > to) return [];
  if (rule.recurrence === null) return from === rule.startDate ? [rule.startDate] : [];
  const recurrence = recurrenceOf(rule.recurrence);
  return recurringDates(recurrence, rule.startDate, from, earlier(to, recurrence.until));
}

/** Enough for a rule counted day by day through three centuries; the library's own limit ends after 27 years. */
const MOST_PERIODS = 200_000;

function recurringDates(given: Recurrence, start: LocalDate, from: LocalDate, to: LocalDate): LocalDate[] {
  if (from > to) return [];
  const { count, last } = countUpTo(given, start, to);
  if (from > last) return [];
  const rule = new RRuleTemporal({
    ...libraryParts(given),
    count,
    dtstart: Temporal.PlainDate.from(start).toZonedDateTime('UTC'),
    maxIterations: MOST_PERIODS,
    cache: false,
  });
  return rule.between(midnight(from), midnight(last), true).map((date) => date.toString().slice(0, 10));
}

/**
 * Spares the library the counting where that is possible, since without a count it need not walk from the start: a
 * count larger than the days at hand is no limit, and that of a daily or weekly rule is an end date.
 */
function countUpTo(rule: Recurrence, start: LocalDate, to: LocalDate): { count?: number; last: LocalDate } {
  if (rule.count === null || rule.count > daysBetween(start, to)) return { last: to };
  if (rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY') return { count: rule.count, last: to };
  return { last: lastCountedDate(rule, start, to) ?? to };
}

function libraryParts(recurrence: Recurrence) {
  return {
    freq: recurrence.frequency,
    interval: recurrence.interval,
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

import type { LocalDate } from '../../../kernel/local-time';
import { dateOf, dayNumber } from './day-number';
import { recurrenceOf, withDaysOfStart } from './recurrence';
import { daysOf } from './rule-days';

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
  const { startDate, endDate } = rule;
  const from = later(first, startDate);
  const to = earlier(last, endDate);
  if (from > to) return [];
  if (rule.recurrence === null) return from === startDate ? [startDate] : [];
  const recurrence = withDaysOfStart(recurrenceOf(rule.recurrence), startDate);
  const end = earlier(to, recurrence.until);
  return Array.from(daysOf(recurrence, dayNumber(startDate), dayNumber(from), dayNumber(end)), dateOf);
}

/** Which of these dates are dates of the rule, ascending and each of them once. */
export function datesAmong(rule: DateRule, dates: LocalDate[]): LocalDate[] {
  const wanted = new Set(dates);
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return first === undefined || last === undefined
    ? []
    : datesBetween(rule, first, last).filter((date) => wanted.has(date));
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function earlier(one: LocalDate, other: LocalDate | null): LocalDate {
  return other !== null && other < one ? other : one;
}

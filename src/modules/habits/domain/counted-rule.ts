import { DAY } from '../../../kernel/clock';
import { type LocalDate, weekdayOf } from '../../../kernel/local-time';
import { type Recurrence, WEEKDAYS } from './recurrence';

/**
 * The date with which a counted daily or weekly rule is used up; null when it is not by `last`. With it a count becomes
 * an end date, and the library may jump ahead: made to count, it walks from the start, at some 20 µs a day.
 */
export function lastCountedDate(rule: Recurrence, start: LocalDate, last: LocalDate): LocalDate | null {
  let left = rule.count ?? Infinity;
  for (const day of daysOf(impliedDay(rule, start), dayNumber(start), dayNumber(last))) {
    left -= 1;
    if (left === 0) return new Date(day * DAY).toISOString().slice(0, 10);
  }
  return null;
}

/** Days since 1 January 1970: integers, because this loop may run over decades. */
type DayNumber = number;

function* daysOf(rule: Recurrence, start: DayNumber, last: DayNumber): Generator<DayNumber> {
  const length = rule.frequency === 'WEEKLY' ? WEEKDAYS.length : 1;
  const sinceWeekStart = (weekday(start) - WEEKDAYS.indexOf(rule.weekStart) + WEEKDAYS.length) % WEEKDAYS.length;
  const first = rule.frequency === 'WEEKLY' ? start - sinceWeekStart : start;
  for (let period = first; period <= last; period += length * rule.interval) {
    for (const day of daysOfPeriod(rule, period, length)) if (start <= day && day <= last) yield day;
  }
}

function daysOfPeriod(rule: Recurrence, first: DayNumber, length: number): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = first; day < first + length; day += 1) if (satisfies(rule, day)) days.push(day);
  if (rule.bySetPos.length === 0) return days;
  return days.filter((_, at) => rule.bySetPos.some((position) => position === at + 1 || position === at - days.length));
}

function satisfies({ byDay, byMonth, byMonthDay }: Recurrence, day: DayNumber): boolean {
  if (byDay.length > 0 && !byDay.some((given) => given.weekday === WEEKDAYS[weekday(day)])) return false;
  if (byMonth.length === 0 && byMonthDay.length === 0) return true;
  const date = new Date(day * DAY);
  if (byMonth.length > 0 && !byMonth.includes(date.getUTCMonth() + 1)) return false;
  return byMonthDay.length === 0 || byMonthDay.includes(date.getUTCDate()) || byMonthDay.includes(fromTheEnd(date));
}

/** -1 for the last day of its month. */
function fromTheEnd(date: Date): number {
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() - lastDay - 1;
}

function impliedDay(rule: Recurrence, start: LocalDate): Recurrence {
  if (rule.frequency === 'DAILY' || rule.byDay.length > 0) return rule;
  return { ...rule, byDay: [{ weekday: WEEKDAYS[weekdayOf(start) - 1]!, nth: null }] };
}

function dayNumber(date: LocalDate): DayNumber {
  return Date.parse(date) / DAY;
}

/** 0 for Monday; the first day of all, 1 January 1970, was a Thursday. */
function weekday(day: DayNumber): number {
  return (((day + 3) % WEEKDAYS.length) + WEEKDAYS.length) % WEEKDAYS.length;
}

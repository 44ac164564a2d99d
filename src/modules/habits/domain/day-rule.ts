import { DAY } from '../../../kernel/clock';
import { type DayNumber, weekdayNumber } from './day-number';
import { type Recurrence, WEEKDAYS } from './recurrence';

/** Whether the rule is one of days or weeks, which `daysOf` reads. */
export function isDayRule({ frequency }: Recurrence): boolean {
  return frequency === 'DAILY' || frequency === 'WEEKLY';
}

/**
 * The days of a daily or weekly rule from `from` to `to`, both included, ascending. Nearly all schedules are such
 * rules, and integers name their days many times faster than the library. A rule without a count is entered at `from`;
 * a counted one must be walked from its start.
 */
export function* daysOf(rule: Recurrence, start: DayNumber, from: DayNumber, to: DayNumber): Generator<DayNumber> {
  const isDue = dayTest(withDayOfStart(rule, start));
  let left = countWithin(rule, start, to);
  for (const period of periodsOf(rule, start, left === Infinity ? from : start, to)) {
    for (const day of positioned(rule, period.filter(isDue))) {
      if (day < start) continue;
      if (day > to || left === 0) return;
      left -= 1;
      if (day >= from) yield day;
    }
  }
}

/** A count larger than the days at hand is no limit. */
function countWithin({ count }: Recurrence, start: DayNumber, to: DayNumber): number {
  return count === null || count > to - start ? Infinity : count;
}

/** The days of each day or week that the interval names, from the one that holds `from`. */
function* periodsOf(rule: Recurrence, start: DayNumber, from: DayNumber, to: DayNumber): Generator<DayNumber[]> {
  const length = rule.frequency === 'WEEKLY' ? WEEKDAYS.length : 1;
  const first = rule.frequency === 'WEEKLY' ? start - sinceWeekStart(rule, start) : start;
  const step = length * rule.interval;
  const passed = Math.max(0, Math.floor((from - first) / step));
  for (let day = first + passed * step; day <= to; day += step) {
    yield Array.from({ length }, (_, place) => day + place);
  }
}

function sinceWeekStart({ weekStart }: Recurrence, day: DayNumber): number {
  return (weekdayNumber(day) - WEEKDAYS.indexOf(weekStart) + WEEKDAYS.length) % WEEKDAYS.length;
}

/** "FREQ=WEEKLY" from a Tuesday is every Tuesday. */
function withDayOfStart(rule: Recurrence, start: DayNumber): Recurrence {
  if (rule.frequency === 'DAILY' || rule.byDay.length > 0) return rule;
  return { ...rule, byDay: [{ weekday: WEEKDAYS[weekdayNumber(start)]!, nth: null }] };
}

function dayTest({ byDay, byMonth, byMonthDay }: Recurrence): (day: DayNumber) => boolean {
  const weekdays = WEEKDAYS.map((weekday) => byDay.length === 0 || byDay.some((given) => given.weekday === weekday));
  if (byMonth.length === 0 && byMonthDay.length === 0) return (day) => weekdays[weekdayNumber(day)]!;
  return (day) => weekdays[weekdayNumber(day)]! && isInMonths(byMonth, day) && isOnMonthDays(byMonthDay, day);
}

function isInMonths(months: number[], day: DayNumber): boolean {
  return months.length === 0 || months.includes(new Date(day * DAY).getUTCMonth() + 1);
}

function isOnMonthDays(monthDays: number[], day: DayNumber): boolean {
  if (monthDays.length === 0) return true;
  const date = new Date(day * DAY);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return monthDays.includes(date.getUTCDate()) || monthDays.includes(date.getUTCDate() - lastDay - 1);
}

function positioned({ bySetPos }: Recurrence, days: DayNumber[]): DayNumber[] {
  if (bySetPos.length === 0) return days;
  return days.filter((_, at) => bySetPos.some((position) => position === at + 1 || position === at - days.length));
}

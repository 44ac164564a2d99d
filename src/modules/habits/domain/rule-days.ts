import { type CalendarDay, calendarDay, type DayNumber, firstOfMonth, monthNumber, weekdayNumber } from './day-number';
import { type Frequency, type Recurrence, type RuleDay, WEEKDAYS, type Weekday } from './recurrence';

/**
 * The days of a rule from `from` to `to`, both included, ascending: RFC 5545 as it is written. Of every day, week, month
 * or year that the interval names, those days that satisfy all parts; of them, the positions asked for. A rule without a
 * count is entered at `from`; a counted one is walked from its start.
 * @param rule with nothing left to its start, as `withDaysOfStart` makes it
 */
export function* daysOf(rule: Recurrence, start: DayNumber, from: DayNumber, to: DayNumber): Generator<DayNumber> {
  const satisfies = testOf(rule);
  let left = countWithin(rule, start, to);
  for (const { first, length } of periodsOf(rule, start, left === Infinity ? from : start, to)) {
    const days = Array.from({ length }, (_, place) => first + place).filter(satisfies);
    for (const day of positioned(days, rule.bySetPos)) {
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

function positioned(days: DayNumber[], positions: number[]): DayNumber[] {
  if (positions.length === 0) return days;
  return days.filter((_, place) => isAmong(positions, place + 1, days.length));
}

interface Period {
  first: DayNumber;
  length: number;
}

/** From the period that holds `from` to the one that holds `to`. */
function* periodsOf(rule: Recurrence, start: DayNumber, from: DayNumber, to: DayNumber): Generator<Period> {
  const { numberOf, at } = CALENDAR[rule.frequency];
  const begin = numberOf(start, rule.weekStart);
  const passed = Math.max(0, Math.floor((numberOf(from, rule.weekStart) - begin) / rule.interval));
  for (let number = begin + passed * rule.interval; ; number += rule.interval) {
    const period = at(number, rule.weekStart);
    if (period.first > to) return;
    yield period;
  }
}

/** Days, weeks, months and years, each numbered in a row of its own: which of them holds a day, and where one lies. */
const CALENDAR: Record<
  Frequency,
  { numberOf: (day: DayNumber, weekStart: Weekday) => number; at: (number: number, weekStart: Weekday) => Period }
> = {
  DAILY: { numberOf: (day) => day, at: (number) => ({ first: number, length: 1 }) },
  WEEKLY: {
    numberOf: (day, weekStart) => Math.floor((day - weekAlignment(weekStart)) / DAYS_OF_WEEK),
    at: (number, weekStart) => ({ first: number * DAYS_OF_WEEK + weekAlignment(weekStart), length: DAYS_OF_WEEK }),
  },
  MONTHLY: { numberOf: monthNumber, at: (number) => months(number, 1) },
  YEARLY: { numberOf: (day) => Math.floor(monthNumber(day) / 12), at: (number) => months(number * 12, 12) },
};

const DAYS_OF_WEEK = WEEKDAYS.length;

/** A day on which a week begins; day 4, 5 January 1970, was a Monday. */
function weekAlignment(weekStart: Weekday): DayNumber {
  return 4 + WEEKDAYS.indexOf(weekStart);
}

function months(month: number, howMany: number): Period {
  const first = firstOfMonth(month);
  return { first, length: firstOfMonth(month + howMany) - first };
}

type Condition = (day: CalendarDay) => boolean;

function testOf(rule: Recurrence): (day: DayNumber) => boolean {
  const { byDay, byMonth, byMonthDay, byYearDay, byWeekNo, weekStart } = rule;
  const weekdays = WEEKDAYS.map((weekday) => byDay.length === 0 || byDay.some((given) => given.weekday === weekday));
  const conditions: Condition[] = [];
  if (byMonth.length > 0) conditions.push(({ month }) => byMonth.includes((month % 12) + 1));
  if (byMonthDay.length > 0) conditions.push((day) => isAmong(byMonthDay, day.dayOfMonth, months(day.month, 1).length));
  if (byYearDay.length > 0) conditions.push((day) => isAmong(byYearDay, ...placeInYear(day)));
  if (byWeekNo.length > 0) conditions.push((day) => isAmong(byWeekNo, ...weekOfYear(day, weekStart)));
  if (byDay.some(({ nth }) => nth !== null)) conditions.push((day) => byDay.some((given) => isThe(given, rule, day)));
  if (conditions.length === 0) return (day) => weekdays[weekdayNumber(day)]!;
  return (number) => {
    if (!weekdays[weekdayNumber(number)]) return false;
    const day = calendarDay(number);
    return conditions.every((holds) => holds(day));
  };
}

/** Whether one of the numbers is this place, counted from the start or, below zero, from the end. */
function isAmong(numbers: number[], place: number, length: number): boolean {
  return numbers.includes(place) || numbers.includes(place - length - 1);
}

function placeInYear({ number, month }: CalendarDay): [place: number, length: number] {
  const { first, length } = months(month - (month % 12), 12);
  return [number - first + 1, length];
}

/** Week 1 is the first that has four days in the year. */
function weekOfYear({ number }: CalendarDay, weekStart: Weekday): [place: number, length: number] {
  const { numberOf, at } = CALENDAR.WEEKLY;
  const week = numberOf(number, weekStart);
  const year = Math.floor(monthNumber(at(week, weekStart).first + 3) / 12);
  const first = numberOf(firstOfMonth(year * 12) + 3, weekStart);
  return [week - first + 1, numberOf(firstOfMonth(year * 12 + 12) + 3, weekStart) - first];
}

/** "2MO" counts within the month, unless the rule speaks of whole years. */
function isThe({ weekday, nth }: RuleDay, { frequency, byMonth }: Recurrence, day: CalendarDay): boolean {
  if (weekday !== WEEKDAYS[weekdayNumber(day.number)]) return false;
  if (nth === null) return true;
  const isOfYear = frequency === 'YEARLY' && byMonth.length === 0;
  const [place, length] = isOfYear ? placeInYear(day) : [day.dayOfMonth, months(day.month, 1).length];
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
}

import type { LocalDate } from '../../../kernel/local-time';
import { byEnds, inWords, monthName, ordinal, weekdayName } from '../../../kernel/wording';
import { exceptionsText } from './exceptions-text';
import {
  dependsOnWeekStart,
  type Frequency,
  MOST_WEEKDAYS_OF_A_MONTH,
  type Recurrence,
  type RuleDay,
  recurrenceOf,
  WEEKDAYS,
  type Weekday,
  withDaysOfStart,
} from './recurrence';
import type { Goal, Schedule } from './schedule';
import { endsText } from './until';

/**
 * A schedule as a person would say it: "3 times a week, on Mon, Wed and Fri at 07:00, until 2026-12-31, but not on
 * 2026-03-04 (Europe/Berlin)". `scheduleFromText` reads the usual ones back.
 */
export function scheduleText(schedule: Schedule): string {
  const times = inWords(schedule.times.toSorted());
  const exceptions = exceptionsText(schedule);
  const zone = schedule.timeZone === null ? '' : ` (${schedule.timeZone})`;
  if (schedule.recurrence === null) return `Once, on ${schedule.startDate} at ${times}${exceptions}${zone}`;
  const rule = withDaysOfStart(recurrenceOf(schedule.recurrence), schedule.startDate);
  const dates = schedule.goal ? `${goalText(schedule.goal)}, ${datesForAGoal(rule)}` : datesText(rule);
  return `${capitalised(dates)} at ${times}${weeksText(rule, schedule.startDate)}${endText(rule, schedule)}${exceptions}${zone}`;
}

function goalText({ times, per }: Goal): string {
  return `${({ 1: 'once', 2: 'twice' } as const)[times] ?? `${times} times`} a ${per}`;
}

/** Of a goal the days are those it may be met on: "any day", "on Mon, Wed and Fri". */
function datesForAGoal(rule: Recurrence): string {
  const dates = datesText(rule);
  if (dates === EVERY_DAY) return 'any day';
  const isOfWeekdays = ['weekdays', 'plain-weekdays-of-certain-months'].includes(wayOfSaying(rule));
  return isOfWeekdays && rule.interval === 1 ? `on ${dates}` : dates;
}

function datesText(rule: Recurrence): string {
  switch (wayOfSaying(rule)) {
    case 'every-day':
      return every(rule);
    case 'weekdays':
      return weekdaysText(rule);
    case 'days-of-the-month':
      return monthlyText(rule, daysOfTheMonth(rule));
    case 'weekdays-of-the-month':
      return monthlyText(rule, inWords(rule.byDay.map(weekdayOfTheMonth)));
    case 'positions-in-the-weekdays-of-the-month':
      return monthlyText(rule, `${positionsText(rule.bySetPos)} weekday`);
    case 'date-of-the-year':
      return `${every(rule)} on ${inWords(rule.byMonthDay)} ${monthName(rule.byMonth[0]!)}`;
    case 'days-of-certain-months':
      return yearlyText(rule, daysOfTheMonth(rule));
    case 'weekdays-of-certain-months':
      return yearlyText(rule, inWords(rule.byDay.map(weekdayOfTheMonth)));
    case 'plain-weekdays-of-certain-months':
      return `${weekdaysText(rule)} in ${inWords(rule.byMonth.map(monthName))}`;
    case 'by-its-parts':
      return partsText(rule);
  }
}

type WayOfSaying =
  | 'every-day'
  | 'weekdays'
  | 'days-of-the-month'
  | 'weekdays-of-the-month'
  | 'positions-in-the-weekdays-of-the-month'
  | 'date-of-the-year'
  | 'days-of-certain-months'
  | 'weekdays-of-certain-months'
  | 'plain-weekdays-of-certain-months'
  | 'by-its-parts';

type Part = 'byDay' | 'byMonth' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'bySetPos';

const PARTS: readonly Part[] = ['byDay', 'byMonth', 'byMonthDay', 'byYearDay', 'byWeekNo', 'bySetPos'];

function wayOfSaying(rule: Recurrence): WayOfSaying {
  const parts = PARTS.filter((part) => rule[part].length > 0).join();
  const isOnPlainDays = rule.byDay.every(({ nth }) => nth === null);
  if (rule.frequency === 'DAILY' && parts === '') return 'every-day';
  if (rule.frequency === 'DAILY' && parts === 'byDay' && rule.interval === 1) return 'weekdays';
  if (rule.frequency === 'WEEKLY' && parts === 'byDay') return 'weekdays';
  if (rule.frequency === 'MONTHLY' && parts === 'byMonthDay') return 'days-of-the-month';
  if (rule.frequency === 'MONTHLY' && parts === 'byDay' && !isOnPlainDays) return 'weekdays-of-the-month';
  if (rule.frequency === 'MONTHLY' && parts === 'byDay,bySetPos' && isOfTheWeekdays(rule)) {
    return 'positions-in-the-weekdays-of-the-month';
  }
  const isOneDate = rule.byMonth.length === 1 && rule.byMonthDay.every((day) => day > 0);
  if (rule.frequency === 'YEARLY' && parts === 'byMonth,byMonthDay' && isOneDate) return 'date-of-the-year';
  if (rule.frequency === 'YEARLY' && parts === 'byMonth,byMonthDay') return 'days-of-certain-months';
  const isOnNthDays = rule.byDay.every(({ nth }) => nth !== null);
  if (rule.frequency === 'YEARLY' && parts === 'byDay,byMonth' && isOnNthDays) return 'weekdays-of-certain-months';
  if (rule.frequency === 'YEARLY' && parts === 'byDay,byMonth' && isOnPlainDays) {
    return 'plain-weekdays-of-certain-months';
  }
  return 'by-its-parts';
}

/** Positions beyond all weekdays of a month, which never come, have no ordinary words. */
function isOfTheWeekdays({ byDay, bySetPos }: Recurrence): boolean {
  const isEach = WEEKDAYS.every((weekday, place) => byDay.some((day) => day.weekday === weekday) === place < 5);
  const isPlain = byDay.every(({ nth }) => nth === null);
  return isEach && isPlain && bySetPos.every((at) => Math.abs(at) <= MOST_WEEKDAYS_OF_A_MONTH);
}

function positionsText(positions: number[]): string {
  const { fromTheStart, fromTheEnd } = byEnds(positions);
  return inWords([...fromTheStart, ...fromTheEnd].map(ordinal));
}

const UNITS: Record<Frequency, string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

function every({ frequency, interval }: Recurrence): string {
  return interval === 1 ? `every ${UNITS[frequency]}` : `every ${interval} ${UNITS[frequency]}s`;
}

const WEEKDAY_NAMES: Record<Weekday, string> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};

function weekdaysText(rule: Recurrence): string {
  const days = WEEKDAYS.filter((weekday) => rule.byDay.some((day) => day.weekday === weekday));
  const names = NAMED_WEEKDAYS[days.join()] ?? inWords(days.map((day) => WEEKDAY_NAMES[day]));
  return rule.interval === 1 ? names : `${every(rule)} on ${names}`;
}

const EVERY_DAY = 'every day';

const NAMED_WEEKDAYS: Record<string, string> = {
  'MO,TU,WE,TH,FR': 'weekdays',
  'SA,SU': 'weekends',
  'MO,TU,WE,TH,FR,SA,SU': EVERY_DAY,
};

function monthlyText(rule: Recurrence, days: string): string {
  return rule.interval === 1 ? `on the ${days} of every month` : `${every(rule)} on the ${days}`;
}

function yearlyText(rule: Recurrence, days: string): string {
  return `${every(rule)} on the ${days} of ${inWords(rule.byMonth.map(monthName))}`;
}

function daysOfTheMonth({ byMonthDay }: Recurrence): string {
  const { fromTheStart, fromTheEnd } = byEnds(byMonthDay);
  return inWords([...fromTheStart.map(ordinal), ...fromTheEnd.map((day) => `${ordinal(day)} day`)]);
}

function weekdayOfTheMonth({ weekday, nth }: RuleDay): string {
  return nth === null ? `every ${WEEKDAY_NAMES[weekday]}` : `${ordinal(nth)} ${WEEKDAY_NAMES[weekday]}`;
}

/** Any rule at all: a date must satisfy every part, so the parts are listed one after another. */
function partsText(rule: Recurrence): string {
  const conditions = [
    ['in', rule.byMonth.map(monthName)],
    ['in', numbered('week', rule.byWeekNo, 'year')],
    ['on', numbered('day', rule.byYearDay, 'year')],
    ['on', numbered('day', rule.byMonthDay, 'month')],
    ['on', rule.byDay.map((day) => dayWithin(day, rule))],
  ] as const;
  const said = conditions.filter(([, list]) => list.length > 0).map(([lead, list]) => `${lead} ${inWords(list, 'or')}`);
  if (rule.bySetPos.length > 0) said.push(`only the ${inWords(rule.bySetPos.map(ordinal))} of these ${within(rule)}`);
  return [every(rule), ...said].join(', ');
}

function numbered(unit: 'day' | 'week', positions: number[], whole: 'month' | 'year'): string[] {
  const { fromTheStart, fromTheEnd } = byEnds(positions);
  const first = fromTheStart.length > 0 ? [`${unit} ${inWords(fromTheStart, 'or')} of the ${whole}`] : [];
  const last = fromTheEnd.map((position) => `the ${ordinal(position)} ${unit} of the ${whole}`);
  return [...first, ...last];
}

/** "2MO" counts within the month, unless the rule speaks of whole years. */
function dayWithin({ weekday, nth }: RuleDay, { frequency, byMonth }: Recurrence): string {
  if (nth === null) return WEEKDAY_NAMES[weekday];
  const whole = frequency === 'YEARLY' && byMonth.length === 0 ? 'year' : 'month';
  return `the ${ordinal(nth)} ${WEEKDAY_NAMES[weekday]} of the ${whole}`;
}

function within({ frequency }: Recurrence): string {
  return `in the ${UNITS[frequency]}`;
}

/** Weeks begin on Monday, unless it is said. */
function weeksText(rule: Recurrence, start: LocalDate): string {
  if (rule.weekStart === 'MO' || !dependsOnWeekStart(rule, start)) return '';
  return `, weeks beginning on ${weekdayName(WEEKDAYS.indexOf(rule.weekStart))}`;
}

function endText(rule: Recurrence, { endDate, times, timeZone }: Schedule): string {
  const ends = endsText(rule, endDate, timeZone).map((end) => `until ${end}`);
  const until = ends.length === 0 ? '' : `, ${inWords(ends)}`;
  return `${rule.count === null ? '' : countText(rule.count, times.length)}${until}`;
}

/** A count is of dates, so with several times a day it is a number of days. */
function countText(count: number, timesADay: number): string {
  const unit = timesADay === 1 ? 'time' : 'day';
  return `, ${timesADay === 1 ? '' : 'on '}${count} ${unit}${count === 1 ? '' : 's'}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { type Recurrence, recurrenceOf } from './recurrence';
import type { Schedule } from './schedule';
import type { UnitKind } from './unit';

const DAYS_OF = { week: 7, month: 30.44, year: 365.25 };
const WEEKS_OF = { month: DAYS_OF.month / 7, year: DAYS_OF.year / 7 };

/** Of a daily habit, half of the score is new after so many days: Loop Habit Tracker's constant. */
const HALF_LIFE_DAYS = 13;

type Rhythm = Pick<Schedule, 'recurrence' | 'goal'>;

/** The strength of a habit, 0 to 1, after one more unit: it forgets slowly, and survives a miss. */
export function scored(score: number, value: number, memory: number): number {
  return score * memory + value * (1 - memory);
}

/**
 * How much of the score is kept over a unit. Loop keeps `0.5^(√frequency/13)` of it each day; a unit stands for all the days
 * from one due day to the next, or for its week or month, and keeps that to the power of so many days. What is rarely due has a longer memory.
 */
export function memoryOf(rhythm: Rhythm): (kind: UnitKind) => number {
  const frequency = frequencyOf(rhythm);
  const aDay = 0.5 ** (Math.sqrt(frequency) / HALF_LIFE_DAYS);
  return (kind) => aDay ** (kind === 'day' ? 1 / frequency : DAYS_OF[kind]);
}

/** What a habit's streak counts by its schedule as it is now. */
export function unitKindOf({ goal }: Pick<Schedule, 'goal'>): UnitKind {
  return goal?.per ?? 'day';
}

/**
 * How many days a day is due on average, above 0 and 1 at most: by the rule alone, as if it had no end, and near enough where
 * parts of a rule overlap.
 */
export function frequencyOf({ recurrence, goal }: Rhythm): number {
  if (goal) return Math.min(1, goal.times / DAYS_OF[goal.per]);
  if (recurrence === null) return 1;
  const rule = recurrenceOf(recurrence);
  return Math.min(1, daysPerPeriod(rule) / (periodDays(rule) * rule.interval));
}

function periodDays({ frequency }: Recurrence): number {
  if (frequency === 'DAILY') return 1;
  return DAYS_OF[({ WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const)[frequency]];
}

function daysPerPeriod(rule: Recurrence): number {
  const days = DAYS_IN[rule.frequency](rule);
  return rule.bySetPos.length > 0 ? Math.min(rule.bySetPos.length, days) : days;
}

const DAYS_IN: Record<Recurrence['frequency'], (rule: Recurrence) => number> = {
  DAILY: (rule) => shareOfMonths(rule) * shareOfWeekdays(rule) * shareOfMonthDays(rule),
  WEEKLY: (rule) => shareOfMonths(rule) * (rule.byDay.length || 1),
  MONTHLY: (rule) => shareOfMonths(rule) * daysInMonth(rule),
  YEARLY: daysInYear,
};

function daysInMonth(rule: Recurrence): number {
  if (rule.byMonthDay.length > 0) return rule.byMonthDay.length * shareOfWeekdays(rule);
  return weekdaysIn(WEEKS_OF.month, rule) || 1;
}

function daysInYear(rule: Recurrence): number {
  if (rule.byYearDay.length > 0) return rule.byYearDay.length;
  if (rule.byWeekNo.length > 0) return rule.byWeekNo.length * (rule.byDay.length || 1);
  if (rule.byMonth.length > 0) return rule.byMonth.length * daysInMonth(rule);
  if (rule.byMonthDay.length > 0) return 12 * daysInMonth(rule);
  return weekdaysIn(WEEKS_OF.year, rule) || 1;
}

/** "2MO" is once in a period, "MO" is each of its Mondays. */
function weekdaysIn(weeks: number, { byDay }: Recurrence): number {
  return byDay.reduce((days, { nth }) => days + (nth === null ? weeks : 1), 0);
}

function shareOfMonths({ byMonth }: Recurrence): number {
  return byMonth.length > 0 ? byMonth.length / 12 : 1;
}

function shareOfWeekdays({ byDay }: Recurrence): number {
  return byDay.length > 0 ? byDay.length / 7 : 1;
}

function shareOfMonthDays({ byMonthDay }: Recurrence): number {
  return byMonthDay.length > 0 ? byMonthDay.length / DAYS_OF.month : 1;
}

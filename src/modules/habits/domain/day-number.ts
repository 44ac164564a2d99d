import { DAY } from '../../../kernel/clock';
import type { LocalDate } from '../../../kernel/local-time';

/** A date as days since 1 January 1970: what loops over dates count with. */
export type DayNumber = number;

/** A day with its place in the calendar. */
export interface CalendarDay {
  number: DayNumber;
  /** Months since January of the year 0, so that every twelfth begins a year. */
  month: number;
  dayOfMonth: number;
}

export function dayNumber(date: LocalDate): DayNumber {
  return Date.parse(date) / DAY;
}

export function dateOf(day: DayNumber): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday; day 0, 1 January 1970, was a Thursday. */
export function weekdayNumber(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Integers instead of `Date`, since rules ask this of every day they pass. Years are counted from 1 March, so that the
 * leap day is their last, in cycles of 400 years; from March on, 153 days are five months.
 */
export function calendarDay(day: DayNumber): CalendarDay {
  const sinceMarch0 = day + DAYS_FROM_MARCH_0;
  const cycle = Math.floor(sinceMarch0 / DAYS_OF_400_YEARS);
  const dayOfCycle = sinceMarch0 - cycle * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - daysOfYears(yearOfCycle);
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    number: day,
    month: (cycle * 400 + yearOfCycle) * 12 + MARCH + monthsSinceMarch,
    dayOfMonth: dayOfYear - daysOfMonths(monthsSinceMarch) + 1,
  };
}

/** Months since January of the year 0. */
export function monthNumber(day: DayNumber): number {
  return calendarDay(day).month;
}

export function firstOfMonth(month: number): DayNumber {
  const year = Math.floor((month - MARCH) / 12);
  return daysOfYears(year) + daysOfMonths(month - MARCH - year * 12) - DAYS_FROM_MARCH_0;
}

const MARCH = 2;
const DAYS_FROM_MARCH_0 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** Of so many years from March of the year 0. */
function daysOfYears(years: number): number {
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
}

/** Of so many months from March. */
function daysOfMonths(months: number): number {
  return Math.floor((153 * months + 2) / 5);
}

/** The last date that four digits of a year can name. */
export const LAST_DAY = dayNumber('9999-12-31');

import { DAY } from '../../../kernel/clock';
import type { LocalDate } from '../../../kernel/local-time';

/** A date as days since 1 January 1970: what loops over dates count with. */
export type DayNumber = number;

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

/** The last date that four digits of a year can name. */
export const LAST_DAY = dayNumber('9999-12-31');

import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import type { Goal } from './schedule';

/** The first day of the week (Monday to Sunday) or the calendar month that the day belongs to: its goal is reckoned from there. */
export function periodOf(per: Goal['per'], day: LocalDate): LocalDate {
  return per === 'week' ? addDays(day, 1 - weekdayOf(day)) : `${day.slice(0, 7)}-01`;
}

/** The periods, by their first day, in which it was done as often as the goal asks. */
export function periodsMet({ times, per }: Goal, done: { day: LocalDate; completed: number }[]): Set<LocalDate> {
  const counts = new Map<LocalDate, number>();
  for (const { day, completed } of done) {
    const period = periodOf(per, day);
    counts.set(period, (counts.get(period) ?? 0) + completed);
  }
  return new Set([...counts.keys()].filter((period) => counts.get(period)! >= times));
}

import type { LocalDate } from '../../../kernel/local-time';
import type { DayStatus } from './day-status';

export interface DayOfHabit {
  day: LocalDate;
  status: DayStatus;
}

/** Days in a row; `startedOn` is the first day of the current run, null while there is none. */
export interface Streak {
  current: number;
  longest: number;
  startedOn: LocalDate | null;
}

/**
 * Counts the days in a row on which all that was due was completed; the days come oldest first. Only a miss breaks the
 * row, a partial day as well. Skipped, empty and open days are passed over, and today never breaks: it is not over, and
 * a miss of this morning may still be put right.
 */
export function streakOf(days: Iterable<DayOfHabit>, today: LocalDate): Streak {
  let streak: Streak = { current: 0, longest: 0, startedOn: null };
  for (const { day, status } of days) {
    if (status === 'completed') streak = grown(streak, day);
    else if (breaks(status) && day < today) streak = { ...streak, current: 0, startedOn: null };
  }
  return streak;
}

/** What the streak will be once today is completed as well: said at the end of a call. */
export function streakOnceDone(streak: Streak, todayAlreadyCounts: boolean): number {
  return todayAlreadyCounts ? streak.current : streak.current + 1;
}

function grown({ current, longest, startedOn }: Streak, day: LocalDate): Streak {
  return { current: current + 1, longest: Math.max(longest, current + 1), startedOn: startedOn ?? day };
}

function breaks(status: DayStatus): boolean {
  return status === 'missed' || status === 'partial';
}

import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import type { Goal } from './schedule';

/** A week from Monday to Sunday, or a calendar month, by its first and last day. */
export interface Period {
  first: LocalDate;
  last: LocalDate;
}

/** How the occurrences of a goal's period stand, each counted once. */
export interface GoalTally {
  completed: number;
  /** By the person, or resting while everything was paused: these ask for nothing. */
  skipped: number;
  /** Planned or due: still to be answered. */
  open: number;
  /** All others that are closed: each was a chance that was let pass. */
  rest: number;
}

/** `neutral` neither counts nor breaks: with what was skipped, too few rings were left to meet the goal. */
export type PeriodOutcome = 'met' | 'missed' | 'neutral' | 'open';

/** The week or month that a day belongs to. */
export function periodOf(day: LocalDate, per: Goal['per']): Period {
  if (per === 'week') {
    const first = addDays(day, 1 - weekdayOf(day));
    return { first, last: addDays(first, 6) };
  }
  const month = day.slice(0, 7);
  return { first: `${month}-01`, last: `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}` };
}

/**
 * Whether a goal of so many `times` was met, judged from the period's occurrences alone. A goal once met stays met
 * before the period is over; it is missed only if it could have been met.
 * @param isOver whether the period's last day is past
 */
export function judgePeriod(tally: GoalTally, times: number, isOver: boolean): PeriodOutcome {
  if (tally.completed >= times) return 'met';
  if (!isOver || tally.open > 0) return 'open';
  return tally.completed + tally.rest >= times ? 'missed' : 'neutral';
}

import { addDays, type LocalDate } from '../../../kernel/local-time';
import { type Period, periodOf } from './goal';
import type { Fact } from './unit';

/** The last day, up to the one given, through which nothing is open. */
export function closedThrough(facts: readonly Fact[], until: LocalDate): LocalDate {
  const open = facts.filter(({ standing }) => standing === 'open').map(({ day }) => addDays(day, -1));
  return [until, ...open].sort()[0]!;
}

/**
 * The last day, up to the one given, through which nothing may change any more by itself: nothing of it is open, and of no
 * goal is a part of its week or month on either side.
 */
export function settledThrough(facts: readonly Fact[], until: LocalDate): LocalDate {
  const periods = facts.flatMap(({ day, goal }) => (goal ? [periodOf(day, goal.per)] : []));
  return beforeCutPeriods(periods, closedThrough(facts, until));
}

function beforeCutPeriods(periods: Period[], day: LocalDate): LocalDate {
  const cut = periods.filter(({ first, last }) => first <= day && day < last).map(({ first }) => addDays(first, -1));
  return cut.length === 0 ? day : beforeCutPeriods(periods, cut.sort()[0]!);
}

import type { LocalDate } from '../../../kernel/local-time';
import { type GoalTally, judgePeriod, periodOf } from './goal';
import type { Goal } from './schedule';

/** What a streak counts: days, or the weeks or months of a goal. */
export type UnitKind = 'day' | 'week' | 'month';

/** All that streaks must know of an occurrence: whose day it is, how it stands, and of which goal it is a part. */
export interface Fact {
  day: LocalDate;
  standing: keyof GoalTally;
  goal: Goal | null;
}

/** A day, week or month that is put to the streak as a whole. */
export interface Unit {
  kind: UnitKind;
  first: LocalDate;
  /** The day it stands for: its last, or today while it goes on. */
  on: LocalDate;
  outcome: 'counts' | 'breaks' | 'passes';
  /** How much was done of what was asked, 0 to 1; null when it says nothing about the habit's strength. */
  value: number | null;
}

/**
 * The units of one habit's occurrences, in their order. What is later than today is left out; what is not over yet counts
 * when it is done already, and never breaks.
 */
export function unitsOf(facts: readonly Fact[], today: LocalDate): Unit[] {
  const units = Map.groupBy(
    facts.filter(({ day }) => day <= today),
    ({ day, goal }) => (goal ? `${goal.per} ${periodOf(day, goal.per).last}` : day),
  );
  return [...units.values()].map((some) => unitOf(some, today)).sort(inOrder);
}

/**
 * The person's days over all habits: all that was due counts, of a goal what was completed. A period whose goal was missed is
 * a miss on its last day, since only then it was one.
 */
export function daysOf(habits: readonly (readonly Fact[])[], today: LocalDate): Unit[] {
  const facts = habits.flatMap((habit) => [
    ...habit.filter(({ goal, standing }) => !goal || standing === 'completed').map(plainly),
    ...missedPeriods(habit, today),
  ]);
  return unitsOf(facts, today);
}

function unitOf(facts: Fact[], today: LocalDate): Unit {
  const { day, goal } = facts.at(-1)!;
  return goal ? periodUnit(facts, day, goal, today) : dayUnit(facts, day, today);
}

function dayUnit(facts: Fact[], day: LocalDate, today: LocalDate): Unit {
  const { completed, open, rest } = tallyOf(facts);
  const isDone = completed > 0 && open + rest === 0;
  const outcome = isDone ? 'counts' : rest > 0 && day < today ? 'breaks' : 'passes';
  const value = outcome === 'passes' || open > 0 ? null : completed / (completed + rest);
  return { kind: 'day', first: day, on: day, outcome, value };
}

/** By the goal of its last occurrence, should the person have changed their mind about the number. */
function periodUnit(facts: Fact[], day: LocalDate, { times, per }: Goal, today: LocalDate): Unit {
  const tally = tallyOf(facts);
  const { first, last } = periodOf(day, per);
  const unit = { kind: per, first, on: last < today ? last : today };
  switch (judgePeriod(tally, times, last < today)) {
    case 'met':
      return { ...unit, outcome: 'counts', value: 1 };
    case 'missed':
      return { ...unit, outcome: 'breaks', value: tally.completed / times };
    default:
      return { ...unit, outcome: 'passes', value: null };
  }
}

function tallyOf(facts: Fact[]): GoalTally {
  const tally = { completed: 0, skipped: 0, open: 0, rest: 0 };
  for (const { standing } of facts) tally[standing] += 1;
  return tally;
}

function missedPeriods(habit: readonly Fact[], today: LocalDate): Fact[] {
  const ofGoals = habit.filter(({ goal }) => goal);
  return unitsOf(ofGoals, today)
    .filter(({ outcome }) => outcome === 'breaks')
    .map(({ on }) => ({ day: on, standing: 'rest', goal: null }));
}

function plainly({ day, standing }: Fact): Fact {
  return { day, standing, goal: null };
}

function inOrder(one: Unit, other: Unit): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return one.first < other.first ? -1 : Number(one.first > other.first);
}

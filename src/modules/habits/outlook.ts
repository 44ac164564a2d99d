import { Injectable } from '@nestjs/common';
import { Clock, latest } from '../../kernel/clock';
import { addDays, instantOf, type LocalDate } from '../../kernel/local-time';
import type { Profile } from '../users';
import { DaysRepository, type Identity } from './days.repository';
import { periodOf, periodsMet } from './domain/goal-period';
import type { Habit } from './habit.entity';
import type { Occurrence } from './occurrence.entity';
import { asked } from './planner';

/** So many days, at most, lie between a moment's day and its date in UTC: a zone, a day that ends late, a skipped date. */
const APART = 3;

/** Days, both included. */
export interface Days {
  first: LocalDate;
  last: LocalDate;
}

/** Looks beyond the horizon: at what planning will make rows of once it gets there. Nothing of it is kept. */
@Injectable()
export class Outlook {
  constructor(
    private readonly days: DaysRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What these habits, all of which ring, will ask for on those days and is no row yet. Whoever shows rows as well reads the
   * habits, then this, then the rows: what is planned in between is in both, never in neither.
   */
  async beyondRows(habits: Habit[], profile: Profile, { first, last }: Days): Promise<Occurrence[]> {
    const now = this.clock.now();
    const from = latest(now, midnight(addDays(first, -APART)));
    const until = midnight(addDays(last, APART));
    const ahead = habits
      .flatMap((habit) => asked(habit, profile, latest(from, habit.plannedUntil ?? now), until, now))
      .filter(({ day }) => first <= day && day <= last);
    return ahead.length === 0 ? [] : this.withoutMet(await this.withoutKept(ahead));
  }

  /** A local moment is a row but once: what was answered early, or rang before it was moved, is not planned again. */
  private async withoutKept(ahead: Occurrence[]): Promise<Occurrence[]> {
    const kept = await this.days.kept(habitsOf(ahead), earliest(ahead.map(({ localDate }) => localDate)));
    const known = new Set(kept.map(identityOf));
    return ahead.filter((occurrence) => !known.has(identityOf(occurrence)));
  }

  /** A habit whose goal is met is quiet for the rest of that week or month. */
  private async withoutMet(ahead: Occurrence[]): Promise<Occurrence[]> {
    const aiming = ahead.filter(({ goal }) => goal !== null);
    if (aiming.length === 0) return ahead;
    const from = earliest(aiming.map(({ goal, day }) => periodOf(goal!.per, day)));
    const done = Map.groupBy(await this.days.completions(habitsOf(aiming), from), ({ habitId }) => habitId);
    const met = new Map(aiming.map(({ habitId, goal }) => [habitId, periodsMet(goal!, done.get(habitId) ?? [])]));
    return ahead.filter(({ habitId, goal, day }) => !goal || !met.get(habitId)!.has(periodOf(goal.per, day)));
  }
}

export function identityOf({ habitId, localDate, localTime }: Identity): string {
  return `${habitId} ${localDate} ${localTime}`;
}

function habitsOf(occurrences: Occurrence[]): string[] {
  return [...new Set(occurrences.map(({ habitId }) => habitId))];
}

function earliest(dates: LocalDate[]): LocalDate {
  return dates.reduce((one, other) => (one < other ? one : other));
}

function midnight(date: LocalDate): Date {
  return instantOf({ date, time: '00:00' }, 'UTC');
}

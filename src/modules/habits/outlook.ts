import { Injectable } from '@nestjs/common';
import { Clock, latest } from '../../kernel/clock';
import { addDays, instantOf, type LocalDate } from '../../kernel/local-time';
import { DaysRepository } from './days.repository';
import type { HabitRow } from './habits.repository';
import { earliestDateOf, habitsOf, nameOf } from './local-moments';
import type { Occurrence } from './occurrence.entity';
import { Planner } from './planner';

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
    private readonly planner: Planner,
    private readonly clock: Clock,
  ) {}

  /**
   * What these habits will ask for on those days and is no row yet. Whoever shows rows as well reads the habits, then this,
   * then the rows: what is planned in between is in both, never in neither.
   */
  async beyondRows(habits: HabitRow[], { first, last }: Days): Promise<Occurrence[]> {
    const now = this.clock.now();
    const from = latest(now, midnight(addDays(first, -APART)));
    const until = midnight(addDays(last, APART));
    const ahead = await this.planner.rows(habits, ({ plannedUntil }) => latest(from, plannedUntil ?? now), until);
    return this.withoutKept(ahead.filter(({ day }) => first <= day && day <= last));
  }

  /** A local moment is a row but once: what was answered early, or rang before it was moved, is not planned again. */
  private async withoutKept(ahead: Occurrence[]): Promise<Occurrence[]> {
    if (ahead.length === 0) return ahead;
    const kept = await this.days.kept(habitsOf(ahead), earliestDateOf(ahead));
    const known = new Set(kept.map(nameOf));
    return ahead.filter((occurrence) => !known.has(nameOf(occurrence)));
  }
}

function midnight(date: LocalDate): Date {
  return instantOf({ date, time: '00:00' }, 'UTC');
}

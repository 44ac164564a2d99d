import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, DAY, earliest, latest, plus } from '../../kernel/clock';
import { addDays, instantOf, type LocalDate } from '../../kernel/local-time';
import { DaysRepository } from './days.repository';
import type { HabitRow } from './habits.repository';
import { earliestDateOf, habitsOf, nameOf } from './local-moments';
import type { Occurrence } from './occurrence.entity';
import type { Days } from './occurrences.repository';
import { Planner } from './planner';

/** So many days, at most, lie between a moment's day and its date in UTC: a zone, a day that ends late, a skipped date. */
const APART = 3;

/** So many moments, about, are reckoned in one go: a few hundredths of a second. Then others have their turn. */
const AT_ONCE = 5_000;

/** Looks beyond the horizon: at what planning will make rows of once it gets there. Nothing of it is kept. */
@Injectable()
export class Outlook {
  constructor(
    private readonly days: DaysRepository,
    private readonly planner: Planner,
    private readonly clock: Clock,
  ) {}

  /**
   * What these habits will ask for on those days, from the moment on, and is no row yet: portion by portion, each portion
   * later than the one before, for as long as the reader goes on. Whoever shows rows as well reads the habits, then this,
   * then the rows: what is planned in between is in both, never in neither.
   */
  async *beyondRows(habits: HabitRow[], { first, last }: Days, after?: Date): AsyncGenerator<Occurrence[]> {
    const now = this.clock.now();
    const until = midnight(addDays(last, APART));
    const step = stepFor(habits);
    let from = latest(now, midnight(addDays(first, -APART)), after ?? now);
    while (from < until) {
      const [begin, end] = [from, earliest(plus(from, step), until)];
      const ahead = await this.planner.rows(habits, ({ plannedUntil }) => latest(begin, plannedUntil ?? now), end);
      yield this.withoutKept(ahead.filter(({ day }) => first <= day && day <= last));
      await setImmediate();
      from = end;
    }
  }

  /** A local moment is a row but once: what was answered early, or rang before it was moved, is not planned again. */
  private async withoutKept(ahead: Occurrence[]): Promise<Occurrence[]> {
    if (ahead.length === 0) return ahead;
    const kept = await this.days.kept(habitsOf(ahead), earliestDateOf(ahead));
    const known = new Set(kept.map(nameOf));
    return ahead.filter((occurrence) => !known.has(nameOf(occurrence)));
  }
}

/** How long it takes these habits to ask so many times. At least a day: no day has more than all of them ask in one. */
function stepFor(habits: HabitRow[]): number {
  const aDay = habits.reduce((sum, { times }) => sum + times.length, 0);
  return Math.max(1, Math.floor(AT_ONCE / Math.max(1, aDay))) * DAY;
}

function midnight(date: LocalDate): Date {
  return instantOf({ date, time: '00:00' }, 'UTC');
}

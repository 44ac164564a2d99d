import { Injectable } from '@nestjs/common';
import { Clock, DAY, latest, plus } from '../../kernel/clock';
import { People, type Whereabouts } from '../users';
import { nextMoments, zoneOf } from './domain/schedule';
import { habitResponse } from './habit.response';
import type { HabitResponse } from './habits.dto';
import type { HabitRow } from './habits.repository';
import { Planner, restsForGood } from './planner';
import { StreaksService } from './streaks.service';

/** Longer than any week or month a goal can be met for. */
const TWO_MONTHS = 62 * DAY;

/** Shows habits to their person, with what is reckoned: their streaks, and when each is due next. */
@Injectable()
export class HabitsReader {
  constructor(
    private readonly streaks: StreaksService,
    private readonly planner: Planner,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** In the order given. All are of the one person. */
  async shown(userId: string, habits: HabitRow[]): Promise<HabitResponse[]> {
    const streaks = await this.streaks.ofHabits(userId, habits);
    const dues = await this.nextDues(userId, habits);
    return habits.map((habit) => habitResponse(habit, streaks.get(habit.id), dues.get(habit.id) ?? null));
  }

  /** By the rows that are planned, where there are none by what will be planned. Nothing for a habit that rests for good. */
  private async nextDues(userId: string, habits: HabitRow[]): Promise<Map<string, Date | null>> {
    const dues = new Map(habits.map(({ id, nextPlannedAt }) => [id, nextPlannedAt]));
    const unplanned = habits.filter((habit) => !habit.nextPlannedAt && !restsForGood(habit));
    if (unplanned.length === 0) return dues;
    const now = this.clock.now();
    const beyond = plus(now, TWO_MONTHS);
    const rows = await this.planner.rows(unplanned, ({ plannedUntil }) => latest(now, plannedUntil ?? now), beyond);
    for (const { habitId, dueAt } of rows) {
      const known = dues.get(habitId);
      if (!known || dueAt < known) dues.set(habitId, dueAt);
    }
    const whereabouts = await this.people.whereabouts(userId);
    for (const habit of unplanned) {
      if (!dues.get(habit.id))
        dues.set(habit.id, firstFrom(latest(beyond, habit.pauseEndsAt ?? now), habit, whereabouts));
    }
    return dues;
  }
}

function firstFrom(from: Date, habit: HabitRow, { timeZone, dayEndsAt }: Whereabouts): Date | null {
  const zone = zoneOf(habit, timeZone);
  return zone ? (nextMoments(habit, zone, dayEndsAt, from, 1)[0]?.dueAt ?? null) : null;
}

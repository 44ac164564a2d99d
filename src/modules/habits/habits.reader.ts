import { Injectable } from '@nestjs/common';
import { Clock, DAY, latest, plus } from '../../kernel/clock';
import { People, type Whereabouts } from '../users';
import { nextMoments, zoneOf } from './domain/schedule';
import { habitResponse } from './habit.response';
import type { HabitResponse } from './habits.dto';
import type { HabitRow } from './habits.repository';
import { Planner, restsForGood } from './planner';
import { StreaksService } from './streaks.service';

/** So far ahead, in days, is looked at what a met goal spares: near first, then further than any week or month it is met for. */
const LOOKS = [7, 62];

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
    const whereabouts = await this.people.whereabouts(userId);
    const spared = await this.sparedByGoals(unplanned.filter(({ goal }) => goal !== null));
    for (const habit of unplanned) dues.set(habit.id, spared.get(habit.id) ?? this.firstByRule(habit, whereabouts));
    return dues;
  }

  /** When the habits with a goal are due next, if it is met for now; without those that are not due for long. */
  private async sparedByGoals(aiming: HabitRow[]): Promise<Map<string, Date>> {
    const now = this.clock.now();
    const dues = new Map<string, Date>();
    for (const days of LOOKS) {
      const left = aiming.filter(({ id }) => !dues.has(id));
      if (left.length === 0) break;
      const rows = await this.planner.rows(left, (habit) => endOfRows(habit, now), plus(now, days * DAY));
      for (const { habitId, dueAt } of rows) if (!dues.has(habitId)) dues.set(habitId, dueAt);
    }
    return dues;
  }

  private firstByRule(habit: HabitRow, { timeZone, dayEndsAt }: Whereabouts): Date | null {
    const now = this.clock.now();
    const zone = zoneOf(habit, timeZone);
    const searched = habit.goal ? plus(now, Math.max(...LOOKS) * DAY) : now;
    const from = latest(endOfRows(habit, now), habit.pauseEndsAt ?? now, searched);
    return zone ? (nextMoments(habit, zone, dayEndsAt, from, 1)[0]?.dueAt ?? null) : null;
  }
}

function endOfRows({ plannedUntil }: HabitRow, now: Date): Date {
  return latest(now, plannedUntil ?? now);
}

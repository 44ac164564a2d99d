import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, type LocalDate, utcDateAt } from '../../kernel/local-time';
import { UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { People } from '../users';
import type { StreakEvent } from './domain/streak';
import { daysOf, unitsOf } from './domain/unit';
import { closedThrough, settledThrough } from './domain/whole-periods';
import { HabitsRepository } from './habits.repository';
import { type HabitSeries, StreaksRepository } from './streaks.repository';
import { habitStateAt, overallStateAt, type Streaking, StreaksService } from './streaks.service';

/** The last days are left out: a repair, or a word that comes late, would undo the checkpoint. */
const STILL_MOVING = 4;

/** A checkpoint is made so often, in days: that much, and little more, a read has to fold. */
const EVERY = 35;

/** Kept so long, in days: a curve of 92 days begins at one of them. */
const KEPT_FOR = 200;

const PEOPLE_AT_ONCE = 100;

/** Keeps, from time to time, how far each streak has been folded. */
@Injectable()
export class CheckpointsService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly streaks: StreaksRepository,
    private readonly reader: StreaksService,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes those that are due, one person after the other. */
  async keep(): Promise<void> {
    await batchByBatch(
      () => this.streaks.peopleWithCheckpointsDue(this.day(), this.clock.now(), PEOPLE_AT_ONCE),
      async (userIds) => {
        for (const userId of userIds) await this.keepOf(userId);
        return userIds.length;
      },
    );
  }

  /** What was folded of these habits from that day on is no longer so. Expects the person to be held. */
  forget(userId: string, habitIds: string[], since: LocalDate): Promise<void> {
    return this.streaks.forget(userId, habitIds, since);
  }

  /** The habit has another rhythm: all of its strength is reckoned by it. */
  forgetOf(habitId: string): Promise<void> {
    return this.streaks.forgetOf(habitId);
  }

  /** A habit goes with all its days. */
  forgetOverall(userId: string): Promise<void> {
    return this.streaks.forgetOverall(userId);
  }

  private keepOf(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const until = addDays(await this.reader.today(userId), -STILL_MOVING);
      const habits = await this.habits.findMany(await this.streaks.checkpointsDue(userId, this.day()));
      const events = await this.streaks.eventsOf(userId, null);
      await this.keepHabits(habits, until, events);
      await this.keepOverall(userId, until, events);
      await this.streaks.nextCheckpoint(
        habits.map(({ id }) => id),
        addDays(this.day(), EVERY),
      );
    });
  }

  private async keepHabits(habits: Streaking[], until: LocalDate, events: StreakEvent[]): Promise<void> {
    const series = await this.streaks.seriesOf(habits.map(({ id }) => ({ habitId: id, until, before: until })));
    const byHabit = new Map(series.map((one) => [one.habitId, one]));
    const made = habits.flatMap((habit) => checkpointOf(habit, byHabit.get(habit.id)!, until, events));
    if (made.length > 0) await this.streaks.keep(made, addDays(until, -KEPT_FOR));
  }

  /** It may fall into a goal's week or month: a miss of that stands for its last day, and a read begins with its first. */
  private async keepOverall(userId: string, until: LocalDate, events: StreakEvent[]): Promise<void> {
    const series = await this.streaks.overallSeries(userId, until);
    const through = closedThrough(series.habits.flat(), until);
    if (series.through !== null && through <= series.through) return;
    const state = overallStateAt(series, daysOf(series.habits, addDays(until, 1)), events, through);
    await this.streaks.keepOverall(userId, through, state, addDays(until, -KEPT_FOR));
  }

  private day(): LocalDate {
    return utcDateAt(this.clock.now());
  }
}

function checkpointOf(habit: Streaking, series: HabitSeries, until: LocalDate, events: StreakEvent[]) {
  const through = settledThrough(series.facts, until);
  if (series.facts.length === 0 || (series.through !== null && through <= series.through)) return [];
  const units = unitsOf(series.facts, addDays(until, 1));
  return [{ habitId: habit.id, through, state: habitStateAt(habit, series, units, events, through) }];
}

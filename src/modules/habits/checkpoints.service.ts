import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, type LocalDate } from '../../kernel/local-time';
import { UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { People } from '../users';
import { foldDays, NO_DAY_STREAK, overallDays } from './domain/day-streak';
import type { StreakEvent } from './domain/day-streak';
import { isSettled, unitsOf } from './domain/unit';
import { HabitsRepository } from './habits.repository';
import { type HabitSeries, StreaksRepository, wholePeriods } from './streaks.repository';
import { foldedThrough, type Streaking, StreaksService } from './streaks.service';

/** The last days are left out: a repair, or a word that comes late, would undo the checkpoint. */
const STILL_MOVING = 4;

/** A checkpoint is made so often, in days; it is what a read has to fold, at most. */
const EVERY = 35;

/** Kept so long, in days: a curve of 92 days begins at one of them. */
const KEPT_FOR = 200;

const PEOPLE_AT_ONCE = 100;

/** Keeps, from time to time, where each streak has been folded to. */
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

  /** Makes those that are due, a person at a time. */
  async keep(): Promise<void> {
    await batchByBatch(
      () => this.streaks.peopleWithCheckpointsDue(this.day(), PEOPLE_AT_ONCE),
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

  private keepOf(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const settled = addDays(await this.reader.today(userId), -STILL_MOVING);
      const habits = await this.habits.findMany(await this.streaks.checkpointsDue(userId, this.day()));
      const events = await this.streaks.eventsOf(userId, null);
      await this.keepHabits(habits, settled, events);
      await this.keepDays(userId, settled, events);
      await this.streaks.nextCheckpoint(
        habits.map(({ id }) => id),
        addDays(this.day(), EVERY),
      );
    });
  }

  private async keepHabits(habits: Streaking[], settled: LocalDate, events: StreakEvent[]): Promise<void> {
    const wanted = habits.map(({ id }) => ({ habitId: id, until: settled, before: settled }));
    const series = new Map((await this.streaks.seriesOf(wanted)).map((one) => [one.habitId, one]));
    const made = habits.flatMap((habit) => checkpointOf(habit, series.get(habit.id)!, settled, events));
    if (made.length > 0) await this.streaks.keep(made, addDays(settled, -KEPT_FOR));
  }

  private async keepDays(userId: string, settled: LocalDate, events: StreakEvent[]): Promise<void> {
    const { through, state } = await this.streaks.dayCheckpoint(userId, settled);
    const tallies = await this.streaks.talliesOf(userId, through && wholePeriods(through), settled);
    const open = tallies.flat().filter(({ open: count }) => count > 0);
    const last = open.reduce((until, { day }) => (day <= until ? addDays(day, -1) : until), settled);
    const isNew = ({ day }: { day: LocalDate }) => (through === null || day > through) && day <= last;
    if (last <= (through ?? '')) return;
    const days = overallDays(tallies, addDays(settled, 1)).filter(isNew);
    if (days.length === 0) return;
    const folded = foldDays(state ?? NO_DAY_STREAK, days, events.filter(isNew), addDays(settled, 1));
    await this.streaks.keepDays(userId, last, folded, addDays(settled, -KEPT_FOR));
  }

  private day(): LocalDate {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

/** As far as nothing of it will change any more by itself; nothing when that is no further than before. */
function checkpointOf(habit: Streaking, series: HabitSeries, settled: LocalDate, events: StreakEvent[]) {
  const today = addDays(settled, 1);
  const units = unitsOf(series.tallies, today);
  const moving = units.findIndex((unit) => !isSettled(unit, today));
  const whole = moving < 0 ? units : units.slice(0, moving);
  const through = whole.at(-1)?.last;
  if (!through) return [];
  return [{ habitId: habit.id, through, state: foldedThrough(habit, series, whole, through, events) }];
}

import { Injectable } from '@nestjs/common';
import { Clock, HOUR, plus } from '../../kernel/clock';
import { UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { ZoneData } from '../../platform/time';
import { People } from '../users';
import type { Habit } from './habit.entity';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { Planner } from './planner';

/** A habit is looked at again when so much of its horizon is left. */
const REFILL_BELOW = 24 * HOUR;

const HABITS_AT_ONCE = 500;

/** New zone data brings work for everybody at once: a batch at a time, so that whoever runs out of rows never waits behind it. */
const BATCHES_OF_ZONE_DATA = 1;

type Named = Pick<Habit, 'id' | 'userId'>;

/** Looks after all plans there are, again and again. */
@Injectable()
export class PlanSweep {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly planner: Planner,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly zoneData: ZoneData,
    private readonly clock: Clock,
  ) {}

  /** Fills the horizon of habits that are running out of rows; then plans anew what older zone data has planned. */
  async planAhead(): Promise<void> {
    await batchByBatch(
      () => this.habits.plannedOnlyUntil(plus(this.clock.now(), REFILL_BELOW), HABITS_AT_ONCE),
      (thirsty) => this.withHeld(thirsty, (habits) => this.planner.refill(habits)),
    );
    await batchByBatch(
      () => this.habits.plannedByOlderZoneData(HABITS_AT_ONCE),
      (outdated) => this.withHeld(outdated, (habits) => this.planAnew(habits)),
      BATCHES_OF_ZONE_DATA,
    );
  }

  /** But for those whose rows have run out: what they missed is made first, by the refill. */
  private async planAnew(habits: HabitRow[]): Promise<void> {
    const now = this.clock.now();
    const outdated = habits.filter(
      ({ plannedBy, plannedUntil }) => plannedBy < this.zoneData.version && plannedUntil! > now,
    );
    await this.planner.planAnew(outdated.map(({ id }) => id));
  }

  /** Works on those whose people nobody else holds, if they are planned still. Returns how many it looked after. */
  private withHeld(named: Named[], work: (habits: HabitRow[]) => Promise<void>): Promise<number> {
    return this.work.run(async () => {
      const held = new Set(await this.people.holdFree([...new Set(named.map(({ userId }) => userId))]));
      const habits = await this.habits.findMany(named.filter(({ userId }) => held.has(userId)).map(({ id }) => id));
      await work(habits.filter(({ plannedUntil }) => plannedUntil !== null));
      return habits.length;
    });
  }
}

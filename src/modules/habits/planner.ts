import { Injectable } from '@nestjs/common';
import { Clock, DAY, HOUR, plus } from '../../kernel/clock';
import { addDays, type TimeZone, wallTimeAt } from '../../kernel/local-time';
import { newId, UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { People, type Profile } from '../users';
import { timesSpent } from './domain/edit';
import { closesAt, closesWithDay } from './domain/occurrence';
import { type Moment, momentsBetween, zoneOf } from './domain/schedule';
import type { Habit } from './habit.entity';
import { type HabitRow, HabitsRepository } from './habits.repository';
import type { Occurrence } from './occurrence.entity';
import { OccurrencesRepository } from './occurrences.repository';

/** How far ahead occurrences are rows. The due path then does no calendar maths at all. */
const HORIZON = 48 * HOUR;

/** A habit is looked at again when so much of its horizon is left. */
const REFILL_BELOW = 24 * HOUR;

const HABITS_AT_ONCE = 500;

/** Turns schedules into rows, ahead of time. */
@Injectable()
export class Planner {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Fills the horizon of habits that are running out of rows. */
  async planAhead(): Promise<void> {
    await batchByBatch(
      () => this.habits.plannedOnlyUntil(plus(this.clock.now(), REFILL_BELOW), HABITS_AT_ONCE),
      (thirsty) => this.planFor(thirsty),
    );
  }

  /** The first plan of a new habit: from now on; a moment already past is not created. */
  async begin(habit: Habit, profile: Profile): Promise<void> {
    const until = plus(this.clock.now(), HORIZON);
    await this.occurrences.plan(this.rows(habit, profile, this.clock.now(), until));
    await this.habits.markPlanned([habit.id], until);
  }

  /**
   * Plans anew after an edit or a move: what is planned and named no more is forgotten, what stays moves to its new
   * instant, what has rung stays as it was. A time of today that has rung, or was checked in, is not rung again under the
   * time that replaced it.
   */
  async planAnew(habit: Habit, profile: Profile, timesBefore: string[] = habit.times): Promise<void> {
    const now = this.clock.now();
    const until = plus(now, HORIZON);
    const spent = await this.spentTimes(habit, timesBefore, now);
    const rows = this.rows(habit, profile, now, until).filter(
      ({ localDate, localTime }) => !spent.get(localDate)?.includes(localTime),
    );
    await this.occurrences.unplan(habit.id, now, rows);
    await this.occurrences.plan(rows);
    await this.habits.markPlanned([habit.id], until);
  }

  /** After a word about a habit with a goal: what it asks for next depends on what was done. Expects the person to be held. */
  async planAnewAfterWord(habit: HabitRow): Promise<void> {
    if (!habit.goal || habit.archivedAt || habit.pausedAt) return;
    await this.planAnew(habit, await this.people.profile(habit.userId));
  }

  private planFor(thirsty: Pick<Habit, 'id' | 'userId'>[]): Promise<number> {
    return this.work.run(async () => {
      const held = new Set(await this.people.holdFree([...new Set(thirsty.map(({ userId }) => userId))]));
      const habits = await this.habits.findMany(thirsty.filter(({ userId }) => held.has(userId)).map(({ id }) => id));
      await this.refill(habits.filter(({ plannedUntil }) => plannedUntil !== null));
      return habits.length;
    });
  }

  private async refill(habits: Habit[]): Promise<void> {
    const profiles = await this.people.profiles([...new Set(habits.map(({ userId }) => userId))]);
    const until = plus(this.clock.now(), HORIZON);
    const rows = habits.flatMap((habit) => this.rows(habit, profiles.get(habit.userId)!, habit.plannedUntil!, until));
    await this.occurrences.plan(rows);
    await this.habits.markPlanned(
      habits.map(({ id }) => id),
      until,
    );
  }

  private rows(habit: Habit, profile: Profile, from: Date, until: Date): Occurrence[] {
    return asked(habit, profile, from, until, this.clock.now());
  }

  /** By local date: the new times that stand for old ones which have rung. Yesterday is looked at too, for those east of it. */
  private async spentTimes(habit: Habit, timesBefore: string[], now: Date): Promise<Map<string, string[]>> {
    const yesterday = wallTimeAt(plus(now, -DAY), habit.timeZone ?? 'UTC').date;
    const rung = await this.occurrences.spentTimes(habit.id, addDays(yesterday, -1), now);
    const byDate = Map.groupBy(rung, ({ localDate }) => localDate);
    return new Map(
      [...byDate].map(([date, rows]) => [
        date,
        timesSpent(
          timesBefore,
          habit.times,
          rows.map(({ localTime }) => localTime),
        ),
      ]),
    );
  }
}

/** Grace after its time; the end of its day where only too much is a miss. */
function closing(habit: Habit, zone: TimeZone, profile: Profile, { dueAt, day }: Moment): Date {
  return habit.targetDirection === 'at-most'
    ? closesWithDay(dueAt, day, profile.dayEndsAt, zone)
    : closesAt(dueAt, profile.graceMinutes, null, null);
}

/**
 * What the habit asks for from `from` (included) to `until` (excluded). Planning keeps these rows and `Outlook` shows those
 * that are not kept yet, so that nothing is shown but what will be planned. Nothing while it is not known in which zone to
 * read the habit.
 */
export function asked(habit: Habit, profile: Profile, from: Date, until: Date, now: Date): Occurrence[] {
  const zone = zoneOf(habit, profile.timeZone);
  if (!zone) return [];
  return momentsBetween(habit, zone, profile.dayEndsAt, from, until).map((moment) =>
    planned(habit, zone, profile, moment, now),
  );
}

/** An occurrence as it begins its life. */
export function planned(habit: Habit, zone: TimeZone, profile: Profile, moment: Moment, now: Date): Occurrence {
  return {
    id: newId(),
    habitId: habit.id,
    userId: habit.userId,
    localDate: moment.localDate,
    localTime: moment.localTime,
    timeZone: zone,
    day: moment.day,
    dueAt: moment.dueAt,
    status: 'planned',
    goal: habit.goal,
    closesAt: closing(habit, zone, profile, moment),
    reachedAt: null,
    callbackAt: null,
    plannedAt: now,
    dispatchedAt: null,
    closedAt: null,
    closedBecause: null,
  };
}

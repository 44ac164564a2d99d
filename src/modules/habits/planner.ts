import { Injectable } from '@nestjs/common';
import { Clock, DAY, HOUR, latest, plus } from '../../kernel/clock';
import { dayBeginsAt, type TimeZone, utcDateAt } from '../../kernel/local-time';
import { newId } from '../../platform/database';
import { People, type Profile } from '../users';
import { replacements } from './domain/edit';
import { periodOf } from './domain/goal';
import { closesAt, closesWithDay, isOpen } from './domain/occurrence';
import { type Moment, momentsBetween, zoneOf } from './domain/schedule';
import type { Habit } from './habit.entity';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { earliestDateOf, habitsOf, nameOf } from './local-moments';
import type { Occurrence } from './occurrence.entity';
import { OccurrencesRepository } from './occurrences.repository';
import { OccurrencesService } from './occurrences.service';
import { PausesRepository } from './pauses.repository';

/** How far ahead occurrences are rows. The due path then does no calendar maths at all. */
const HORIZON = 48 * HOUR;

/** So far back lies any local date, at most, on which something may still ring: a zone, a day that the clocks skip. */
const STILL_TODAY = 3 * DAY;

/** Turns schedules into rows, ahead of time. Each verb expects the people of its habits to be held. */
@Injectable()
export class Planner {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly pauses: PausesRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly rest: OccurrencesService,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans as if for the first time: after an edit, a pause or its end, a move, or new zone data. What is planned and asked for
   * no more is forgotten, what stays moves to its new instant, what has rung stays as it was, and a moment already past
   * is not created. What is open of a habit that rests now rests as well.
   */
  async planAnew(habitIds: string[]): Promise<void> {
    const now = this.clock.now();
    await this.moveEndsOfPauses(habitIds, now);
    const habits = await this.habits.findMany(habitIds);
    const asking = habits.filter((habit) => !restsForGood(habit));
    const rows = await this.rows(asking, () => now, plus(now, HORIZON));
    await this.occurrences.unplan(habitIds, now, rows);
    await this.occurrences.plan(rows);
    await this.letRest(habits.filter(rests), now);
    await this.habits.markPlannedAnew(habits.map((habit) => ({ id: habit.id, until: plannedUntil(habit, now) })));
  }

  /** After an edit: a time of today that has rung, or was checked in, is not rung again under the time that replaced it. */
  async planAfterEdit(habit: Habit, timesBefore: string[]): Promise<void> {
    const pairs = replacements(timesBefore, habit.times);
    if (pairs.length > 0) {
      const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
      const now = this.clock.now();
      await this.occurrences.letStandFor(habit.id, utcDateAt(plus(now, -STILL_TODAY)), now, before, after);
    }
    await this.planAnew([habit.id]);
  }

  /**
   * After a word was given or taken back: once the goal of its week or month is met, the rest of it falls silent, also what
   * is asked about just now; else it rings again. And what is open again by having been taken back is due when the schedule
   * says by now, if it is asked for at all. Returns whether anything could come of it.
   */
  async planAnewAfterWord({ id, goal }: Pick<Habit, 'id' | 'goal'>, isPlannedAgain = false): Promise<boolean> {
    if (goal === null && !isPlannedAgain) return false;
    await this.planAnew([id]);
    if (goal !== null) await this.settleChances(id);
    return true;
  }

  /** Adds what the rows of these habits do not reach to. */
  async refill(habits: HabitRow[]): Promise<void> {
    const until = plus(this.clock.now(), HORIZON);
    await this.occurrences.plan(await this.rows(habits, ({ plannedUntil }) => plannedUntil!, until));
    await this.habits.markRefilled(
      habits.map(({ id }) => id),
      until,
    );
  }

  /** Forgets what is planned and lets rest what is open: the habit is about to be no more. */
  async quieten(habitId: string): Promise<void> {
    const now = this.clock.now();
    await this.occurrences.unplan([habitId], now);
    await this.rest.letRest(await this.occurrences.openOf([habitId], now));
  }

  /** A pause until a day ends when that day begins where the person, or the habit, is now. */
  private async moveEndsOfPauses(habitIds: string[], now: Date): Promise<void> {
    for (const { of, id, resumesOn, endedAt, timeZone, dayEndsAt } of await this.pauses.datedOf(habitIds, now)) {
      const end = latest(now, dayBeginsAt(resumesOn, timeZone, dayEndsAt));
      if (end.getTime() !== endedAt.getTime()) await this.pauses.setEnd(of, id, { resumesOn, endedAt: end });
    }
  }

  private async settleChances(habitId: string): Promise<void> {
    const chances = await this.occurrences.chancesOf(habitId, this.clock.now());
    const isMet = await this.metAmong(chances);
    const open = chances.filter(({ status }) => isOpen(status));
    await this.rest.leaveToGoal(open.filter(isMet).map(({ id }) => id));
    await this.rest.openAgain(chances.filter((row) => !isOpen(row.status) && !isMet(row)));
  }

  private async letRest(resting: HabitRow[], now: Date): Promise<void> {
    if (resting.length === 0) return;
    const habitIds = resting.map(({ id }) => id);
    await this.rest.letRest(await this.occurrences.openOf(habitIds, now));
  }

  /**
   * All that these habits ask for between the moments, of each in the order of the clock, but for what rang under another time, and what a met goal spares.
   * Planning keeps these rows, and `Outlook` shows those that are not kept yet: nothing is shown but what will be planned.
   */
  async rows(habits: HabitRow[], from: (habit: HabitRow) => Date, until: Date): Promise<Occurrence[]> {
    const profiles = await this.people.profiles([...new Set(habits.map(({ userId }) => userId))]);
    const named = habits.flatMap((habit) => this.named(habit, profiles.get(habit.userId)!, from(habit), until));
    return this.withoutMet(await this.withoutStoodFor(named));
  }

  /** What the schedule names. Nothing while it is not known in which zone to read the habit, or while it rests. */
  private named(habit: HabitRow, profile: Profile, from: Date, until: Date): Occurrence[] {
    const zone = zoneOf(habit, profile.timeZone);
    if (!zone) return [];
    const begin = habit.pauseEndsAt ? latest(from, habit.pauseEndsAt) : from;
    return momentsBetween(habit, zone, profile.dayEndsAt, begin, until).map((moment) =>
      planned(habit, zone, profile, moment, this.clock.now()),
    );
  }

  private async withoutStoodFor(rows: Occurrence[]): Promise<Occurrence[]> {
    if (rows.length === 0) return rows;
    const stoodFor = await this.occurrences.stoodFor(habitsOf(rows), earliestDateOf(rows), this.clock.now());
    const silent = new Set(stoodFor.map(nameOf));
    return rows.filter((row) => !silent.has(nameOf(row)));
  }

  private async withoutMet(rows: Occurrence[]): Promise<Occurrence[]> {
    const isMet = await this.metAmong(rows);
    return rows.filter((row) => !isMet(row));
  }

  /** Whether the goal of the week or month that a row belongs to is met by now. */
  private async metAmong(rows: Occurrence[]): Promise<(row: Occurrence) => boolean> {
    const aiming = rows.filter(({ goal }) => goal !== null);
    if (aiming.length === 0) return () => false;
    const periods = new Map(aiming.map((row) => [periodNameOf(row), { habitId: row.habitId, ...periodOfRow(row) }]));
    const counts = await this.occurrences.completedIn([...periods.values()]);
    const completed = new Map(counts.map(({ habitId, first, completed }) => [`${habitId} ${first}`, completed]));
    return (row) => row.goal !== null && (completed.get(periodNameOf(row)) ?? 0) >= row.goal.times;
  }
}

/** Grace after its time; the end of its day where only too much is a miss. */
function closing(habit: Habit, zone: TimeZone, profile: Profile, { dueAt, day }: Moment): Date {
  return habit.targetDirection === 'at-most'
    ? closesWithDay(dueAt, day, profile.dayEndsAt, zone)
    : closesAt(dueAt, profile.graceMinutes, null, null);
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
    standsFor: null,
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

function rests({ archivedAt, pauseOf }: HabitRow): boolean {
  return archivedAt !== null || pauseOf !== null;
}

/** Nobody knows when it is asked again. */
export function restsForGood(habit: HabitRow): boolean {
  return rests(habit) && (habit.archivedAt !== null || habit.pauseEndsAt === null);
}

/** A habit that rests for longer than the horizon needs no look before it is asked again. */
function plannedUntil(habit: HabitRow, now: Date): Date | null {
  if (restsForGood(habit)) return null;
  return latest(plus(now, HORIZON), habit.pauseEndsAt ?? now);
}

function periodOfRow({ goal, day }: Occurrence) {
  return periodOf(day, goal!.per);
}

function periodNameOf(row: Occurrence): string {
  return `${row.habitId} ${periodOfRow(row).first}`;
}

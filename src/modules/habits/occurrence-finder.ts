import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { EARLIEST_DATE, LATEST_DATE, type LocalDate } from '../../kernel/local-time';
import { absent, invalidFields } from '../../kernel/problem';
import { People } from '../users';
import { momentBeforeStart } from './domain/backfill';
import { momentAt, zoneOf } from './domain/schedule';
import { habitArchived, timeZoneNeeded } from './habits.problems';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { type OccurrenceRow, OccurrencesRepository } from './occurrences.repository';
import { planned } from './planner';

/** What a person speaks of when they check in. */
export interface Subject {
  row: OccurrenceRow;
  habit: HabitRow;
  /** It was made for the sake of this check-in: no clock has looked at it yet. */
  isNew: boolean;
}

/** Holds the person, then finds what they speak of: nothing comes between the look and the change. To be called in a transaction. */
@Injectable()
export class OccurrenceFinder {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async byId(userId: string, occurrenceId: string): Promise<Subject> {
    await this.people.hold(userId);
    const row = await this.occurrences.find(userId, occurrenceId);
    if (!row) throw absent('occurrence');
    return { row, habit: await this.own(userId, row.habitId), isNew: false };
  }

  /** @throws Problem (404) when that date and time have no occurrence yet; (400) when they never will, long ago as they are. */
  async byMoment(userId: string, habitId: string, localDate: string, localTime: string): Promise<Subject> {
    await this.people.hold(userId);
    const habit = await this.own(userId, habitId);
    const row = await this.occurrences.findByMoment(habitId, localDate, localTime);
    if (!row) mustBeWithinReach(localDate);
    if (!row) throw absent('occurrence');
    return { row, habit, isNew: false };
  }

  /** Makes the occurrence when there is none yet: early, after the fact, or from before the habit began. */
  async byMomentOrMade(userId: string, habitId: string, localDate: string, localTime: string): Promise<Subject> {
    await this.people.hold(userId);
    const habit = await this.own(userId, habitId);
    const known = await this.occurrences.findByMoment(habitId, localDate, localTime);
    if (known) return { row: known, habit, isNew: false };
    mustBeWithinReach(localDate);
    if (habit.archivedAt) throw habitArchived();
    await this.make(habit, localDate, localTime);
    return { row: (await this.occurrences.findByMoment(habitId, localDate, localTime))!, habit, isNew: true };
  }

  private async make(habit: HabitRow, localDate: string, localTime: string): Promise<void> {
    const now = this.clock.now();
    const profile = await this.people.profile(habit.userId);
    const zone = zoneOf(habit, profile.timeZone);
    if (!zone) throw timeZoneNeeded();
    const moment =
      momentAt(habit, zone, profile.dayEndsAt, localDate, localTime) ??
      momentBeforeStart(habit, zone, profile.dayEndsAt, localDate, localTime, now);
    if (!moment) throw absent('occurrence');
    await this.occurrences.plan([planned(habit, zone, profile, moment, now)]);
  }

  private async own(userId: string, habitId: string): Promise<HabitRow> {
    const habit = await this.habits.find(userId, habitId);
    if (!habit) throw absent('habit');
    return habit;
  }
}

/** @throws Problem (400) naming the earliest date, or (404) beyond the last date there may ever be an occurrence on. */
function mustBeWithinReach(localDate: LocalDate): void {
  if (localDate > LATEST_DATE) throw absent('occurrence');
  if (localDate >= EARLIEST_DATE) return;
  const message = `${localDate} is too long ago: check in for "${EARLIEST_DATE}" or a later date.`;
  throw invalidFields([{ pointer: '/localDate', message }]);
}

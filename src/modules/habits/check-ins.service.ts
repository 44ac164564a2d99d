import { Injectable } from '@nestjs/common';
import { Clock, HOUR, plus } from '../../kernel/clock';
import { isLocalDate, LOCAL_TIME } from '../../kernel/local-time';
import { absent } from '../../kernel/problem';
import { ChangeLog } from '../../platform/changes';
import { newId, UnitOfWork } from '../../platform/database';
import { ExpectedVersion } from '../../platform/http';
import { News } from '../../platform/news';
import { People } from '../users';
import type { CheckIn, CheckInStatus, CheckInVia } from './check-in.entity';
import { CheckInsRepository } from './check-ins.repository';
import { statusByTheClock } from './domain/occurrence';
import { momentAt, zoneOf } from './domain/schedule';
import { occurrenceUpdated, streakUpdated } from './habits.announcements';
import { occurrencesClosed } from './habits.news';
import { habitArchived, timeZoneNeeded, tooEarly } from './habits.problems';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { type OccurrenceRow, OccurrencesRepository, wordOf } from './occurrences.repository';
import { planned } from './planner';

/** What a person says about an occurrence, and by which way it came. */
export interface Word {
  status: CheckInStatus;
  via: CheckInVia;
  quantity?: number | null;
  quote?: string | null;
  reason?: string | null;
  note?: string | null;
}

const EARLIEST = 48 * HOUR;

/** Check-ins are set, never toggled: saying the same again changes nothing, and the last word wins. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Keeps the word. Done anywhere cancels everything: calls and messages about it fall away in the same transaction. */
  set(userId: string, occurrenceId: string, word: Word, expected = ExpectedVersion.any): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      return this.keep(await this.found(userId, occurrenceId), word, expected);
    });
  }

  /** Takes the word back: before its time it is planned again, before it closes it is due again, afterwards it is missed. */
  remove(userId: string, occurrenceId: string, expected = ExpectedVersion.any): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      return this.takeBack(await this.found(userId, occurrenceId), expected);
    });
  }

  /** The same by the rule's own date and time, which makes the row when there is none yet: early, or after the fact. */
  setAt(
    userId: string,
    habitId: string,
    localDate: string,
    localTime: string,
    word: Word,
    expected = ExpectedVersion.any,
  ): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      return this.keep(await this.foundOrMade(userId, habitId, localDate, localTime), word, expected);
    });
  }

  removeAt(
    userId: string,
    habitId: string,
    localDate: string,
    localTime: string,
    expected = ExpectedVersion.any,
  ): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      await this.ownHabit(userId, habitId);
      const row = await this.byMoment(habitId, localDate, localTime);
      if (!row) throw absent('occurrence');
      return this.takeBack(row, expected);
    });
  }

  /** Every word ever given about the occurrence, the oldest first. */
  historyOf(occurrenceId: string): Promise<CheckIn[]> {
    return this.checkIns.historyOf(occurrenceId);
  }

  private async keep(row: OccurrenceRow, word: Word, expected: ExpectedVersion): Promise<OccurrenceRow> {
    const now = this.clock.now();
    if (row.dueAt > plus(now, EARLIEST)) throw tooEarly();
    if (saysTheSame(row, word)) return row;
    expected.mustBe(wordOf(row));
    await this.checkIns.supersede(row.id, now);
    await this.checkIns.insert(checkIn(row, word, now));
    await this.occurrences.setStatus(row.id, word.status, now);
    await this.news.publish(occurrencesClosed, { userId: row.userId, occurrenceIds: [row.id] });
    return this.told(row);
  }

  private async takeBack(row: OccurrenceRow, expected: ExpectedVersion): Promise<OccurrenceRow> {
    const now = this.clock.now();
    if (!row.checkInStatus) return row;
    expected.mustBe(wordOf(row));
    await this.checkIns.supersede(row.id, now);
    const status = statusByTheClock(row.dueAt, row.closesAt, now);
    await this.occurrences.setStatus(row.id, status, status === 'missed' ? now : null);
    return this.told(row);
  }

  private async told(row: OccurrenceRow): Promise<OccurrenceRow> {
    const after = await this.found(row.userId, row.id);
    await this.changes.append([occurrenceUpdated(after), streakUpdated(after.userId, after.habitId)]);
    return after;
  }

  private async found(userId: string, occurrenceId: string): Promise<OccurrenceRow> {
    const row = await this.occurrences.find(userId, occurrenceId);
    if (!row) throw absent('occurrence');
    return row;
  }

  private async foundOrMade(
    userId: string,
    habitId: string,
    localDate: string,
    localTime: string,
  ): Promise<OccurrenceRow> {
    const habit = await this.ownHabit(userId, habitId);
    const known = await this.byMoment(habitId, localDate, localTime);
    if (known) return known;
    if (habit.archivedAt) throw habitArchived();
    await this.make(habit, localDate, localTime);
    return (await this.byMoment(habitId, localDate, localTime))!;
  }

  private async make(habit: HabitRow, localDate: string, localTime: string): Promise<void> {
    const profile = await this.people.profile(habit.userId);
    const zone = zoneOf(habit, profile.timeZone);
    if (!zone) throw timeZoneNeeded();
    const moment = momentAt(habit, zone, profile.dayEndsAt, localDate, localTime);
    if (!moment) throw absent('occurrence');
    await this.occurrences.plan([planned(habit, zone, profile, moment, this.clock.now())]);
  }

  private async byMoment(habitId: string, localDate: string, localTime: string): Promise<OccurrenceRow | undefined> {
    if (!isLocalDate(localDate) || !LOCAL_TIME.test(localTime)) throw absent('occurrence');
    return this.occurrences.findByMoment(habitId, localDate, localTime);
  }

  private async ownHabit(userId: string, habitId: string): Promise<HabitRow> {
    const habit = await this.habits.find(userId, habitId);
    if (!habit) throw absent('habit');
    return habit;
  }
}

function saysTheSame(row: OccurrenceRow, word: Word): boolean {
  return (
    row.checkInStatus === word.status &&
    (word.quantity === undefined || row.quantity === word.quantity) &&
    (word.reason === undefined || row.reason === word.reason) &&
    (word.note === undefined || row.note === word.note)
  );
}

function checkIn(row: OccurrenceRow, word: Word, at: Date): CheckIn {
  return {
    id: newId(),
    occurrenceId: row.id,
    userId: row.userId,
    status: word.status,
    via: word.via,
    at,
    quantity: word.quantity ?? null,
    quote: word.quote ?? null,
    reason: word.reason ?? null,
    note: word.note ?? null,
    backfill: false,
    supersededAt: null,
  };
}

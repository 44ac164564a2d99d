import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import type { TimeZone } from '../../kernel/local-time';
import { ChangeLog } from '../../platform/changes';
import { News } from '../../platform/news';
import type { Profile } from '../users';
import type { OccurrenceStatus } from './domain/day-status';
import {
  type BroughtNumber,
  broughtNumbers,
  type NewPast,
  newPast,
  type Overflow,
  type PastMoment,
  type Standing,
} from './domain/history';
import { isOpen } from './domain/occurrence';
import { standingByNumber } from './domain/standing';
import type { Habit } from './habit.entity';
import { habitUpdated, occurrenceUpdated, streakUpdated } from './habits.announcements';
import { historyImported, occurrencesClosed } from './habits.news';
import type { HabitRow } from './habits.repository';
import { HistoryRepository, type ImportedWord } from './history.repository';
import { Numbers } from './numbers';
import { type OccurrenceRow, OccurrencesRepository } from './occurrences.repository';
import { planned } from './planner';
import { factsOf } from './reckoner';

/** A habit that gets a past, and whether it rests. */
type PastOwner = Habit & Pick<HabitRow, 'pausedAt'>;

/** Writes past days of a habit whose person is held. */
@Injectable()
export class PastDays {
  constructor(
    private readonly history: HistoryRepository,
    private readonly numbers: Numbers,
    private readonly occurrences: OccurrencesRepository,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Adds what is new of them, the oldest first. Returns how many days changed, and which numbers did not count in full. */
  async add(
    habit: PastOwner,
    zone: TimeZone,
    profile: Profile,
    moments: PastMoment[],
  ): Promise<{ days: number; overflows: Overflow[] }> {
    if (moments.length === 0) return { days: 0, overflows: [] };
    const days = moments.map(({ day }) => day).sort();
    const standing = await this.history.standing(habit.id, days[0]!, days.at(-1)!);
    const { made, told } = newPast(moments, standing);
    await this.make(habit, zone, profile, made);
    await this.tell(habit, told);
    const overflows = await this.count(habit, { made, told }, standing);
    const changed = [...made, ...told.map(({ moment }) => moment)].map(({ day }) => day).sort();
    if (changed.length > 0) await this.historyChanged(habit, changed[0]!);
    return { days: changed.length, overflows };
  }

  private async make(habit: Habit, zone: TimeZone, profile: Profile, moments: PastMoment[]): Promise<void> {
    const now = this.clock.now();
    const rows = moments.map((moment) => ({
      ...planned(habit, zone, profile, moment, now),
      status: moment.status,
    }));
    await this.history.insertPast(rows);
    const words = moments.map((moment, index) => ({ occurrenceId: rows[index]!.id, moment }));
    await this.history.insertWords(
      habit.userId,
      words.filter(({ moment }) => moment.word),
      now,
    );
  }

  private async tell(habit: Habit, told: { standing: Standing; moment: PastMoment }[]): Promise<void> {
    const now = this.clock.now();
    const words: ImportedWord[] = told.map(({ standing, moment }) => ({ occurrenceId: standing.id, moment }));
    await this.history.insertWords(habit.userId, words, now);
    await this.history.close(words, now);
    await this.endAsking(
      habit,
      told.map(({ standing, moment: { status } }) => ({ before: standing, status })),
    );
  }

  /** Their numbers are those of their days, and answer for whatever else was asked of those days and not spoken of. */
  private async count(habit: PastOwner, past: NewPast, standing: Standing[]): Promise<Overflow[]> {
    const { days, overflows } = await this.numbers.bring(habit, numbersIn(past));
    const spokenOf = new Set(past.told.map(({ standing: { id } }) => id));
    const others = standing
      .filter(({ id, day, isTold }) => !isTold && days.has(day) && !spokenOf.has(id))
      .map(({ day }) => day);
    if (others.length > 0) await this.settle(habit, await this.occurrences.ofHabitDays(habit.id, others));
    return overflows;
  }

  private async settle(habit: PastOwner, rows: OccurrenceRow[]): Promise<void> {
    const now = this.clock.now();
    const moved = rows.flatMap((before) => {
      const next = standingByNumber(factsOf(before, habit), now);
      return next ? [{ before, ...next }] : [];
    });
    await this.occurrences.set(
      moved.map(({ before: { id }, ...next }) => ({ id, ...next })),
      now,
    );
    await this.endAsking(habit, moved);
  }

  /** What was still asked about is so no more. */
  private async endAsking(
    { id: habitId, userId }: Habit,
    ended: { before: Pick<Standing, 'id' | 'day' | 'status'>; status: OccurrenceStatus }[],
  ): Promise<void> {
    const asked = ended.filter(({ before, status }) => isOpen(before.status) && !isOpen(status));
    if (asked.length === 0) return;
    await this.news.publish(occurrencesClosed, { userId, occurrenceIds: asked.map(({ before: { id } }) => id) });
    await this.changes.append(
      asked.map(({ before: { id, day }, status }) => occurrenceUpdated({ id, userId, habitId, day, status })),
    );
  }

  /** Whatever was computed of this habit's past from that day on is no longer so. */
  private async historyChanged({ id, userId }: Habit, since: string): Promise<void> {
    await this.news.publish(historyImported, { userId, habitIds: [id], since });
    await this.changes.append([habitUpdated(userId, id), streakUpdated(userId, id)]);
  }
}

/** Each by the moment that is there. */
function numbersIn({ made, told }: NewPast): BroughtNumber[] {
  return broughtNumbers([
    ...made.map((moment) => ({ place: moment, moment })),
    ...told.map(({ standing, moment }) => ({ place: standing, moment })),
  ]);
}

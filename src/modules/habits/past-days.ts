import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import type { TimeZone } from '../../kernel/local-time';
import { ChangeLog } from '../../platform/changes';
import { News } from '../../platform/news';
import type { Profile } from '../users';
import { newPast, type PastMoment, type Standing } from './domain/history';
import { isOpen } from './domain/occurrence';
import type { Habit } from './habit.entity';
import { habitUpdated, occurrenceUpdated, streakUpdated } from './habits.announcements';
import { historyImported, occurrencesClosed } from './habits.news';
import { HistoryRepository, type ImportedWord } from './history.repository';
import { planned } from './planner';

/** Writes past days of a habit whose person is held. */
@Injectable()
export class PastDays {
  constructor(
    private readonly history: HistoryRepository,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Adds what is new of them, the oldest first. Returns how many days changed. */
  async add(habit: Habit, zone: TimeZone, profile: Profile, moments: PastMoment[]): Promise<number> {
    if (moments.length === 0) return 0;
    const days = moments.map(({ day }) => day).sort();
    const { made, told } = newPast(moments, await this.history.standing(habit.id, days[0]!, days.at(-1)!));
    await this.make(habit, zone, profile, made);
    await this.tell(habit, told);
    const changed = [...made, ...told.map(({ moment }) => moment)].map(({ day }) => day).sort();
    if (changed.length > 0) await this.historyChanged(habit, changed[0]!);
    return changed.length;
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
    const asked = told.filter(({ standing }) => isOpen(standing.status));
    if (asked.length === 0) return;
    const occurrenceIds = asked.map(({ standing }) => standing.id);
    await this.news.publish(occurrencesClosed, { userId: habit.userId, occurrenceIds });
    await this.changes.append(
      asked.map(({ standing: { id, day }, moment: { status } }) =>
        occurrenceUpdated({ id, userId: habit.userId, habitId: habit.id, day, status }),
      ),
    );
  }

  /** Whatever was computed of this habit's past from that day on is no longer so. */
  private async historyChanged({ id, userId }: Habit, since: string): Promise<void> {
    await this.news.publish(historyImported, { userId, habitIds: [id], since });
    await this.changes.append([habitUpdated(userId, id), streakUpdated(userId, id)]);
  }
}

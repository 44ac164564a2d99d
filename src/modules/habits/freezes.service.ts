import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, type LocalDate } from '../../kernel/local-time';
import { ChangeLog } from '../../platform/changes';
import { UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { News } from '../../platform/news';
import { People } from '../users';
import { freezesHeld } from './domain/overall-streak';
import { streakUpdated } from './habits.announcements';
import { freezeUsed } from './habits.news';
import { StreaksRepository } from './streaks.repository';
import { StreaksService } from './streaks.service';

const DAYS_AT_ONCE = 100;

/** Tells people that a freeze has kept their streak: on the morning after the day they missed, if nobody has put it right. */
@Injectable()
export class FreezesService {
  constructor(
    private readonly streaks: StreaksRepository,
    private readonly reader: StreaksService,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Misses may cost a freeze once their day is over: what happens then is looked at, in the transaction of the misses. */
  async watch(occurrenceIds: string[]): Promise<void> {
    if (occurrenceIds.length > 0) await this.streaks.watch(occurrenceIds);
  }

  /** Looks at the missed days that are over. */
  async tell(): Promise<void> {
    await batchByBatch(
      () => this.streaks.watchesOver(this.clock.now(), DAYS_AT_ONCE),
      async (over) => {
        for (const { userId, day } of over) await this.look(userId, day);
        return over.length;
      },
    );
  }

  private look(userId: string, day: LocalDate): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      if (await this.streaks.endWatch(userId, day)) await this.tellOf(userId, day);
    });
  }

  /** The streak is looked at as it was on the morning after: what came later has its own day. */
  private async tellOf(userId: string, day: LocalDate): Promise<void> {
    const streak = await this.reader.overall(userId, addDays(day, 1));
    if (!streak.usedOn.includes(day)) return;
    await this.changes.append([streakUpdated(userId, null)]);
    await this.news.publish(freezeUsed, { userId, day, current: streak.row.current, left: freezesHeld(streak) });
  }
}

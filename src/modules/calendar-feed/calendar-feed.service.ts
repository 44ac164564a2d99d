import { Injectable } from '@nestjs/common';
import { Clock, HOUR, plus } from '../../kernel/clock';
import { absent } from '../../kernel/problem';
import { Audit } from '../../platform/audit';
import { UnitOfWork } from '../../platform/database';
import { hashOf, newOpaqueToken } from '../../platform/secrets';
import { UpcomingService } from '../habits';
import { type CalendarFeed, CalendarFeedRepository } from './calendar-feed.repository';
import { calendarText } from './calendar-text';

/** How far ahead a calendar program sees, and how many due moments at most: a few megabytes of text. */
const DAYS = 60;
const MOST_EVENTS = 5_000;

/** That somebody reads is written down at most so often: calendar programs ask day and night. */
const READ_IS_NOTED_EVERY = HOUR;

/** A person's upcoming occurrences for any calendar program, behind a token that only its address holds. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly feeds: CalendarFeedRepository,
    private readonly upcoming: UpcomingService,
    private readonly audit: Audit,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A new token; the one before opens nothing any more. */
  make(userId: string): Promise<{ token: string; createdAt: Date }> {
    const [token, createdAt] = [newOpaqueToken(), this.clock.now()];
    return this.work.run(async () => {
      await this.feeds.put(userId, hashOf(token), createdAt);
      await this.audit.record({ userId, action: 'calendar-feed-made' });
      return { token, createdAt };
    });
  }

  async find(userId: string): Promise<CalendarFeed> {
    const feed = await this.feeds.find(userId);
    if (!feed) throw absent('calendar feed');
    return feed;
  }

  revoke(userId: string): Promise<void> {
    return this.work.run(async () => {
      const wasThere = await this.feeds.remove(userId);
      if (wasThere) await this.audit.record({ userId, action: 'calendar-feed-revoked' });
    });
  }

  /** The calendar that the token opens. */
  async read(token: string): Promise<string> {
    const hash = hashOf(token);
    const feed = await this.feeds.findByHash(hash);
    if (!feed) throw absent('calendar feed');
    await this.noteReading(hash, feed);
    const upcoming = await this.upcoming.withHabits(feed.userId, DAYS, MOST_EVENTS);
    return calendarText(upcoming.slice(0, MOST_EVENTS), { isCutShort: upcoming.length > MOST_EVENTS });
  }

  private async noteReading(hash: Buffer, { lastReadAt }: CalendarFeed): Promise<void> {
    const now = this.clock.now();
    const anHourAgo = plus(now, -READ_IS_NOTED_EVERY);
    if (!lastReadAt || lastReadAt <= anHourAgo) await this.feeds.markRead(hash, now, anHourAgo);
  }
}

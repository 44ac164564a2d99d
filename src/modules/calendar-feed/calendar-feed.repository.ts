import { Repository, UnitOfWork } from '../../platform/database';

/** A person's feed: one at most, known by the hash of its token. */
export interface CalendarFeed {
  userId: string;
  createdAt: Date;
  lastReadAt: Date | null;
}

const ROWS = 'SELECT user_id, created_at, last_read_at FROM calendar_feeds';

@Repository('calendar-feed')
export class CalendarFeedRepository {
  constructor(private readonly work: UnitOfWork) {}

  find(userId: string): Promise<CalendarFeed | undefined> {
    return this.work.row<CalendarFeed>(`${ROWS} WHERE user_id = $1`, [userId]);
  }

  findByHash(tokenHash: Buffer): Promise<CalendarFeed | undefined> {
    return this.work.row<CalendarFeed>(`${ROWS} WHERE token_hash = $1`, [tokenHash]);
  }

  /** In the place of the one before, if there was one. */
  async put(userId: string, tokenHash: Buffer, createdAt: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO calendar_feeds (user_id, token_hash, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE
       SET token_hash = excluded.token_hash, created_at = excluded.created_at, last_read_at = NULL`,
      [userId, tokenHash, createdAt],
    );
  }

  /** Of several readings at once the first is written. */
  async markRead(tokenHash: Buffer, at: Date, ifNotSince: Date): Promise<void> {
    await this.work.execute(
      `UPDATE calendar_feeds SET last_read_at = $2 WHERE token_hash = $1 AND (last_read_at IS NULL OR last_read_at <= $3)`,
      [tokenHash, at, ifNotSince],
    );
  }

  /** Whether there was one. */
  async remove(userId: string): Promise<boolean> {
    return (await this.work.execute('DELETE FROM calendar_feeds WHERE user_id = $1', [userId])) > 0;
  }
}

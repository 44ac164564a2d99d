import { Clock } from '../../kernel/clock';
import { Repository, UnitOfWork } from '../database';
import type { Announcement, Change, Position } from './change';

const COLUMNS = 'transaction_id::text, sequence, user_id, topic, data, created_at, expires_at';

/** By the table's own column, a number: the text of it that is read would put 1000 before 999. */
const ORDER = 'changes.transaction_id, changes.sequence';

/** The name under which Postgres wakes whoever waits for changes. */
export const CHANGES_CHANNEL = 'callivate_changes';

/**
 * News *after* the transaction: rows that become readable when their transaction is committed, in one order for all.
 * Readers stay below the oldest transaction still running, so that one that commits late is never skipped.
 */
@Repository('changes')
export class ChangeLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whoever waits for changes is woken once they are committed. */
  async append(announcements: Announcement[]): Promise<void> {
    if (announcements.length === 0) return;
    await this.work.execute(
      `WITH appended AS (
         INSERT INTO changes (user_id, topic, data, expires_at, created_at)
         SELECT said.user_id, said.topic, said.data, said.expires_at, $5
         FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $4::timestamptz[]) AS said (user_id, topic, data, expires_at))
       SELECT pg_notify('${CHANGES_CHANNEL}', '')`,
      [
        announcements.map(({ userId }) => userId),
        announcements.map(({ topic }) => topic),
        announcements.map(({ data }) => JSON.stringify(data)),
        announcements.map(({ expiresAt }) => expiresAt ?? null),
        this.clock.now(),
      ],
    );
  }

  /** The end of the log as it is now: everything committed later lies behind it. */
  async end(): Promise<Position> {
    const row = await this.work.row<{ oldest: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest',
    );
    return { transactionId: row!.oldest, sequence: 0 };
  }

  after(position: Position, limit: number): Promise<Change[]> {
    return this.work.rows<Change>(
      `SELECT ${COLUMNS} FROM changes
       WHERE (transaction_id, sequence) > ($1::xid8, $2)
         AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY ${ORDER} LIMIT $3`,
      [position.transactionId, position.sequence, limit],
    );
  }

  /** What one person missed since the position, without what has expired meanwhile. */
  missedBy(userId: string, position: Position, limit: number): Promise<Change[]> {
    return this.work.rows<Change>(
      `SELECT ${COLUMNS} FROM changes
       WHERE user_id = $1 AND (transaction_id, sequence) > ($2::xid8, $3)
         AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
         AND (expires_at IS NULL OR expires_at > $4)
       ORDER BY ${ORDER} LIMIT $5`,
      [userId, position.transactionId, position.sequence, this.clock.now(), limit],
    );
  }

  /** Forgets what is older than the moment, a bounded number at a time. Returns how many. */
  forgetBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM changes WHERE (transaction_id, sequence) IN (
         SELECT transaction_id, sequence FROM changes WHERE created_at < $1 ORDER BY created_at LIMIT $2)`,
      [moment, limit],
    );
  }
}

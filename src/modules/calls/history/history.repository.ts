import { Repository, UnitOfWork } from '../../../platform/database';

/** What is kept of calls that are over, and for how long. */
@Repository('call-history')
export class HistoryRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Forgets the words of the person's calls that are over, and shows none of these calls any more. That they were made counts on
   * until `forgetClearedBefore`: so often may somebody be called, and no follow-up is made twice.
   */
  async clear(userId: string, now: Date): Promise<number> {
    await this.work.execute(
      `DELETE FROM turns WHERE call_id IN (SELECT id FROM calls WHERE user_id = $1 AND settled_at IS NOT NULL)`,
      [userId],
    );
    await this.work.execute(
      `DELETE FROM gathered_talks WHERE call_id = ANY(ARRAY(SELECT id FROM calls WHERE user_id = $1 AND settled_at IS NOT NULL))`,
      [userId],
    );
    await this.work.execute(
      `UPDATE call_items SET quote = NULL
       WHERE quote IS NOT NULL AND call_id IN (SELECT id FROM calls WHERE user_id = $1 AND settled_at IS NOT NULL)`,
      [userId],
    );
    return this.work.execute(
      'UPDATE calls SET cleared_at = $2 WHERE user_id = $1 AND settled_at IS NOT NULL AND cleared_at IS NULL',
      [userId, now],
    );
  }

  /** What followed from them stays. */
  async forgetClearedBefore(moment: Date, limit: number): Promise<number> {
    const ids = (
      await this.work.rows<{ id: string }>('SELECT id FROM calls WHERE cleared_at < $1 ORDER BY cleared_at LIMIT $2', [
        moment,
        limit,
      ])
    ).map(({ id }) => id);
    await this.work.execute('UPDATE calls SET follows = NULL WHERE follows = ANY($1)', [ids]);
    return this.work.execute('DELETE FROM calls WHERE id = ANY($1)', [ids]);
  }

  /** What was said in calls, by both. */
  forgetTurnsBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM turns WHERE (call_id, position) IN (
         SELECT call_id, position FROM turns WHERE at < $1 ORDER BY at LIMIT $2)`,
      [moment, limit],
    );
  }

  /** The words that something was understood from; what it was stays. */
  forgetQuotesBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `UPDATE call_items SET quote = NULL WHERE (call_id, position) IN (
         SELECT call_id, position FROM call_items WHERE quote IS NOT NULL AND at < $1 ORDER BY at LIMIT $2)`,
      [moment, limit],
    );
  }
}

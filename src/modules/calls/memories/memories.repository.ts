import { Repository, UnitOfWork } from '../../../platform/database';
import type { Cursor } from '../../../platform/http';
import type { Memory } from '../domain/memory/memory';
import { RememberedFact } from './memory.entity';

/** What calls keep in mind: at most one fact for each habit, the latest. */
@Repository('memories')
export class MemoriesRepository {
  constructor(private readonly work: UnitOfWork) {}

  async of(userId: string, habitId: string): Promise<RememberedFact | null> {
    return this.work.manager.findOneBy(RememberedFact, { userId, habitId });
  }

  /** The latest first; one more than the limit when there is more. */
  list(userId: string, before: Cursor | null, limit: number): Promise<RememberedFact[]> {
    return this.work.rows<RememberedFact>(
      `SELECT * FROM memories
       WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (said_at, habit_id) < ($2, $3::uuid))
       ORDER BY said_at DESC, habit_id DESC LIMIT $4`,
      [userId, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  /** What is still to be told about these habits, but for what was said about one of these occurrences. */
  untold(
    habitIds: string[],
    saidElsewhereThan: string[],
  ): Promise<Pick<RememberedFact, 'habitId' | 'kind' | 'text'>[]> {
    return this.work.rows(
      `SELECT m.habit_id, m.kind, m.text FROM memories m WHERE m.habit_id = ANY($1) AND m.told_at IS NULL
         AND NOT EXISTS (SELECT FROM call_items i WHERE i.call_id = m.call_id AND i.occurrence_id = ANY($2))`,
      [habitIds, saidElsewhereThan],
    );
  }

  /** Keeps what was said in a call about the habit of one of its occurrences, instead of what was kept before. */
  async keep(callId: string, occurrenceId: string, { kind, text }: Memory, now: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO memories (habit_id, user_id, kind, text, said_at, call_id)
       SELECT i.habit_id, c.user_id, $3, $4, $5, c.id FROM call_items i JOIN calls c ON c.id = i.call_id
       WHERE i.call_id = $1 AND i.occurrence_id = $2
       ON CONFLICT (habit_id) DO UPDATE SET kind = excluded.kind, text = excluded.text, said_at = excluded.said_at,
         call_id = excluded.call_id, told_at = NULL`,
      [callId, occurrenceId, kind, text, now],
    );
  }

  async markTold(callId: string, occurrenceId: string, now: Date): Promise<void> {
    await this.work.execute(
      `UPDATE memories m SET told_at = $3 FROM call_items i
       WHERE i.call_id = $1 AND i.occurrence_id = $2 AND m.habit_id = i.habit_id AND m.told_at IS NULL`,
      [callId, occurrenceId, now],
    );
  }

  /** False when there was nothing to forget. */
  async forget(userId: string, habitId: string): Promise<boolean> {
    const gone = await this.work.execute('DELETE FROM memories WHERE habit_id = $2 AND user_id = $1', [
      userId,
      habitId,
    ]);
    return gone > 0;
  }

  /** Forgets what was told so long ago. How many. */
  forgetToldBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM memories WHERE habit_id IN (
         SELECT habit_id FROM memories WHERE told_at < $1 ORDER BY told_at LIMIT $2)`,
      [moment, limit],
    );
  }

  /** Forgets what was said so long ago and never told. How many. */
  forgetUntoldBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM memories WHERE habit_id IN (
         SELECT habit_id FROM memories WHERE told_at IS NULL AND said_at < $1 ORDER BY said_at LIMIT $2)`,
      [moment, limit],
    );
  }
}

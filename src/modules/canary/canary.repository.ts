import { Repository, UnitOfWork } from '../../platform/database';
import { CANARY_ID } from '../users';
import { ON_TIME, type Ring } from './domain/verdict';

/** A day of the canary, UTC. */
export interface DayOfRings {
  day: string;
  rings: number;
  onTime: number;
  doubles: number;
  missed: number;
  /** 99 of 100 rings came no later than this, in milliseconds; null when none came. */
  p99Milliseconds: number | null;
}

@Repository('canary')
export class CanaryRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Writes down how the rings went that were due after the last one judged, and until the moment. Returns them. */
  judgeUntil(moment: Date, notBefore: Date): Promise<Ring[]> {
    return this.work.rows<Ring>(
      `INSERT INTO canary_rings (due_at, rang_at, rings, heard)
       SELECT o.due_at, min(c.ringing_at), count(c.id), bool_or(o.status = 'completed')
       FROM occurrences o
       LEFT JOIN call_items i ON i.occurrence_id = o.id
       LEFT JOIN calls c ON c.id = i.call_id AND c.purpose = 'due' AND c.ringing_at IS NOT NULL
       WHERE o.user_id = $1 AND o.day >= ($3::timestamptz - interval '1 day')::date AND o.due_at <= $2
         AND o.due_at > coalesce((SELECT max(due_at) FROM canary_rings), $3)
       GROUP BY o.due_at ON CONFLICT DO NOTHING RETURNING *`,
      [CANARY_ID, moment, notBefore],
    );
  }

  /** Day by day, the oldest first. At most 720 rings a day. */
  daysSince(moment: Date): Promise<DayOfRings[]> {
    return this.work.rows<DayOfRings>(
      `SELECT (due_at AT TIME ZONE 'UTC')::date AS day, count(*) AS rings,
         count(*) FILTER (WHERE rang_at - due_at <= $2 * interval '1 ms' AND rings = 1 AND heard) AS on_time,
         count(*) FILTER (WHERE rings > 1) AS doubles, count(*) FILTER (WHERE rang_at IS NULL) AS missed,
         percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM rang_at - due_at) * 1000)
           FILTER (WHERE rang_at IS NOT NULL) AS p99_milliseconds
       FROM canary_rings WHERE due_at >= $1 GROUP BY 1 ORDER BY 1`,
      [moment, ON_TIME],
    );
  }

  async forgetRings(before: Date, limit: number): Promise<number> {
    return this.work.execute(
      'DELETE FROM canary_rings WHERE due_at IN (SELECT due_at FROM canary_rings WHERE due_at < $1 ORDER BY due_at LIMIT $2)',
      [before, limit],
    );
  }

  /** What the canary has lived through is of no use once it is judged. */
  async forgetLife(before: Date, limit: number): Promise<number> {
    const calls = await this.work.execute(
      `DELETE FROM calls WHERE id IN (
         SELECT id FROM calls WHERE user_id = $1 AND queued_at < $2 AND status = 'ended' LIMIT $3)`,
      [CANARY_ID, before, limit],
    );
    const occurrences = await this.work.execute(
      `DELETE FROM occurrences WHERE id IN (
         SELECT id FROM occurrences WHERE user_id = $1 AND day < $2::date AND due_at < $2 LIMIT $3)`,
      [CANARY_ID, before, limit],
    );
    await this.work.execute('DELETE FROM messages WHERE user_id = $1 AND created_at < $2', [CANARY_ID, before]);
    return Math.max(calls, occurrences);
  }
}

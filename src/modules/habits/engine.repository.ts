import { Repository, UnitOfWork } from '../../platform/database';
import type { AtItsEnd } from './domain/standing';
import type { Habit } from './habit.entity';
import type { Occurrence } from './occurrence.entity';
import { RUNS } from './pauses.repository';

/** What the engine must know to reach a person about an occurrence. */
export type Ask = Pick<
  Occurrence,
  'id' | 'habitId' | 'userId' | 'localTime' | 'timeZone' | 'day' | 'dueAt' | 'status' | 'callbackAt' | 'goal'
> &
  Pick<Habit, 'title' | 'kind' | 'targetValue' | 'targetUnit' | 'targetDirection' | 'channel' | 'lateMinutes'> & {
    /** Paused or archived: it is not to ring. */
    resting: boolean;
  };

/** What a habit is called, and the voice it has of its own. */
export type Named = Pick<Habit, 'id' | 'title' | 'voiceId'>;

/** As they are at the moment `$1`. */
const ASKS = `
  SELECT o.id, o.habit_id, o.user_id, o.local_time, o.time_zone, o.day, o.due_at, o.status, o.callback_at, o.goal,
    h.title, h.kind, h.target_value, h.target_unit, h.target_direction, h.channel, h.late_minutes,
    h.archived_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM habit_pauses p WHERE p.habit_id = h.id AND ${RUNS})
      OR EXISTS (SELECT 1 FROM user_pauses p WHERE p.user_id = h.user_id AND ${RUNS}) AS resting
  FROM occurrences o JOIN habits h ON h.id = o.habit_id
`;

const GRACE_FROM_NOW = `CASE WHEN h.target_direction = 'at-most' THEN o.closes_at
  ELSE greatest(o.closes_at, $2::timestamptz + s.grace_minutes * interval '1 minute') END`;

const OVERDUE = `status = 'due' AND closes_at <= $1`;

/** The due path: bulk statements over whoever has something due, whatever else there is. */
@Repository('engine')
export class EngineRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Holds people with something due, the longest waiting first, and passes over those whom somebody else holds. Some of them may
   * have been taken up a moment ago: what is due to them is read once they are held.
   */
  async holdDue(now: Date, limit: number): Promise<string[]> {
    return this.people(
      `SELECT DISTINCT user_id FROM (
         SELECT o.user_id FROM occurrences o JOIN users u ON u.id = o.user_id
         WHERE o.status = 'planned' AND o.due_at <= $1
         ORDER BY o.due_at LIMIT $2 FOR NO KEY UPDATE OF u SKIP LOCKED
       ) held`,
      now,
      limit,
    );
  }

  /** People with something whose time has run out. */
  async peopleToClose(now: Date, limit: number): Promise<string[]> {
    return this.people(
      `SELECT user_id FROM (
         SELECT user_id, closes_at FROM occurrences WHERE ${OVERDUE} ORDER BY closes_at LIMIT $2
       ) over GROUP BY user_id ORDER BY min(closes_at)`,
      now,
      limit,
    );
  }

  dueOf(userIds: string[], now: Date): Promise<Ask[]> {
    return this.work.rows<Ask>(
      `${ASKS} WHERE o.user_id = ANY($2) AND o.status = 'planned' AND o.due_at <= $1 ORDER BY o.due_at, o.id`,
      [now, userIds],
    );
  }

  /** What is still planned for the person up to a moment to come. */
  plannedUntil(userId: string, until: Date, now: Date): Promise<Ask[]> {
    return this.work.rows<Ask>(
      `${ASKS} WHERE o.user_id = $2 AND o.status = 'planned' AND o.due_at <= $3 ORDER BY o.due_at, o.id`,
      [now, userId, until],
    );
  }

  asks(ids: string[], now: Date): Promise<Ask[]> {
    return this.work.rows<Ask>(`${ASKS} WHERE o.id = ANY($2) ORDER BY o.due_at, o.id`, [now, ids]);
  }

  names(habitIds: string[]): Promise<Named[]> {
    return this.work.rows('SELECT id, title, voice_id FROM habits WHERE id = ANY($1)', [habitIds]);
  }

  async overdueOf(userIds: string[], now: Date): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM occurrences WHERE user_id = ANY($2) AND ${OVERDUE}`,
      [now, userIds],
    );
    return rows.map(({ id }) => id);
  }

  /** What the end of their time depends on. */
  atTheirEnd(ids: string[]): Promise<(AtItsEnd & { id: string })[]> {
    return this.work.rows(
      `SELECT o.id, coalesce(h.target_direction = 'at-most', false) AS is_limit, o.goal IS NOT NULL AS is_of_goal, q.verdict
       FROM occurrences o JOIN habits h ON h.id = o.habit_id
       LEFT JOIN day_quantities q ON q.habit_id = o.habit_id AND q.day = o.day AND q.followed_at IS NULL
       WHERE o.id = ANY($1)`,
      [ids],
    );
  }

  async markDue(ids: string[], now: Date): Promise<void> {
    await this.work.execute(`UPDATE occurrences SET status = 'due', dispatched_at = $2 WHERE id = ANY($1)`, [ids, now]);
  }

  async giveBack(ids: string[]): Promise<void> {
    await this.work.execute(
      `UPDATE occurrences SET status = 'planned', dispatched_at = NULL WHERE id = ANY($1) AND status = 'due'`,
      [ids],
    );
  }

  /**
   * Grace counts from the first time we really reached out: an outage of ours costs nobody a streak. A day that must not
   * exceed its target knows no grace: it ends when it ends.
   */
  async markReached(ids: string[], at: Date): Promise<void> {
    await this.work.execute(
      `UPDATE occurrences o SET reached_at = $2, closes_at = ${GRACE_FROM_NOW}
       FROM user_settings s, habits h WHERE s.user_id = o.user_id AND h.id = o.habit_id AND o.id = ANY($1) AND o.reached_at IS NULL`,
      [ids, at],
    );
  }

  /** Grace counts from the time the person named. */
  async markCallback(ids: string[], at: Date): Promise<void> {
    await this.work.execute(
      `UPDATE occurrences o SET callback_at = $2, closes_at = ${GRACE_FROM_NOW}
       FROM user_settings s, habits h WHERE s.user_id = o.user_id AND h.id = o.habit_id AND o.id = ANY($1)`,
      [ids, at],
    );
  }

  /**
   * The occurrence a call right now would be about: today's open one, else the next. Nothing when today's is answered: who
   * asks for a call then does not speak of tomorrow.
   */
  async nextAsk(habitId: string, day: string, now: Date): Promise<Ask | undefined> {
    return this.work.row<Ask>(
      `${ASKS} WHERE o.habit_id = $2 AND o.status IN ('planned', 'due') AND (o.status = 'due' OR o.day = $3 OR o.day > $3 AND NOT EXISTS (
           SELECT 1 FROM occurrences t
           WHERE t.habit_id = $2 AND t.day = $3 AND t.status IN ('completed', 'skipped', 'missed')))
       ORDER BY o.status = 'planned', o.due_at LIMIT 1`,
      [now, habitId, day],
    );
  }

  /** What the person is asked about that day and has not answered yet, what is due first. */
  openOn(userId: string, day: string, now: Date): Promise<Ask[]> {
    return this.work.rows<Ask>(
      `${ASKS} WHERE o.user_id = $2 AND (o.status = 'due' OR o.status = 'planned' AND o.day = $3)
       ORDER BY o.status, o.due_at, o.id`,
      [now, userId, day],
    );
  }

  /** The first occurrence that is still to ring. */
  nextPlanned(habitId: string, now: Date): Promise<Ask | undefined> {
    return this.work.row<Ask>(
      `${ASKS} WHERE o.habit_id = $2 AND o.status = 'planned' AND o.due_at > $1 ORDER BY o.due_at LIMIT 1`,
      [now, habitId],
    );
  }

  private async people(sql: string, now: Date, limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ userId: string }>(sql, [now, limit]);
    return rows.map(({ userId }) => userId);
  }
}

import type { LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import type { Cursor } from '../../platform/http';
import type { CheckInStatus, CheckInVia, SkipReason } from './check-in.entity';
import type { Verdict } from './domain/quantity';
import type { Standing } from './domain/standing';
import type { LocalMoment } from './local-moments';
import { Occurrence } from './occurrence.entity';

/** An occurrence with the word a person gave about it, if they did, and with the number of its day, if there is one. */
export type OccurrenceRow = Occurrence & {
  checkInId: string | null;
  checkInStatus: CheckInStatus | null;
  via: CheckInVia | null;
  at: Date | null;
  quantity: number | null;
  quote: string | null;
  reason: SkipReason | null;
  note: string | null;
  backfill: boolean | null;
  /** What the day comes to so far; the rest is how its last change came. */
  total: number | null;
  verdict: Verdict | null;
  totalPosition: number | null;
  totalVia: CheckInVia | null;
  totalAt: Date | null;
  totalQuote: string | null;
  totalNote: string | null;
};

/** Days, both included. */
export interface Days {
  first: LocalDate;
  last: LocalDate;
}

/** Days of a habit. */
interface HabitPeriod extends Days {
  habitId: string;
}

/** What is read of many at once: so many after that place. */
export interface Part {
  after: Cursor | null;
  limit: number;
}

/** An occurrence about which nothing was said. */
export function unanswered(occurrence: Occurrence): OccurrenceRow {
  return { ...occurrence, ...NO_WORD };
}

const NO_WORD: Omit<OccurrenceRow, keyof Occurrence> = {
  checkInId: null,
  checkInStatus: null,
  via: null,
  at: null,
  quantity: null,
  quote: null,
  reason: null,
  note: null,
  backfill: null,
  total: null,
  verdict: null,
  totalPosition: null,
  totalVia: null,
  totalAt: null,
  totalQuote: null,
  totalNote: null,
};

export type NewStanding = Standing & { id: string };

/** What an occurrence's version is: two people who see the same one see the same word and number, or none. */
export function wordOf({ checkInId, totalPosition }: OccurrenceRow): string {
  const word = checkInId ?? 'none';
  return totalPosition === null ? word : `${word}.${totalPosition}`;
}

/** Nobody asks for it, and nobody says anything of it: it is kept for what once was said. */
export const IS_UNASKED = "(o.closed_because IS NOT DISTINCT FROM 'not-asked')";

const WAS_SPOKEN_OF = `(EXISTS (SELECT FROM check_ins c WHERE c.occurrence_id = o.id) OR EXISTS (
  SELECT FROM day_quantities q WHERE q.habit_id = o.habit_id AND q.day = o.day
    AND q.local_date = o.local_date AND q.local_time = o.local_time))`;

const ROWS = `
  SELECT o.*, c.id AS check_in_id, c.status AS check_in_status, c.via, c.at, c.quantity, c.quote, c.reason, c.note, c.backfill,
    q.total, q.verdict, q.position AS total_position, q.via AS total_via, q.at AS total_at, q.quote AS total_quote,
    q.note AS total_note
  FROM occurrences o
  LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
  LEFT JOIN day_quantities q ON q.habit_id = o.habit_id AND q.day = o.day AND q.followed_at IS NULL
`;

const OPEN = `('planned', 'due')`;

const STANDING = 'status = s.status, closed_because = s.closed_because';

const STANDINGS = 'unnest($1::uuid[], $2::text[], $3::text[]) AS s (id, status, closed_because)';

@Repository('occurrences')
export class OccurrencesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Makes the rows that are not there yet: a local moment of a habit is made once, whatever happens. One that is still to
   * come moves to its new instant, one that was asked for no more is asked for again. Of a day that its number has settled
   * already nothing more is asked.
   */
  async plan(rows: Occurrence[]): Promise<void> {
    if (rows.length === 0) return;
    await this.work.execute(
      `INSERT INTO occurrences AS o
         (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, goal, closes_at, planned_at, closed_at)
       SELECT new.*, CASE WHEN new.status <> 'planned' THEN new.planned_at END FROM (
         SELECT r.id, r.habit_id, r.user_id, r.local_date, r.local_time, r.time_zone, r.day, r.due_at,
           coalesce(q.verdict, 'planned') AS status, r.goal, r.closes_at, r.planned_at
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, habit_id uuid, user_id uuid, local_date date, local_time text,
           time_zone text, day date, due_at timestamptz, goal jsonb, closes_at timestamptz, planned_at timestamptz)
         LEFT JOIN day_quantities q ON q.habit_id = r.habit_id AND q.day = r.day AND q.followed_at IS NULL) new
       ON CONFLICT ON CONSTRAINT occurrences_local_moment DO UPDATE
       SET time_zone = excluded.time_zone, day = excluded.day, due_at = excluded.due_at, goal = excluded.goal,
         closes_at = excluded.closes_at, status = excluded.status, closed_at = excluded.closed_at, closed_because = NULL,
         stands_for = NULL
       WHERE (o.status = 'planned' AND o.due_at > excluded.planned_at OR ${IS_UNASKED})
         AND (o.due_at, o.day, o.time_zone, o.goal, o.closes_at, o.status, o.stands_for) IS DISTINCT FROM (excluded.due_at,
           excluded.day, excluded.time_zone, excluded.goal, excluded.closes_at, excluded.status, NULL)`,
      [JSON.stringify(rows.map(columns))],
    );
  }

  find(userId: string, id: string): Promise<OccurrenceRow | undefined> {
    return this.work.row<OccurrenceRow>(`${ROWS} WHERE o.user_id = $1 AND o.id = $2`, [userId, id]);
  }

  findByMoment(habitId: string, localDate: string, localTime: string): Promise<OccurrenceRow | undefined> {
    return this.work.row<OccurrenceRow>(`${ROWS} WHERE o.habit_id = $1 AND o.local_date = $2 AND o.local_time = $3`, [
      habitId,
      localDate,
      localTime,
    ]);
  }

  /** All that was and is asked of the person on the day. */
  ofDay(userId: string, day: LocalDate): Promise<OccurrenceRow[]> {
    return this.work.rows<OccurrenceRow>(
      `${ROWS} WHERE o.user_id = $1 AND o.day = $2 AND NOT ${IS_UNASKED} ORDER BY o.due_at, o.id`,
      [userId, day],
    );
  }

  /** The person's occurrences of those days, of one habit or of all; one more than the limit when there is more. */
  page(userId: string, { first, last }: Days, habitId: string | undefined, part: Part): Promise<OccurrenceRow[]> {
    return this.work.rows<OccurrenceRow>(
      `${ROWS} WHERE o.user_id = $1 AND o.day BETWEEN $2 AND $3 AND ($4::uuid IS NULL OR o.habit_id = $4)
         AND ($5::timestamptz IS NULL OR (o.due_at, o.id) > ($5, $6::uuid))
       ORDER BY o.due_at, o.id LIMIT $7`,
      [userId, first, last, habitId ?? null, part.after?.at ?? null, part.after?.id ?? null, part.limit + 1],
    );
  }

  /** All that the habit asked of these days. */
  ofHabitDays(habitId: string, days: string[]): Promise<OccurrenceRow[]> {
    return this.work.rows<OccurrenceRow>(
      `${ROWS} WHERE o.habit_id = $1 AND o.day = ANY($2::date[]) ORDER BY o.due_at, o.id`,
      [habitId, days],
    );
  }

  /**
   * What these habits of the person ask for from the moment on, by time and habit, as far as it is on those days; what was
   * answered of a day before today, as somebody who flies east has it, is not to come. One more than the limit when there
   * is more.
   */
  ahead(
    userId: string,
    habitIds: string[],
    now: Date,
    { first, last, today }: Days & { today: LocalDate },
    part: Part,
  ): Promise<OccurrenceRow[]> {
    return this.work.rows<OccurrenceRow>(
      `${ROWS} WHERE o.user_id = $1 AND o.habit_id = ANY($2) AND o.due_at >= $3 AND o.day BETWEEN $4 AND $5
         AND (o.day >= $6 OR o.status IN ('planned', 'due')) AND NOT ${IS_UNASKED}
         AND ($7::timestamptz IS NULL OR (o.due_at, o.habit_id) > ($7, $8::uuid))
       ORDER BY o.due_at, o.habit_id LIMIT $9`,
      [userId, habitIds, now, first, last, today, part.after?.at ?? null, part.after?.id ?? null, part.limit + 1],
    );
  }

  /**
   * Each of the times `before` makes way for its counterpart in `after`. Where it rang, is to ring this very moment, or was
   * checked in already, from that date on, it stands for the new one too.
   */
  async letStandFor(habitId: string, from: LocalDate, now: Date, before: string[], after: string[]): Promise<void> {
    await this.work.execute(
      `UPDATE occurrences o SET stands_for = nullif(t.after, o.local_time) FROM unnest($4::text[], $5::text[]) AS t (before, after)
       WHERE o.habit_id = $1 AND o.local_date >= $2 AND (o.status <> 'planned' OR o.due_at <= $3)
         AND coalesce(o.stands_for, o.local_time) = t.before`,
      [habitId, from, now, before, after],
    );
  }

  /** The local moments from that date on for which another stands: one that rang, is to ring this very moment, or was checked in. */
  stoodFor(habitIds: string[], from: LocalDate, now: Date): Promise<LocalMoment[]> {
    return this.work.rows<LocalMoment>(
      `SELECT habit_id, local_date, stands_for AS local_time FROM occurrences o
       WHERE habit_id = ANY($1) AND local_date >= $2 AND stands_for IS NOT NULL AND (status <> 'planned' OR due_at <= $3)
         AND NOT ${IS_UNASKED}`,
      [habitIds, from, now],
    );
  }

  /** How many of each habit were completed in its period, where there are any. */
  completedIn(periods: HabitPeriod[]): Promise<{ habitId: string; first: LocalDate; completed: number }[]> {
    return this.work.rows(
      `SELECT p.habit_id, p.first, count(*)::integer AS completed
       FROM unnest($1::uuid[], $2::date[], $3::date[]) AS p (habit_id, first, last)
       JOIN occurrences o ON o.habit_id = p.habit_id AND o.day BETWEEN p.first AND p.last AND o.status = 'completed'
       GROUP BY p.habit_id, p.first`,
      [periods.map(({ habitId }) => habitId), periods.map(({ first }) => first), periods.map(({ last }) => last)],
    );
  }

  /**
   * Forgets what is planned after the moment, but for these local moments: a plan is only a promise. What was ever said a
   * word of stays for the sake of that, and is asked for no more.
   */
  async unplan(habitIds: string[], after: Date, kept: LocalMoment[] = []): Promise<void> {
    await this.work.execute(
      `WITH unplanned AS (
         SELECT o.id, ${WAS_SPOKEN_OF} AS was_spoken_of FROM occurrences o
         WHERE habit_id = ANY($1) AND status = 'planned' AND due_at > $2
           AND (habit_id, local_date, local_time) NOT IN (SELECT * FROM unnest($3::uuid[], $4::date[], $5::text[]))),
         gone AS (DELETE FROM occurrences WHERE id IN (SELECT id FROM unplanned WHERE NOT was_spoken_of))
       UPDATE occurrences SET status = 'skipped', closed_because = 'not-asked', closed_at = $2
       WHERE id IN (SELECT id FROM unplanned WHERE was_spoken_of)`,
      [
        habitIds,
        after,
        kept.map(({ habitId }) => habitId),
        kept.map(({ localDate }) => localDate),
        kept.map(({ localTime }) => localTime),
      ],
    );
  }

  /** Sets how occurrences stand from now on. What streaks were folded to on a later day is no longer so. */
  async set(standings: NewStanding[], at: Date): Promise<void> {
    if (standings.length === 0) return;
    await this.work.execute(
      `WITH moved AS (
         UPDATE occurrences o SET ${STANDING}, closed_at = CASE WHEN s.status IN ${OPEN} THEN NULL ELSE $4::timestamptz END
         FROM ${STANDINGS} WHERE o.id = s.id RETURNING o.habit_id, o.user_id, o.day),
       days AS (
         DELETE FROM day_streak_checkpoints c USING moved m WHERE c.user_id = m.user_id AND c.through >= m.day),
       gone AS (
         DELETE FROM streak_checkpoints c USING moved m WHERE c.habit_id = m.habit_id AND c.through >= m.day
         RETURNING c.habit_id)
       UPDATE habits SET checkpoint_due = '-infinity' WHERE id IN (SELECT habit_id FROM gone)`,
      [...lists(standings), at],
    );
  }

  /** Ends what is open in bulk. Returns what really was open. */
  close(standings: NewStanding[], at: Date): Promise<Occurrence[]> {
    return this.work.rows<Occurrence>(
      `UPDATE occurrences o SET ${STANDING}, closed_at = $4
       FROM ${STANDINGS} WHERE o.id = s.id AND o.status IN ${OPEN} RETURNING o.*`,
      [...lists(standings), at],
    );
  }

  /** What is asked about just now: due, be it before its time, or about to be. */
  async openOf(habitIds: string[], now: Date): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM occurrences WHERE habit_id = ANY($1) AND (status = 'due' OR status = 'planned' AND due_at <= $2)`,
      [habitIds, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Chances of the habit to meet its goal whose time is not over, in silence so far: asked about just now, or left to other days. */
  chancesOf(habitId: string, now: Date): Promise<Occurrence[]> {
    return this.work.rows<Occurrence>(
      `SELECT * FROM occurrences WHERE habit_id = $1 AND goal IS NOT NULL AND (due_at <= $2 OR status = 'due') AND closes_at > $2
         AND (status IN ${OPEN} OR closed_because = 'goal-open')`,
      [habitId, now],
    );
  }
}

function lists(standings: NewStanding[]): [string[], string[], (string | null)[]] {
  return [
    standings.map(({ id }) => id),
    standings.map(({ status }) => status),
    standings.map(({ closedBecause }) => closedBecause),
  ];
}

function columns(row: Occurrence) {
  return {
    id: row.id,
    habit_id: row.habitId,
    user_id: row.userId,
    local_date: row.localDate,
    local_time: row.localTime,
    time_zone: row.timeZone,
    day: row.day,
    due_at: row.dueAt,
    goal: row.goal,
    closes_at: row.closesAt,
    planned_at: row.plannedAt,
  };
}

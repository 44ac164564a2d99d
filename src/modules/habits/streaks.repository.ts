import type { LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import type { GoalTally } from './domain/goal';
import type { HabitState } from './domain/habit-streak';
import type { OverallState } from './domain/overall-streak';
import type { Goal } from './domain/schedule';
import type { StreakEvent } from './domain/streak';
import type { Fact } from './domain/unit';

/** A state that a streak was folded to, and the day it was folded through; null when there is none. */
export interface Checkpoint<State> {
  through: LocalDate | null;
  state: State | null;
}

/** What a streak is folded from: a checkpoint, and the days after it. */
export interface HabitSeries extends Checkpoint<HabitState> {
  habitId: string;
  facts: Fact[];
}

/** The same over all habits the person has, or had and put away: the days of each by itself. */
export interface OverallSeries extends Checkpoint<OverallState> {
  habits: Fact[][];
}

/** Up to which day a habit's days are wanted, and before which a checkpoint has to be. */
export interface Wanted {
  habitId: string;
  until: LocalDate;
  before: LocalDate;
}

/** A day and what was a part of one goal, or of none, with how many of its occurrences stand which way. */
type CountedDay = [day: LocalDate, goal: Goal | null, completed: number, skipped: number, open: number, rest: number];

const STANDINGS: (keyof GoalTally)[] = ['completed', 'skipped', 'open', 'rest'];

/** One list for each day of a habit: a row for each occurrence of years is slow to send and to take apart. */
const COUNTED = `
  json_build_array(day, goal, count(*) FILTER (WHERE status = 'completed'),
    count(*) FILTER (WHERE status = 'skipped' AND coalesce(closed_because, 'resting') = 'resting'),
    count(*) FILTER (WHERE status IN ('planned', 'due')),
    count(*) FILTER (WHERE status = 'missed' OR closed_because = 'goal-open')) AS counts
`;

/** Where streaks are folded from, and what is kept of the folding. */
@Repository('streaks')
export class StreaksRepository {
  constructor(private readonly work: UnitOfWork) {}

  async seriesOf(wanted: Wanted[]): Promise<HabitSeries[]> {
    const rows = await this.work.rows<Checkpoint<HabitState> & { habitId: string; days: CountedDay[] | null }>(
      `SELECT w.habit_id, c.through, c.state, t.days
       FROM unnest($1::uuid[], $2::date[], $3::date[]) AS w (habit_id, until, before)
       LEFT JOIN LATERAL (
         SELECT through, state FROM streak_checkpoints
         WHERE habit_id = w.habit_id AND through < w.before ORDER BY through DESC LIMIT 1) c ON true
       CROSS JOIN LATERAL (
         SELECT json_agg(counts ORDER BY day) AS days FROM (
           SELECT day, ${COUNTED} FROM occurrences
           WHERE habit_id = w.habit_id AND day > coalesce(c.through, '-infinity') AND day <= w.until GROUP BY day, goal) d) t`,
      [wanted.map(({ habitId }) => habitId), wanted.map(({ until }) => until), wanted.map(({ before }) => before)],
    );
    return rows.map(({ days, ...row }) => ({ ...row, facts: (days ?? []).flatMap(factsOf) }));
  }

  /** In one statement, as `seriesOf`: between two of them somebody might write. No goal's week or month comes cut. */
  async overallSeries(userId: string, until: LocalDate): Promise<OverallSeries> {
    const row = await this.work.row<Checkpoint<OverallState> & { habits: CountedDay[][] | null }>(
      `SELECT c.through, c.state, f.habits
       FROM (SELECT $1::uuid AS user_id) u
       LEFT JOIN LATERAL (
         SELECT through, state FROM day_streak_checkpoints
         WHERE user_id = u.user_id AND through < $2 ORDER BY through DESC LIMIT 1) c ON true
       CROSS JOIN LATERAL (
         SELECT json_agg(days) AS habits FROM (
           SELECT json_agg(counts ORDER BY day) AS days FROM (
             SELECT habit_id, day, ${COUNTED} FROM occurrences
             WHERE user_id = u.user_id AND day <= $2 AND day >= coalesce(
               least(date_trunc('week', c.through + 1), date_trunc('month', c.through + 1))::date, '-infinity')
             GROUP BY habit_id, day, goal) d
           GROUP BY habit_id) h) f`,
      [userId, until],
    );
    const { through, state, habits } = row!;
    return { through, state, habits: (habits ?? []).map((days) => days.flatMap(factsOf)) };
  }

  /** In their order, of the days after the one given. */
  eventsOf(userId: string, after: LocalDate | null): Promise<StreakEvent[]> {
    return this.work.rows<StreakEvent>(
      `SELECT day AS "on", kind FROM streak_events WHERE user_id = $1 AND day > coalesce($2, '-infinity'::date) ORDER BY day, at, id`,
      [userId, after],
    );
  }

  /** On that day, but never before what was done earlier: whoever flies over the date line may have a day twice. */
  async addEvent(id: string, userId: string, { on, kind }: StreakEvent, at: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO streak_events (id, user_id, day, kind, at)
       VALUES ($1, $2, greatest($3, (SELECT max(day) FROM streak_events WHERE user_id = $2)), $4, $5)`,
      [id, userId, on, kind, at],
    );
  }

  /**
   * People with a habit of which a checkpoint is wanted on or before the day, the longest waiting first. After hours without
   * us there may be days that are still to be planned: whom that concerns waits until they are.
   */
  async peopleWithCheckpointsDue(day: LocalDate, now: Date, limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ userId: string }>(
      `SELECT DISTINCT user_id FROM (
         SELECT h.user_id FROM habits h WHERE h.checkpoint_due <= $1
           AND NOT EXISTS (SELECT FROM habits other WHERE other.user_id = h.user_id AND other.planned_until < $2)
         ORDER BY h.checkpoint_due LIMIT $3) due`,
      [day, now, limit],
    );
    return rows.map(({ userId }) => userId);
  }

  async checkpointsDue(userId: string, day: LocalDate): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      'SELECT id FROM habits WHERE user_id = $1 AND checkpoint_due <= $2',
      [userId, day],
    );
    return rows.map(({ id }) => id);
  }

  /** Keeps where these habits' streaks were folded to, and forgets what is older than the day. */
  async keep(made: { habitId: string; through: LocalDate; state: HabitState }[], olderThan: LocalDate): Promise<void> {
    await this.work.execute(
      `WITH old AS (
         DELETE FROM streak_checkpoints WHERE habit_id = ANY(ARRAY(
           SELECT (m ->> 'habitId')::uuid FROM jsonb_array_elements($1::jsonb) m)) AND through < $2)
       INSERT INTO streak_checkpoints (habit_id, through, state)
       SELECT (m ->> 'habitId')::uuid, (m ->> 'through')::date, m -> 'state' FROM jsonb_array_elements($1::jsonb) m
       ON CONFLICT (habit_id, through) DO UPDATE SET state = excluded.state`,
      [JSON.stringify(made), olderThan],
    );
  }

  async keepOverall(userId: string, through: LocalDate, state: OverallState, olderThan: LocalDate): Promise<void> {
    await this.work.execute(
      `WITH old AS (DELETE FROM day_streak_checkpoints WHERE user_id = $1 AND through < $4)
       INSERT INTO day_streak_checkpoints (user_id, through, state) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, through) DO UPDATE SET state = excluded.state`,
      [userId, through, JSON.stringify(state), olderThan],
    );
  }

  async nextCheckpoint(habitIds: string[], due: LocalDate): Promise<void> {
    await this.work.execute('UPDATE habits SET checkpoint_due = $2 WHERE id = ANY($1)', [habitIds, due]);
  }

  /** What was folded of these habits from that day on is no longer so. */
  async forget(userId: string, habitIds: string[], since: LocalDate): Promise<void> {
    await this.work.execute(
      `WITH days AS (DELETE FROM day_streak_checkpoints WHERE user_id = $1 AND through >= $3),
         due AS (UPDATE habits SET checkpoint_due = '-infinity' WHERE id = ANY($2) AND checkpoint_due > '-infinity')
       DELETE FROM streak_checkpoints WHERE habit_id = ANY($2) AND through >= $3`,
      [userId, habitIds, since],
    );
  }

  /** Nothing of the person's days is as it was: what was folded over all habits is no longer so. */
  async forgetOverall(userId: string): Promise<void> {
    await this.work.execute(
      `WITH days AS (DELETE FROM day_streak_checkpoints WHERE user_id = $1)
       UPDATE habits SET checkpoint_due = '-infinity' WHERE user_id = $1`,
      [userId],
    );
  }

  async forgetOf(habitId: string): Promise<void> {
    await this.work.execute(
      `WITH gone AS (DELETE FROM streak_checkpoints WHERE habit_id = $1)
       UPDATE habits SET checkpoint_due = '-infinity' WHERE id = $1`,
      [habitId],
    );
  }

  /** Lets the days of these misses be looked at on the morning after, when it is known whether they cost a freeze. */
  async watch(occurrenceIds: string[]): Promise<void> {
    await this.work.execute(
      `INSERT INTO freeze_watches (user_id, day, look_at)
       SELECT DISTINCT ON (o.user_id, d.day) o.user_id, d.day, ((d.day + 1) + time '08:00') AT TIME ZONE o.time_zone
       FROM occurrences o JOIN user_settings s ON s.user_id = o.user_id CROSS JOIN LATERAL (
         SELECT CASE WHEN o.closed_because IS DISTINCT FROM 'goal-open' THEN o.day
           WHEN o.goal ->> 'per' = 'week' THEN o.day + 7 - extract(isodow FROM o.day)::integer
           ELSE (date_trunc('month', o.day) + interval '1 month - 1 day')::date END AS day) d
       WHERE o.id = ANY($1) AND (o.status = 'missed' OR o.closed_because = 'goal-open') AND s.streak_freezes
       ON CONFLICT (user_id, day) DO NOTHING`,
      [occurrenceIds],
    );
  }

  /** Missed days that are over, the longest over first. */
  watchesOver(now: Date, limit: number): Promise<{ userId: string; day: LocalDate }[]> {
    return this.work.rows('SELECT user_id, day FROM freeze_watches WHERE look_at <= $1 ORDER BY look_at LIMIT $2', [
      ...[now, limit],
    ]);
  }

  /** False when somebody else has looked. */
  async endWatch(userId: string, day: LocalDate): Promise<boolean> {
    return (await this.work.execute('DELETE FROM freeze_watches WHERE user_id = $1 AND day = $2', [userId, day])) > 0;
  }
}

function factsOf([day, goal, ...counts]: CountedDay): Fact[] {
  return STANDINGS.flatMap((standing, place) =>
    Array.from({ length: counts[place]! }, () => ({ day, standing, goal })),
  );
}

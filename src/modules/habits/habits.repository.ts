import { Clock } from '../../kernel/clock';
import type { LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import type { Cursor } from '../../platform/http';
import { ZoneData } from '../../platform/time';
import { Habit } from './habit.entity';
import { type PauseOf, RUNS } from './pauses.repository';

export type HabitStatus = 'active' | 'paused' | 'archived';

/** A habit with what a reader wants to know beside its own columns. */
export type HabitRow = Habit & {
  /** What it rests by just now; of two pauses the one that lasts longer. Null with all the rest when it does not. */
  pauseOf: PauseOf | null;
  pausedAt: Date | null;
  /** The local day on which it is asked again, and the moment that day begins; null while nobody knows. */
  resumesOn: LocalDate | null;
  pauseEndsAt: Date | null;
  nextPlannedAt: Date | null;
};

/** Habits as they are at the moment `$1`. */
const ROWS = `
  SELECT h.*, r.pause_of, r.started_at AS paused_at, r.resumes_on, r.ended_at AS pause_ends_at, n.due_at AS next_planned_at
  FROM habits h
  LEFT JOIN LATERAL (
    SELECT 'habit' AS pause_of, p.started_at, p.resumes_on, p.ended_at FROM habit_pauses p WHERE p.habit_id = h.id AND ${RUNS}
    UNION ALL
    SELECT 'everything', p.started_at, p.resumes_on, p.ended_at FROM user_pauses p WHERE p.user_id = h.user_id AND ${RUNS}
    ORDER BY ended_at DESC NULLS FIRST, pause_of DESC LIMIT 1
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT min(o.due_at) AS due_at FROM occurrences o WHERE o.habit_id = h.id AND o.status = 'planned'
  ) n ON true
`;

const IN_STATE: Record<HabitStatus | 'any', string> = {
  any: 'h.archived_at IS NULL',
  active: 'h.archived_at IS NULL AND r.pause_of IS NULL',
  paused: 'h.archived_at IS NULL AND r.pause_of IS NOT NULL',
  archived: 'h.archived_at IS NOT NULL',
};

@Repository('habits')
export class HabitsRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly zoneData: ZoneData,
    private readonly clock: Clock,
  ) {}

  async insert(habit: Habit): Promise<void> {
    await this.work.manager.insert(Habit, habit);
  }

  find(userId: string, id: string): Promise<HabitRow | undefined> {
    return this.work.row<HabitRow>(`${ROWS} WHERE h.user_id = $2 AND h.id = $3`, [this.clock.now(), userId, id]);
  }

  findMany(ids: string[]): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(`${ROWS} WHERE h.id = ANY($2)`, [this.clock.now(), ids]);
  }

  /** In order of making; one more than the limit when there is more. */
  list(userId: string, status: HabitStatus | undefined, after: Cursor | null, limit: number): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(
      `${ROWS} WHERE h.user_id = $2 AND ${IN_STATE[status ?? 'any']}
         AND ($3::timestamptz IS NULL OR (h.created_at, h.id) > ($3, $4::uuid))
       ORDER BY h.created_at, h.id LIMIT $5`,
      [this.clock.now(), userId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Those that are not archived, in order of making, with what their streaks are reckoned by. */
  keptOf(userId: string): Promise<Pick<Habit, 'id' | 'goal' | 'recurrence'>[]> {
    return this.work.rows(
      'SELECT id, goal, recurrence FROM habits WHERE user_id = $1 AND archived_at IS NULL ORDER BY created_at, id',
      [userId],
    );
  }

  /** Habits of the person that ask for something: now, or from the day on which a pause ends. */
  askingOf(userId: string): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(
      `${ROWS} WHERE h.user_id = $2 AND h.archived_at IS NULL AND (r.pause_of IS NULL OR r.ended_at IS NOT NULL)`,
      [this.clock.now(), userId],
    );
  }

  /** Of the habits that are not archived, in order of making. */
  async idsOf(userId: string): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      'SELECT id FROM habits WHERE user_id = $1 AND archived_at IS NULL ORDER BY created_at, id',
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Every edit makes a new version, that of the pause included. */
  async update(id: string, change: Partial<Habit>): Promise<void> {
    await this.work.manager.update(Habit, { id }, { ...change, version: () => 'version + 1' });
  }

  async remove(id: string): Promise<void> {
    await this.work.manager.delete(Habit, { id });
  }

  /** Habits whose rows end before the moment, the emptiest first. */
  plannedOnlyUntil(moment: Date, limit: number): Promise<Pick<Habit, 'id' | 'userId'>[]> {
    return this.work.rows('SELECT id, user_id FROM habits WHERE planned_until < $1 ORDER BY planned_until LIMIT $2', [
      moment,
      limit,
    ]);
  }

  /** Habits with rows by older zone data than ours, the oldest first. A newer one is left to whoever has it. */
  plannedByOlderZoneData(limit: number): Promise<Pick<Habit, 'id' | 'userId'>[]> {
    return this.work.rows(
      `SELECT id, user_id FROM habits WHERE planned_until IS NOT NULL AND planned_by < $1 ORDER BY planned_by LIMIT $2`,
      [this.zoneData.version, limit],
    );
  }

  async countPlannedByOlderZoneData(): Promise<number> {
    const row = await this.work.row<{ count: number }>(
      'SELECT count(*)::integer AS count FROM habits WHERE planned_until IS NOT NULL AND planned_by < $1',
      [this.zoneData.version],
    );
    return row!.count;
  }

  /** All their rows are ours now, up to that moment each; null: nothing is to be planned. */
  async markPlannedAnew(plans: { id: string; until: Date | null }[]): Promise<void> {
    await this.work.execute(
      `UPDATE habits h SET planned_until = p.until, planned_by = $3
       FROM unnest($1::uuid[], $2::timestamptz[]) AS p (id, until) WHERE h.id = p.id`,
      [plans.map(({ id }) => id), plans.map(({ until }) => until), this.zoneData.version],
    );
  }

  /** Rows of ours were added to those there are. */
  async markRefilled(habitIds: string[], until: Date): Promise<void> {
    await this.work.execute(
      'UPDATE habits SET planned_until = $2, planned_by = least(planned_by, $3) WHERE id = ANY($1)',
      [habitIds, until, this.zoneData.version],
    );
  }
}

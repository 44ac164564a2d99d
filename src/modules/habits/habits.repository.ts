import { newId, Repository, UnitOfWork } from '../../platform/database';
import type { Cursor } from '../../platform/http';
import { Habit } from './habit.entity';
import { HabitPause } from './habit-pause.entity';

export type HabitStatus = 'active' | 'paused' | 'archived';

/** A habit with what a reader wants to know beside its own columns. */
export type HabitRow = Habit & { pausedAt: Date | null; nextPlannedAt: Date | null };

const ROWS = `
  SELECT h.*, p.started_at AS paused_at, n.due_at AS next_planned_at
  FROM habits h
  LEFT JOIN habit_pauses p ON p.habit_id = h.id AND p.ended_at IS NULL
  LEFT JOIN LATERAL (
    SELECT min(o.due_at) AS due_at FROM occurrences o WHERE o.habit_id = h.id AND o.status = 'planned'
  ) n ON true
`;

const IN_STATE: Record<HabitStatus | 'any', string> = {
  any: 'h.archived_at IS NULL',
  active: 'h.archived_at IS NULL AND p.id IS NULL',
  paused: 'h.archived_at IS NULL AND p.id IS NOT NULL',
  archived: 'h.archived_at IS NOT NULL',
};

@Repository('habits')
export class HabitsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(habit: Habit): Promise<void> {
    await this.work.manager.insert(Habit, habit);
  }

  find(userId: string, id: string): Promise<HabitRow | undefined> {
    return this.work.row<HabitRow>(`${ROWS} WHERE h.user_id = $1 AND h.id = $2`, [userId, id]);
  }

  findMany(ids: string[]): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(`${ROWS} WHERE h.id = ANY($1)`, [ids]);
  }

  /** In order of making; one more than the limit when there is more. */
  list(userId: string, status: HabitStatus | undefined, after: Cursor | null, limit: number): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(
      `${ROWS} WHERE h.user_id = $1 AND ${IN_STATE[status ?? 'any']}
         AND ($2::timestamptz IS NULL OR (h.created_at, h.id) > ($2, $3::uuid))
       ORDER BY h.created_at, h.id LIMIT $4`,
      [userId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Those that are not put away, with what their streaks are reckoned by. */
  keptOf(userId: string): Promise<Pick<Habit, 'id' | 'goal' | 'frequency'>[]> {
    return this.work.rows(
      'SELECT id, goal, frequency FROM habits WHERE user_id = $1 AND archived_at IS NULL ORDER BY created_at, id',
      [userId],
    );
  }

  /** Habits of the person that ring: neither paused nor archived. */
  activeOf(userId: string): Promise<HabitRow[]> {
    return this.work.rows<HabitRow>(`${ROWS} WHERE h.user_id = $1 AND ${IN_STATE.active}`, [userId]);
  }

  /** Every edit makes a new version, that of the pause included. */
  async update(id: string, change: Partial<Habit>): Promise<void> {
    await this.work.manager.update(Habit, { id }, { ...change, version: () => 'version + 1' });
  }

  async remove(id: string): Promise<void> {
    await this.work.manager.delete(Habit, { id });
  }

  /** Starts a pause of a habit that has none. */
  async startPause(habit: Habit, at: Date): Promise<void> {
    await this.work.manager
      .createQueryBuilder()
      .insert()
      .into(HabitPause)
      .values({ id: newId(), habitId: habit.id, userId: habit.userId, startedAt: at, endedAt: null })
      .execute();
    await this.update(habit.id, {});
  }

  /** Ends the running pause. */
  async endPause(habitId: string, at: Date): Promise<void> {
    await this.work.execute('UPDATE habit_pauses SET ended_at = $2 WHERE habit_id = $1 AND ended_at IS NULL', [
      habitId,
      at,
    ]);
    await this.update(habitId, {});
  }

  /** Habits whose rows end before the moment, the emptiest first. */
  plannedOnlyUntil(moment: Date, limit: number): Promise<Pick<Habit, 'id' | 'userId'>[]> {
    return this.work.rows('SELECT id, user_id FROM habits WHERE planned_until < $1 ORDER BY planned_until LIMIT $2', [
      moment,
      limit,
    ]);
  }

  async stopPlanning(id: string): Promise<void> {
    await this.work.execute('UPDATE habits SET planned_until = NULL WHERE id = $1', [id]);
  }

  async markPlanned(habitIds: string[], until: Date): Promise<void> {
    await this.work.execute('UPDATE habits SET planned_until = $2 WHERE id = ANY($1)', [habitIds, until]);
  }
}

import { Repository, UnitOfWork } from '../../platform/database';
import type { BroughtView } from '../habits';
import type { Rejection } from './domain/found';

export type Source = 'loop' | 'habitica' | 'csv';

/** What a preview tells of one habit, and what has become of it. */
export interface ImportedHabit extends BroughtView {
  title: string;
  /** Null: a new one is made. */
  habitId: string | null;
  archived: boolean;
  remarks: string[];
  /** Null until it is taken in. */
  made: { habit: boolean; days: number } | null;
}

export interface ImportRow {
  id: string;
  userId: string;
  source: Source;
  createdAt: Date;
  appliedAt: Date | null;
  habits: ImportedHabit[];
  rejected: Rejection[];
}

/** Of one person; an older preview makes way. */
const KEPT_PREVIEWS = 5;

const COLUMNS = 'id, user_id, source, created_at, applied_at, habits, rejected';

/** What was read of files, and by which names habits are known where they came from. */
@Repository('imports')
export class ImportsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Keeps a preview with what was read, packed; the person's oldest make way. */
  async insert(row: ImportRow, content: Buffer): Promise<void> {
    await this.work.execute(
      `WITH gone AS (
         DELETE FROM imports WHERE id IN (
           SELECT id FROM imports WHERE user_id = $2 ORDER BY created_at DESC OFFSET ${KEPT_PREVIEWS - 1}))
       INSERT INTO imports (id, user_id, source, created_at, habits, rejected, content) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        row.id,
        row.userId,
        row.source,
        row.createdAt,
        JSON.stringify(row.habits),
        JSON.stringify(row.rejected),
        content,
      ],
    );
  }

  /** One of the person's that was made after the moment. */
  find(userId: string, id: string, after: Date): Promise<ImportRow | undefined> {
    return this.work.row<ImportRow>(
      `SELECT ${COLUMNS} FROM imports WHERE id = $2 AND user_id = $1 AND created_at > $3`,
      [userId, id, after],
    );
  }

  /** What was read, packed as it was kept. */
  async contentOf(id: string): Promise<Buffer | undefined> {
    return (await this.work.row<{ content: Buffer }>('SELECT content FROM imports WHERE id = $1', [id]))?.content;
  }

  /** What has become of the habit in that place of the list, and what was rejected on the way. */
  async noteHabit(id: string, place: number, habit: ImportedHabit, rejected: Rejection[]): Promise<void> {
    await this.work.execute(
      `UPDATE imports SET habits = jsonb_set(habits, ARRAY[$2::text], $3::jsonb), rejected = rejected || $4::jsonb
       WHERE id = $1`,
      [id, place, JSON.stringify(habit), JSON.stringify(rejected)],
    );
  }

  async markApplied(id: string, at: Date): Promise<void> {
    await this.work.execute('UPDATE imports SET applied_at = $2 WHERE id = $1 AND applied_at IS NULL', [id, at]);
  }

  /** The person's habits that came from there, by the name they have there. */
  async known(userId: string, source: Source): Promise<Map<string, string>> {
    const rows = await this.work.rows<{ key: string; habitId: string }>(
      'SELECT key, habit_id FROM imported_habits WHERE user_id = $1 AND source = $2',
      [userId, source],
    );
    return new Map(rows.map(({ key, habitId }) => [key, habitId]));
  }

  async remember(userId: string, source: Source, key: string, habitId: string): Promise<void> {
    await this.work.execute(
      `INSERT INTO imported_habits (user_id, source, key, habit_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id, source, key) DO UPDATE SET habit_id = excluded.habit_id`,
      [userId, source, key, habitId],
    );
  }

  async forgetBefore(before: Date, limit: number): Promise<number> {
    return this.work.execute(
      'DELETE FROM imports WHERE id = ANY(ARRAY(SELECT id FROM imports WHERE created_at < $1 ORDER BY created_at LIMIT $2))',
      [before, limit],
    );
  }
}

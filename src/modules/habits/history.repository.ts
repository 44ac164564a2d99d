import { newId, Repository, UnitOfWork } from '../../platform/database';
import type { PastMoment, Standing } from './domain/history';
import { inParts } from './in-parts';
import type { Occurrence } from './occurrence.entity';

/** A word to be kept about an occurrence. */
export interface ImportedWord {
  occurrenceId: string;
  moment: PastMoment;
}

/** Past days in bulk. Each statement expects its person to be held. */
@Repository('history')
export class HistoryRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Habits of the person that are not put away: the first made comes first. */
  habitsOf(userId: string): Promise<{ id: string; title: string; kind: string }[]> {
    return this.work.rows(
      'SELECT id, title, kind FROM habits WHERE user_id = $1 AND archived_at IS NULL ORDER BY created_at, id',
      [userId],
    );
  }

  /** The occurrences of a habit on those days, both included, in the order of the clock. */
  standing(habitId: string, from: string, to: string): Promise<Standing[]> {
    return this.work.rows<Standing>(
      `SELECT o.id, o.local_date, o.local_time, o.day, o.status, c.id IS NOT NULL AS is_told
       FROM occurrences o LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
       WHERE o.habit_id = $1 AND o.day BETWEEN $2 AND $3
       ORDER BY o.due_at`,
      [habitId, from, to],
    );
  }

  /** Makes occurrences that are over. */
  async insertPast(rows: Occurrence[]): Promise<void> {
    for (const some of inParts(rows)) {
      await this.work.execute(
        `INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, goal,
           closes_at, planned_at, closed_at)
         SELECT id, $2::uuid, $3::uuid, local_date, local_time, $4, day, due_at, status, $5::jsonb, closes_at, $6, $6
         FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, local_date date, local_time text, day date,
           due_at timestamptz, status text, closes_at timestamptz)`,
        [JSON.stringify(some.map(columns)), ...sharedBy(some[0]!)],
      );
    }
  }

  /** Keeps words that came by an import. */
  async insertWords(userId: string, words: ImportedWord[], at: Date): Promise<void> {
    for (const some of inParts(words)) {
      await this.work.execute(
        `INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at, quantity, reason, note, backfill)
         SELECT id, occurrence_id, $2, status, 'import', $3, quantity, reason, note, backfill
         FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, occurrence_id uuid, status text, quantity numeric,
           reason text, note text, backfill boolean)`,
        [JSON.stringify(some.map((word) => wordColumns(word, at))), userId, at],
      );
    }
  }

  /** Ends occurrences as their words say. */
  async close(words: ImportedWord[], at: Date): Promise<void> {
    for (const some of inParts(words)) {
      await this.work.execute(
        `UPDATE occurrences o SET status = new.status, closed_at = $3, closed_because = NULL
         FROM unnest($1::uuid[], $2::text[]) AS new (id, status) WHERE o.id = new.id`,
        [some.map(({ occurrenceId }) => occurrenceId), some.map(({ moment }) => moment.status), at],
      );
    }
  }
}

/** What all the rows of one habit have in common. */
function sharedBy({ habitId, userId, timeZone, goal, plannedAt }: Occurrence): unknown[] {
  return [habitId, userId, timeZone, goal && JSON.stringify(goal), plannedAt];
}

function columns(row: Occurrence) {
  return {
    id: row.id,
    local_date: row.localDate,
    local_time: row.localTime,
    day: row.day,
    due_at: row.dueAt,
    status: row.status,
    closes_at: row.closesAt,
  };
}

function wordColumns({ occurrenceId, moment: { word, dueAt } }: ImportedWord, at: Date) {
  const { status, quantity, reason, note } = word!;
  return { id: newId(), occurrence_id: occurrenceId, status, quantity, reason, note, backfill: dueAt < at };
}

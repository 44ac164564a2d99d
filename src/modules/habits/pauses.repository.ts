import type { LocalDate, LocalTime, TimeZone } from '../../kernel/local-time';
import { newId, Repository, UnitOfWork } from '../../platform/database';
import { HabitPause } from './habit-pause.entity';
import { UserPause } from './user-pause.entity';

/** What rests: one habit, or everything of a person. */
export type PauseOf = 'habit' | 'everything';

export interface Pause {
  id: string;
  startedAt: Date;
  resumesOn: LocalDate | null;
  endedAt: Date | null;
}

/** A running pause until a day, and by whose wall clock that day begins. */
export interface DatedPause {
  of: PauseOf;
  id: string;
  resumesOn: LocalDate;
  endedAt: Date;
  timeZone: TimeZone;
  dayEndsAt: LocalTime;
}

/** When a pause ends; both null: not yet known. */
type End = Pick<Pause, 'resumesOn' | 'endedAt'>;

const PLACES = {
  habit: { table: 'habit_pauses', owner: 'habit_id' },
  everything: { table: 'user_pauses', owner: 'user_id' },
} as const;

/** Of a pause `p`, at the moment `$1`. */
export const RUNS = '(p.ended_at IS NULL OR p.ended_at > $1)';

@Repository('pauses')
export class PausesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The running pause of the habit of that id, or of everything of the person of that id. */
  running(of: PauseOf, ownerId: string, now: Date): Promise<Pause | undefined> {
    const { table, owner } = PLACES[of];
    return this.work.row<Pause>(
      `SELECT p.id, p.started_at, p.resumes_on, p.ended_at FROM ${table} p WHERE p.${owner} = $2 AND ${RUNS}`,
      [now, ownerId],
    );
  }

  async startOfHabit(habitId: string, userId: string, startedAt: Date, end: End): Promise<void> {
    await this.work.manager.insert(HabitPause, { id: newId(), habitId, userId, startedAt, ...end });
  }

  async startOfEverything(userId: string, startedAt: Date, end: End): Promise<void> {
    await this.work.manager.insert(UserPause, { id: newId(), userId, startedAt, ...end });
  }

  async setEnd(of: PauseOf, id: string, { resumesOn, endedAt }: End): Promise<void> {
    await this.work.execute(`UPDATE ${PLACES[of].table} SET resumes_on = $2, ended_at = $3 WHERE id = $1`, [
      id,
      resumesOn,
      endedAt,
    ]);
  }

  /** The running pauses until a day by which any of these habits rests. */
  datedOf(habitIds: string[], now: Date): Promise<DatedPause[]> {
    return this.work.rows<DatedPause>(
      `SELECT 'habit' AS of, p.id, p.resumes_on, p.ended_at, coalesce(h.time_zone, u.time_zone) AS time_zone, s.day_ends_at
       FROM habits h JOIN habit_pauses p ON p.habit_id = h.id
         JOIN users u ON u.id = h.user_id JOIN user_settings s ON s.user_id = h.user_id
       WHERE h.id = ANY($2) AND p.resumes_on IS NOT NULL AND p.ended_at > $1
       UNION
       SELECT 'everything', p.id, p.resumes_on, p.ended_at, u.time_zone, s.day_ends_at
       FROM habits h JOIN user_pauses p ON p.user_id = h.user_id
         JOIN users u ON u.id = h.user_id JOIN user_settings s ON s.user_id = h.user_id
       WHERE h.id = ANY($2) AND p.resumes_on IS NOT NULL AND p.ended_at > $1`,
      [now, habitIds],
    );
  }
}

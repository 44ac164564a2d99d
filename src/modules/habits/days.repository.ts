import type { LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import type { DayCounts } from './domain/day-status';
import type { LocalMoment } from './local-moments';
import { IS_UNASKED } from './occurrences.repository';

/** A habit's day, counted. */
export type HabitDay = DayCounts & { habitId: string; day: LocalDate };

/** What is read of many days at once. PostgreSQL counts: a row for each occurrence would be slow to send and to take apart. */
@Repository('days')
export class DaysRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The person's days, both included, each habit by itself, in the order the habits were made, without what was not asked for. */
  counts(userId: string, first: LocalDate, last: LocalDate): Promise<HabitDay[]> {
    return this.work.rows<HabitDay>(
      `SELECT habit_id, day, count(*)::int AS due, count(*) FILTER (WHERE status = 'completed')::int AS completed,
         count(*) FILTER (WHERE status = 'skipped')::int AS skipped, count(*) FILTER (WHERE status = 'missed')::int AS missed
       FROM occurrences o WHERE user_id = $1 AND day BETWEEN $2 AND $3 AND NOT ${IS_UNASKED}
       GROUP BY day, habit_id ORDER BY day, habit_id`,
      [userId, first, last],
    );
  }

  /** The local moments from that date on of which there are rows: few, for they are made two days ahead. */
  kept(habitIds: string[], from: LocalDate): Promise<LocalMoment[]> {
    return this.work.rows<LocalMoment>(
      `SELECT habit_id, local_date, local_time FROM occurrences o
       WHERE habit_id = ANY($1) AND local_date >= $2 AND NOT ${IS_UNASKED}`,
      [habitIds, from],
    );
  }
}

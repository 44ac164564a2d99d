import { Repository, UnitOfWork } from '../../platform/database';
import { CheckIn, type CheckInVia } from './check-in.entity';

@Repository('check-ins')
export class CheckInsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(checkIn: CheckIn): Promise<void> {
    await this.work.manager.insert(CheckIn, checkIn);
  }

  /** The current word makes way for a newer one, and is kept. */
  async supersede(occurrenceId: string, at: Date): Promise<void> {
    await this.work.execute(
      'UPDATE check_ins SET superseded_at = $2 WHERE occurrence_id = $1 AND superseded_at IS NULL',
      [occurrenceId, at],
    );
  }

  /** The current word is taken back, and kept. */
  async takeBack(occurrenceId: string, via: CheckInVia, at: Date): Promise<void> {
    await this.work.execute(
      `UPDATE check_ins SET superseded_at = $2, taken_back_via = $3
       WHERE occurrence_id = $1 AND superseded_at IS NULL`,
      [occurrenceId, at, via],
    );
  }

  /** The words of the person that were heard in calls; what they came to stays. */
  async forgetQuotesOf(userId: string): Promise<void> {
    await this.work.execute('UPDATE check_ins SET quote = NULL WHERE user_id = $1 AND quote IS NOT NULL', [userId]);
    await this.work.execute('UPDATE day_quantities SET quote = NULL WHERE user_id = $1 AND quote IS NOT NULL', [
      userId,
    ]);
  }

  /** The same of everybody, as far as they are older. Returns how many were forgotten, at most so many of each kind. */
  async forgetQuotesBefore(moment: Date, limit: number): Promise<number> {
    const words = await this.work.execute(
      `UPDATE check_ins SET quote = NULL WHERE id IN (
         SELECT id FROM check_ins WHERE quote IS NOT NULL AND at < $1 ORDER BY at LIMIT $2)`,
      [moment, limit],
    );
    const numbers = await this.work.execute(
      `UPDATE day_quantities SET quote = NULL WHERE (habit_id, day, position) IN (
         SELECT habit_id, day, position FROM day_quantities WHERE quote IS NOT NULL AND at < $1 ORDER BY at LIMIT $2)`,
      [moment, limit],
    );
    return Math.max(words, numbers);
  }

  /** Every word ever given about the occurrence, the oldest first. */
  historyOf(occurrenceId: string): Promise<CheckIn[]> {
    return this.work.rows<CheckIn>('SELECT * FROM check_ins WHERE occurrence_id = $1 ORDER BY at, id', [occurrenceId]);
  }
}

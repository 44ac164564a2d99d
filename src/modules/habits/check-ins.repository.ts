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

  /** Every word ever given about the occurrence, the oldest first. */
  historyOf(occurrenceId: string): Promise<CheckIn[]> {
    return this.work.rows<CheckIn>('SELECT * FROM check_ins WHERE occurrence_id = $1 ORDER BY at, id', [occurrenceId]);
  }
}

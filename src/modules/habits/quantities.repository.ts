import { Repository, UnitOfWork } from '../../platform/database';
import { DayQuantity } from './day-quantity.entity';

@Repository('quantities')
export class QuantitiesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Every change to the number of the day, the oldest first. */
  ofDay(habitId: string, day: string): Promise<DayQuantity[]> {
    return this.work.rows<DayQuantity>(
      'SELECT * FROM day_quantities WHERE habit_id = $1 AND day = $2 ORDER BY position',
      [habitId, day],
    );
  }

  /** The change is the last one from now on. */
  async append(change: DayQuantity): Promise<void> {
    const { habitId, day, at } = change;
    await this.work.execute(
      'UPDATE day_quantities SET followed_at = $3 WHERE habit_id = $1 AND day = $2 AND followed_at IS NULL',
      [habitId, day, at],
    );
    await this.work.manager.insert(DayQuantity, change);
  }
}

import { Repository, UnitOfWork } from '../../platform/database';
import { DayQuantity } from './day-quantity.entity';
import { inParts } from './in-parts';

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

  /** Every change to the numbers of those days, both included, those of one day in their order. */
  between(habitId: string, from: string, to: string): Promise<DayQuantity[]> {
    return this.work.rows<DayQuantity>(
      'SELECT * FROM day_quantities WHERE habit_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day, position',
      [habitId, from, to],
    );
  }

  /** What that day and later ones come to. */
  currentSince(habitId: string, day: string): Promise<DayQuantity[]> {
    return this.work.rows<DayQuantity>(
      'SELECT * FROM day_quantities WHERE habit_id = $1 AND day >= $2 AND followed_at IS NULL',
      [habitId, day],
    );
  }

  /** What the number of the day makes of it by another target. */
  async judge(habitId: string, day: string, verdict: DayQuantity['verdict']): Promise<void> {
    await this.work.execute(
      'UPDATE day_quantities SET verdict = $3 WHERE habit_id = $1 AND day = $2 AND followed_at IS NULL',
      [habitId, day, verdict],
    );
  }

  /** The change is the last one from now on. */
  async append(change: DayQuantity): Promise<void> {
    await this.follow(change.habitId, [change.day], change.at);
    await this.work.manager.insert(DayQuantity, change);
  }

  /** The same for many days of a habit at once, each change with its place: those of a day stand in their order. */
  async appendMany(changes: DayQuantity[]): Promise<void> {
    for (const some of inParts(changes)) {
      const { habitId, userId, via, at } = some[0]!;
      const days = some.filter(({ position }) => position > 1).map(({ day }) => day);
      if (days.length > 0) await this.follow(habitId, days, at);
      await this.work.execute(
        `INSERT INTO day_quantities (habit_id, day, position, user_id, change, amount, total, verdict, local_date, local_time,
           via, at, with_word, followed_at)
         SELECT $2::uuid, day, position, $3::uuid, change, amount, total, verdict, local_date, local_time, $4, $5, with_word,
           followed_at
         FROM jsonb_to_recordset($1::jsonb) AS new (day date, position integer, change text, amount numeric, total numeric,
           verdict text, local_date date, local_time text, with_word boolean, followed_at timestamptz)`,
        [JSON.stringify(some.map(columns)), habitId, userId, via, at],
      );
    }
  }

  private async follow(habitId: string, days: string[], at: Date): Promise<void> {
    await this.work.execute(
      'UPDATE day_quantities SET followed_at = $3 WHERE habit_id = $1 AND day = ANY($2::date[]) AND followed_at IS NULL',
      [habitId, days, at],
    );
  }
}

function columns(row: DayQuantity) {
  const { day, position, change, amount, total, verdict, localDate, localTime, withWord, followedAt } = row;
  return {
    ...{ day, position, change, amount, total, verdict },
    ...{ local_date: localDate, local_time: localTime, with_word: withWord, followed_at: followedAt },
  };
}

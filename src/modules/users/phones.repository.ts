import { Repository, UnitOfWork } from '../../platform/database';

/** Whose number is whose. */
@Repository('phones')
export class PhonesRepository {
  constructor(private readonly work: UnitOfWork) {}

  async findByIndex(numberIndex: string): Promise<string | undefined> {
    const row = await this.work.row<{ userId: string }>('SELECT user_id FROM phones WHERE number_index = $1', [
      numberIndex,
    ]);
    return row?.userId;
  }

  async markHuman(userId: string, now: Date): Promise<void> {
    await this.work.execute('UPDATE phones SET human_at = $2 WHERE user_id = $1', [userId, now]);
  }
}

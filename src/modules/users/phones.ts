import { Clock } from '../../kernel/clock';
import { Crypto, type EncryptedColumn } from '../../platform/crypto';
import { Repository, UnitOfWork } from '../../platform/database';
import type { Phone } from './phone.entity';

/** Whose number is whose, for whoever calls or is called. */
@Repository('phones')
export class Phones {
  private readonly number: EncryptedColumn;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    crypto: Crypto,
  ) {
    this.number = crypto.column('phones', 'number');
  }

  /** The number itself, to be dialed and never shown. @throws CannotDecrypt */
  numberOf({ id, number }: Pick<Phone, 'id' | 'number'>): string {
    return this.number.decrypt(number, id);
  }

  /** By which a number is known without being read. */
  indexOf(number: string): string {
    return this.number.blindIndex(number);
  }

  async findByNumber(number: string): Promise<string | undefined> {
    const row = await this.work.row<{ userId: string }>('SELECT user_id FROM phones WHERE number_index = $1', [
      this.indexOf(number),
    ]);
    return row?.userId;
  }

  /** A person's word or key was heard there. */
  async markHuman(userId: string): Promise<void> {
    await this.work.execute('UPDATE phones SET human_at = $2 WHERE user_id = $1', [userId, this.clock.now()]);
  }
}

import { Repository, UnitOfWork } from '../../../platform/database';
import { Phone } from './phone.entity';
import { PhoneVerification } from './phone-verification.entity';

/** Whose number is whose, and the codes that are to prove it. */
@Repository('phones')
export class PhonesRepository {
  constructor(private readonly work: UnitOfWork) {}

  findOf(userId: string): Promise<Phone | null> {
    return this.work.manager.findOneBy(Phone, { userId });
  }

  findByIndex(numberIndex: string): Promise<Phone | null> {
    return this.work.manager.findOneBy(Phone, { numberIndex });
  }

  async markHuman(userId: string, now: Date): Promise<void> {
    await this.work.execute('UPDATE phones SET human_at = $2 WHERE user_id = $1', [userId, now]);
  }

  async insert(phone: Phone): Promise<void> {
    await this.work.manager.insert(Phone, phone);
  }

  /** Of the people, and of the number. */
  async remove(userIds: string[], numberIndex: string | null): Promise<void> {
    await this.work.execute('DELETE FROM phones WHERE user_id = ANY($1) OR number_index = $2', [userIds, numberIndex]);
  }

  verificationOf(userId: string): Promise<PhoneVerification | null> {
    return this.work.manager.findOneBy(PhoneVerification, { userId });
  }

  /** In place of the one before. */
  async replaceVerification(verification: PhoneVerification): Promise<void> {
    await this.removeVerification(verification.userId);
    await this.work.manager.insert(PhoneVerification, verification);
  }

  async removeVerification(userId: string): Promise<void> {
    await this.work.execute('DELETE FROM phone_verifications WHERE user_id = $1', [userId]);
  }

  async countTry(userId: string): Promise<void> {
    await this.work.execute('UPDATE phone_verifications SET tries = tries + 1 WHERE user_id = $1', [userId]);
  }

  forgetVerificationsBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM phone_verifications WHERE id IN (
         SELECT id FROM phone_verifications WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)`,
      [moment, limit],
    );
  }

  /** Keeps the first word about the number: saying it again changes nothing. */
  async suppressNumber(numberIndex: string, via: 'call' | 'sms', reason: string, now: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO number_suppressions (number_index, since, via, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [numberIndex, now, via, reason],
    );
  }

  /** What was said of the number by those ways is taken back. Returns whether there was anything. */
  async allowNumber(numberIndex: string, via: ('call' | 'sms')[]): Promise<boolean> {
    const allowed = await this.work.execute(
      'DELETE FROM number_suppressions WHERE number_index = $1 AND via = ANY($2)',
      [numberIndex, via],
    );
    return allowed > 0;
  }

  async numberSuppression(numberIndex: string): Promise<'call' | 'sms' | null> {
    const row = await this.work.row<{ via: 'call' | 'sms' }>(
      'SELECT via FROM number_suppressions WHERE number_index = $1',
      [numberIndex],
    );
    return row?.via ?? null;
  }
}

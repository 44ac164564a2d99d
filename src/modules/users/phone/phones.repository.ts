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

  /** Waits until nobody else decides whose number it is; until the transaction ends, nobody else can. */
  async holdNumber(numberIndex: string): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [numberIndex]);
  }

  async markHuman(userId: string, now: Date): Promise<void> {
    await this.work.execute('UPDATE phones SET human_at = $2 WHERE user_id = $1', [userId, now]);
  }

  async insert(phone: Phone): Promise<void> {
    await this.work.manager.insert(Phone, phone);
  }

  /** It was proven once more. */
  async prove(id: string, now: Date): Promise<void> {
    await this.work.execute('UPDATE phones SET verified_at = $2, human_at = $2 WHERE id = $1', [id, now]);
  }

  async remove(id: string): Promise<void> {
    await this.work.execute('DELETE FROM phones WHERE id = $1', [id]);
  }

  verificationOf(userId: string): Promise<PhoneVerification | null> {
    return this.work.manager.findOneBy(PhoneVerification, { userId });
  }

  /** In place of the one before. */
  async replaceVerification(verification: PhoneVerification): Promise<void> {
    await this.removeVerification(verification.userId, null);
    await this.work.manager.insert(PhoneVerification, verification);
  }

  /** The one of that id, or whichever there is. */
  async removeVerification(userId: string, id: string | null): Promise<void> {
    await this.work.execute('DELETE FROM phone_verifications WHERE user_id = $1 AND ($2::uuid IS NULL OR id = $2)', [
      userId,
      id,
    ]);
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

  /** Keeps the first word about the number; but one that came by text, which a text alone takes back, outweighs one of a call. */
  async suppressNumber(numberIndex: string, via: 'call' | 'sms', reason: string, now: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO number_suppressions AS known (number_index, since, via, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT (number_index) DO UPDATE SET since = excluded.since, via = excluded.via, reason = excluded.reason
         WHERE known.via = 'call' AND excluded.via = 'sms'`,
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

import { Repository, UnitOfWork } from '../../../platform/database';
import type { Cursor } from '../../../platform/http';
import { Consent } from './consent.entity';

@Repository('consents')
export class ConsentsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(consent: Consent): Promise<void> {
    await this.work.manager.insert(Consent, consent);
  }

  /** What was said last. */
  latest(userId: string): Promise<Consent | undefined> {
    return this.work.row<Consent>(
      `SELECT * FROM consents WHERE user_id = $1 AND kind = 'calls' ORDER BY at DESC, id DESC LIMIT 1`,
      [userId],
    );
  }

  /** The newest first; one more than the limit when there is more. */
  list(userId: string, before: Cursor | null, limit: number): Promise<Consent[]> {
    return this.work.rows<Consent>(
      `SELECT * FROM consents WHERE user_id = $1 AND kind = 'calls'
         AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
       ORDER BY at DESC, id DESC LIMIT $4`,
      [userId, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  forgetBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      'DELETE FROM consents WHERE id IN (SELECT id FROM consents WHERE at < $1 ORDER BY at LIMIT $2)',
      [moment, limit],
    );
  }
}

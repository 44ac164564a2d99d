import { Repository, UnitOfWork } from '../../../platform/database';
import type { Cursor } from '../../../platform/http';
import type { Consent } from './consent.entity';

@Repository('consents')
export class ConsentsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** After whatever was said before, even where the clock of another replica was ahead: the latest is the one that counts. */
  async add(consent: Consent): Promise<Consent> {
    const { id, userId, kind, action, version, text, at, via, numberIndex, evidence } = consent;
    const added = await this.work.row<Pick<Consent, 'at'>>(
      `INSERT INTO consents (id, user_id, kind, action, version, text, at, via, number_index, evidence)
       VALUES ($1, $2, $3, $4, $5, $6,
         greatest($7, (SELECT max(at) + interval '1 ms' FROM consents WHERE user_id = $2 AND kind = $3)), $8, $9, $10)
       RETURNING at`,
      [id, userId, kind, action, version, text, at, via, numberIndex, evidence],
    );
    return { ...consent, ...added };
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

import { Repository, UnitOfWork } from '../database';
import type { Cursor } from '../http';
import type { AuditEntry } from './audit-entry';

/** As it is kept: the detail is encrypted. */
export type AuditRow = Omit<AuditEntry, 'detail'> & { detail: string | null };

@Repository('audit')
export class AuditRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(userId: string, correlationId: string | null, { id, action, at, detail }: AuditRow): Promise<void> {
    await this.work.execute(
      'INSERT INTO audit_entries (id, user_id, action, at, correlation_id, detail) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, userId, action, at, correlationId, detail],
    );
  }

  /** The newest first; one more than the limit when there is more. */
  list(userId: string, before: Cursor | null, limit: number): Promise<AuditRow[]> {
    return this.work.rows<AuditRow>(
      `SELECT id, action, at, detail FROM audit_entries WHERE user_id = $1
         AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
       ORDER BY at DESC, id DESC LIMIT $4`,
      [userId, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  /** PostgreSQL refuses to forget what is younger than 5 years. */
  forgetBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      'DELETE FROM audit_entries WHERE id IN (SELECT id FROM audit_entries WHERE at < $1 ORDER BY at LIMIT $2)',
      [moment, limit],
    );
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { Crypto, type EncryptedColumn } from '../crypto';
import { newId } from '../database';
import { type Page, type PageQuery, pageOf, readCursor } from '../http';
import { currentCorrelationId } from '../logging';
import { AuditRepository, type AuditRow } from './audit.repository';
import type { AuditAction, AuditDetail, AuditEntry } from './audit-entry';

/**
 * The record of what was done to an account. PostgreSQL refuses every ordinary statement that would rewrite it; only who owns
 * the table could take that guard away. When the person leaves, that something happened stays, and what it said of them goes.
 */
@Injectable()
export class Audit {
  private readonly logger = new Logger('Audit');
  private readonly detail: EncryptedColumn;

  constructor(
    private readonly entries: AuditRepository,
    private readonly clock: Clock,
    crypto: Crypto,
  ) {
    this.detail = crypto.column('audit_entries', 'detail');
  }

  /** Puts it on record in the running transaction: what is rolled back never happened, and nothing happens unrecorded. */
  async record({ userId, action, detail }: Happening): Promise<void> {
    const id = newId();
    await this.entries.insert(userId, currentCorrelationId() ?? null, {
      id,
      action,
      at: this.clock.now(),
      detail: detail ? this.detail.encrypt(JSON.stringify(detail), id) : null,
    });
  }

  /** A person's own entries, the newest first. A detail that was tampered with, or whose key is gone, is left out and told. */
  async list(userId: string, { limit, cursor }: PageQuery): Promise<Page<AuditEntry>> {
    const rows = await this.entries.list(userId, readCursor(cursor), limit);
    return pageOf(
      rows,
      limit,
      ({ at, id }) => ({ at, id }),
      (row) => this.read(row),
    );
  }

  private read({ detail, ...entry }: AuditRow): AuditEntry {
    if (detail === null) return { ...entry, detail };
    return { ...entry, detail: this.readable(detail, entry.id) };
  }

  private readable(detail: string, id: string): AuditDetail | null {
    try {
      return JSON.parse(this.detail.decrypt(detail, id)) as AuditDetail;
    } catch (error) {
      this.logger.error({ err: error, entry: id }, 'A detail of the audit log cannot be read');
      return null;
    }
  }
}

interface Happening {
  userId: string;
  action: AuditAction;
  detail?: AuditDetail;
}

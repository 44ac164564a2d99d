import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Retention } from '../retention';
import { Audit } from './audit';
import { AuditRepository } from './audit.repository';

/**
 * For as long as somebody may have to be shown that they were called, or not called, with consent: 5 years, the longest
 * limitation we know of for such claims, and a day for each that may be a leap year, since PostgreSQL refuses anything sooner.
 */
const KEPT_FOR = 5 * 366 * DAY;

@Global()
@Module({ providers: [Audit, AuditRepository], exports: [Audit] })
export class AuditModule {
  constructor(retention: Retention, entries: AuditRepository) {
    retention.keep('audit-entries', KEPT_FOR, (before, limit) => entries.forgetBefore(before, limit));
  }
}

import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Retention } from '../retention';
import { Audit } from './audit';
import { AuditRepository } from './audit.repository';

/**
 * 5 years: so long must be kept who asked not to be called, and when (the Telemarketing Sales Rule of the United States,
 * 16 CFR 310.5, which asks for longest). Each counted as a leap year, since PostgreSQL refuses anything sooner.
 */
const KEPT_FOR = 5 * 366 * DAY;

@Global()
@Module({ providers: [Audit, AuditRepository], exports: [Audit] })
export class AuditModule {
  constructor(retention: Retention, entries: AuditRepository) {
    retention.keep('audit-entries', KEPT_FOR, (before, limit) => entries.forgetBefore(before, limit));
  }
}

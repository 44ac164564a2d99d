export { Audit } from './audit';
export { AuditModule } from './audit.module';
export type { AuditAction, AuditDetail } from './audit-entry';

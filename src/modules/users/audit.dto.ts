import { ApiProperty } from '@nestjs/swagger';
import type { AuditAction, AuditDetail } from '../../platform/audit';

/** Something that was done to the account. */
export class AuditEntryResponse {
  /** Of the entry. */
  id: string;
  /** `signed-in`, `signed-out`, `session-revoked`, `account-deleted`, `phone-verified`, `phone-removed`, `consent-given`, `consent-revoked`, `calls-suppressed`, `calls-allowed`, `settings-changed`, `everything-paused`, `everything-resumed`, `streaks-reset`, `call-history-cleared`, `calendar-feed-made` or `calendar-feed-revoked`. */
  @ApiProperty({ type: String })
  action: AuditAction;
  /** When it was done. */
  at: Date;
  /** What more there is to say of it, by its action: the session, by which way, which settings. Null: nothing. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  detail: AuditDetail | null;
}

/** A page of the account's record. */
export class AuditPage {
  /** The newest first. */
  items: AuditEntryResponse[];
  /** Give it as `cursor` to read on. Null: there is no more. */
  nextCursor: string | null;
}

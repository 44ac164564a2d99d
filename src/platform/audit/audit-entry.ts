/** What is put on record: whatever opens, ends or silences an account. */
export type AuditAction =
  | 'signed-in'
  | 'signed-out'
  | 'session-revoked'
  | 'account-deleted'
  | 'phone-verified'
  | 'phone-removed'
  | 'consent-given'
  | 'consent-revoked'
  | 'calls-suppressed'
  | 'calls-allowed'
  | 'settings-changed'
  | 'everything-paused'
  | 'everything-resumed'
  | 'streaks-reset'
  | 'call-history-cleared'
  | 'calendar-feed-made'
  | 'calendar-feed-revoked';

/** Plain data that says more of it. May be personal: it is encrypted, and goes with the account. */
export type AuditDetail = Record<string, unknown>;

export interface AuditEntry {
  id: string;
  action: AuditAction;
  at: Date;
  detail: AuditDetail | null;
}

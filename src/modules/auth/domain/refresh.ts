import { DAY, plus, SECOND } from '../../../kernel/clock';

/** A session that is not used for so long is over. */
export const IDLE_LIMIT = 30 * DAY;

/** A session is over after so long, however busy it was. */
export const ABSOLUTE_LIMIT = 365 * DAY;

/** How long the token before the newest is still taken: a phone may have lost the answer that carried the newest. */
export const LOST_ANSWER_GRACE = 10 * SECOND;

export interface RefreshAttempt {
  usedAt: Date | null;
  expiresAt: Date;
  sessionExpiresAt: Date;
  sessionRevokedAt: Date | null;
}

/** What a presented refresh token earns: a successor, nothing, or the end of a session whose token was evidently stolen. */
export function judgeRefresh(token: RefreshAttempt, now: Date): 'renew' | 'refuse' | 'revoke' {
  if (token.sessionRevokedAt || token.expiresAt <= now || token.sessionExpiresAt <= now) return 'refuse';
  if (!token.usedAt) return 'renew';
  return plus(token.usedAt, LOST_ANSWER_GRACE) > now ? 'renew' : 'revoke';
}

import { judgeRefresh } from './refresh';

const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-12-23T12:00:00Z');
const token = { usedAt: null, expiresAt: later, sessionExpiresAt: later, sessionRevokedAt: null };
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('A refresh token', () => {
  it.each([
    ['that is fresh earns a successor', {}, 'renew'],
    ['whose answer was lost a moment ago earns another', { usedAt: secondsAgo(9) }, 'renew'],
    ['used long ago was stolen: the session ends', { usedAt: secondsAgo(10) }, 'revoke'],
    ['that has expired is refused', { expiresAt: now }, 'refuse'],
    ['of an expired session is refused', { sessionExpiresAt: now }, 'refuse'],
    [
      'of a revoked session is refused, used or not',
      { sessionRevokedAt: secondsAgo(1), usedAt: secondsAgo(99) },
      'refuse',
    ],
  ])('%s', (_, change, verdict) => {
    expect(judgeRefresh({ ...token, ...change }, now)).toBe(verdict);
  });
});

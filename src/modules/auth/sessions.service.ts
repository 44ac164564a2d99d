import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../kernel/clock';
import type { Principal } from '../../kernel/principal';
import { Audit, type AuditAction } from '../../platform/audit';
import { newId, UnitOfWork } from '../../platform/database';
import { hashOf, newOpaqueToken } from '../../platform/secrets';
import { sessionOver } from './auth.problems';
import { ABSOLUTE_LIMIT, IDLE_LIMIT, judgeRefresh } from './domain/refresh';
import type { Session } from './session.entity';
import { SessionsRepository } from './sessions.repository';
import { Tokens } from './tokens';

export interface IssuedTokens {
  userId: string;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: Tokens,
    private readonly audit: Audit,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for a person who has just proved who they are. */
  open(userId: string): Promise<IssuedTokens> {
    const now = this.clock.now();
    const session: Session = {
      id: newId(),
      userId,
      authenticatedAt: now,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: plus(now, ABSOLUTE_LIMIT),
      revokedAt: null,
    };
    return this.work.run(async () => {
      await this.sessions.insert(session);
      await this.audit.record({ userId, action: 'signed-in', detail: { sessionId: session.id } });
      return this.issue(session);
    });
  }

  /** Trades a refresh token for the next one. A token used twice ends the session: one of the two users stole it. */
  async refresh(refreshToken: string): Promise<IssuedTokens> {
    const issued = await this.work.run(() => this.renew(hashOf(refreshToken)));
    if (!issued) throw sessionOver();
    return issued;
  }

  /** Ends the session. Its tokens are worth nothing from now on. */
  close({ sessionId, userId }: Pick<Principal, 'sessionId' | 'userId'>): Promise<void> {
    return this.revoke(sessionId, { userId, action: 'signed-out' });
  }

  private async renew(hash: Buffer): Promise<IssuedTokens | null> {
    const now = this.clock.now();
    const found = await this.sessions.holdToken(hash);
    if (!found) return null;
    const verdict = judgeRefresh(found, now);
    if (verdict === 'revoke') await this.revoke(found.sessionId, { userId: found.userId, action: 'session-revoked' });
    if (verdict !== 'renew') return null;
    await this.sessions.markUsed(hash, now);
    await this.sessions.touch(found.sessionId, now);
    return this.issue((await this.sessions.find(found.sessionId))!);
  }

  private revoke(sessionId: string, because: { userId: string; action: AuditAction }): Promise<void> {
    return this.work.run(async () => {
      await this.sessions.revoke(sessionId, this.clock.now());
      await this.audit.record({ ...because, detail: { sessionId } });
    });
  }

  private async issue(session: Session): Promise<IssuedTokens> {
    const now = this.clock.now();
    const refreshToken = newOpaqueToken();
    const expiresAt = plus(now, IDLE_LIMIT);
    await this.sessions.insertToken({
      hash: hashOf(refreshToken),
      sessionId: session.id,
      createdAt: now,
      expiresAt,
      usedAt: null,
    });
    const access = this.tokens.access(session);
    return {
      userId: session.userId,
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      refreshTokenExpiresAt: expiresAt,
    };
  }
}

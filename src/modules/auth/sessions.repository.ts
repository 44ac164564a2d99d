import { Repository, UnitOfWork } from '../../platform/database';
import type { RefreshAttempt } from './domain/refresh';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';

export type FoundToken = RefreshAttempt & { sessionId: string; userId: string };

@Repository('sessions')
export class SessionsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async insert(session: Session): Promise<void> {
    await this.work.manager.insert(Session, session);
  }

  async insertToken(token: RefreshToken): Promise<void> {
    await this.work.manager.insert(RefreshToken, token);
  }

  find(id: string): Promise<Session | null> {
    return this.work.manager.findOneBy(Session, { id });
  }

  /** The token and its session, held until the transaction ends: two refreshes at once take turns. */
  holdToken(hash: Buffer): Promise<FoundToken | undefined> {
    return this.work.row<FoundToken>(
      `SELECT t.session_id, s.user_id, t.used_at, t.expires_at, s.expires_at AS session_expires_at, s.revoked_at AS session_revoked_at
       FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
       WHERE t.hash = $1 FOR UPDATE OF s, t`,
      [hash],
    );
  }

  async markUsed(hash: Buffer, at: Date): Promise<void> {
    await this.work.execute('UPDATE refresh_tokens SET used_at = coalesce(used_at, $2) WHERE hash = $1', [hash, at]);
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.work.manager.update(Session, { id }, { lastUsedAt: at });
  }

  async revoke(id: string, at: Date): Promise<void> {
    await this.work.execute('UPDATE sessions SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1', [id, at]);
  }

  /** Whether an access token of the session still counts. */
  async isAlive(id: string, userId: string): Promise<boolean> {
    const alive = await this.work.row('SELECT 1 FROM sessions WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL', [
      id,
      userId,
    ]);
    return alive !== undefined;
  }
}

import { SECOND } from '../../kernel/clock';
import { type Cache, Caches } from '../../platform/cache';
import { Repository, UnitOfWork } from '../../platform/database';
import type { RefreshAttempt } from './domain/refresh';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';

export type FoundToken = RefreshAttempt & { sessionId: string; userId: string };

/** So long, at most, does an ended session open doors elsewhere, whatever fails; in milliseconds. */
const TRUSTED_FOR = 5 * SECOND;

@Repository('sessions')
export class SessionsRepository {
  /** Whose a session is that is still open, by its id. */
  private readonly owners: Cache<string>;

  constructor(
    private readonly work: UnitOfWork,
    caches: Caches,
  ) {
    this.owners = caches.open('sessions', TRUSTED_FOR);
  }

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
    await this.owners.drop(id);
  }

  /** The person is going: what is known of their sessions is known no more. */
  async forgetAllOf(userId: string): Promise<void> {
    const sessions = await this.work.rows<{ id: string }>('SELECT id FROM sessions WHERE user_id = $1', [userId]);
    for (const { id } of sessions) await this.owners.drop(id);
  }

  /** Whether an access token of the session still counts. */
  async isAlive(id: string, userId: string): Promise<boolean> {
    return (await this.owners.get(id, () => this.ownerOf(id))) === userId;
  }

  private async ownerOf(id: string): Promise<string | undefined> {
    const sql = 'SELECT user_id FROM sessions WHERE id = $1 AND revoked_at IS NULL';
    return (await this.work.row<{ userId: string }>(sql, [id]))?.userId;
  }
}

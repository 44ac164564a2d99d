import { Clock, DAY, MINUTE, plus } from '../../kernel/clock';
import { newId, Repository, UnitOfWork } from '../database';
import { hashOf } from '../secrets';

/** An answer as it went out, to be sent once more. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One use of a key: whose it is, and for which request. */
export interface Keyed {
  userId: string;
  key: string;
  /** Method, address and body in one text. */
  request: string;
}

/** What has become of the request with that key. `claim` is the proof of being the first. */
export type Standing =
  | { kind: 'first'; claim: string }
  | { kind: 'running' }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'another-request' };

/** How long an answer is sent again, in milliseconds, counted from the answer. */
const KEPT_FOR = DAY;

/** After so long, in milliseconds, a first request without an answer counts as dead: its process was killed. */
const DEAD_AFTER = MINUTE;

/** The answers to requests that carried an `Idempotency-Key`, in rows, so that every replica knows them. */
@Repository('kept-answers')
export class KeptAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes the key for this request if it is free. Of two at once exactly one is the first. */
  async claim(keyed: Keyed): Promise<Standing> {
    const claim = newId();
    return (await this.insert(keyed, claim)) ? { kind: 'first', claim } : this.standingOf(keyed);
  }

  /** Keeps the answer, unless the claim has passed to somebody else meanwhile. */
  async keep(claim: string, answer: Answer): Promise<void> {
    await this.work.execute('UPDATE kept_answers SET answer = $2, expires_at = $3 WHERE claim = $1', [
      claim,
      JSON.stringify(answer),
      plus(this.clock.now(), KEPT_FOR),
    ]);
  }

  /** Gives the key free: whoever sends the request again runs it again. */
  async free(claim: string): Promise<void> {
    await this.work.execute('DELETE FROM kept_answers WHERE claim = $1', [claim]);
  }

  /** Forgets what has expired, a bounded number at a time. Returns how many. */
  forgetExpired(now: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM kept_answers WHERE claim IN (
         SELECT claim FROM kept_answers WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)`,
      [now, limit],
    );
  }

  private async insert({ userId, key, request }: Keyed, claim: string): Promise<boolean> {
    const now = this.clock.now();
    const inserted = await this.work.execute(
      `INSERT INTO kept_answers AS kept (user_id, key_hash, request_hash, claim, dead_at, expires_at)
       SELECT id, $2, $3, $4, $5, $6 FROM users WHERE id = $1 FOR KEY SHARE
       ON CONFLICT (user_id, key_hash) DO UPDATE
       SET request_hash = excluded.request_hash, claim = excluded.claim, answer = NULL, dead_at = excluded.dead_at,
         expires_at = excluded.expires_at
       WHERE kept.expires_at <= $7
         OR (kept.answer IS NULL AND kept.dead_at <= $7 AND kept.request_hash = excluded.request_hash)`,
      [userId, hashOf(key), hashOf(request), claim, plus(now, DEAD_AFTER), plus(now, KEPT_FOR), now],
    );
    return inserted > 0;
  }

  /** A row that is gone again was given free this moment: trying once more will do. */
  private async standingOf({ userId, key, request }: Keyed): Promise<Standing> {
    const row = await this.work.row<{ requestHash: Buffer; answer: Answer | null }>(
      'SELECT request_hash, answer FROM kept_answers WHERE user_id = $1 AND key_hash = $2',
      [userId, hashOf(key)],
    );
    if (!row) return { kind: 'running' };
    if (!row.requestHash.equals(hashOf(request))) return { kind: 'another-request' };
    return row.answer ? { kind: 'answered', answer: row.answer } : { kind: 'running' };
  }
}

import { Repository, UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import type { ConversationState } from '../domain/conversation/conversation';

/** A talk between two turns, as it is kept. */
export interface KeptTalk {
  callId: string;
  /** The turn that is waited for. */
  turn: number;
  /** How many things were noted so far. */
  position: number;
  state: ConversationState;
  /** What the provider was told the last time. */
  answer: string;
  /** When the last turn was heard. */
  at: Date;
}

export interface GatheredTalk extends KeptTalk {
  /** Its call goes on. */
  isLive: boolean;
}

const TALKS = `
  SELECT g.*, c.status = 'talking' AS is_live FROM gathered_talks g JOIN calls c ON c.id = g.call_id WHERE g.call_id = $1`;

/** Talks held turn by turn: whichever process hears the next turn goes on from the row. */
@Repository('gathered-talks')
export class GatheredTalksRepository {
  constructor(private readonly work: UnitOfWork) {}

  find(callId: string): Promise<GatheredTalk | undefined> {
    return this.work.row<GatheredTalk>(TALKS, [callId]);
  }

  /** The same, if it is the call that the provider knows by this id. */
  findOf(callId: string, providerCallId: string): Promise<GatheredTalk | undefined> {
    return this.work.row<GatheredTalk>(`${TALKS} AND c.provider_call_id = $2`, [callId, providerCallId]);
  }

  /** Begins it, unless it has begun. The call counts as connected from now on. */
  async begin({ callId, turn, position, state, answer, at }: KeptTalk, until: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO gathered_talks (call_id, turn, position, state, answer, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [callId, turn, position, JSON.stringify(state), answer, at],
    );
    await this.work.execute(
      `UPDATE calls SET connected_at = coalesce(connected_at, $2), lease_until = $3 WHERE id = $1 AND status = 'talking'`,
      [callId, at, until],
    );
  }

  /** Takes hold of the call for one turn. Nothing when that turn is over already, or the call is. */
  claim(callId: string, turn: number, token: string, until: Date): Promise<Call | undefined> {
    return this.work.row<Call>(
      `UPDATE calls c SET lease_token = $3, lease_until = $4 FROM gathered_talks g
       WHERE c.id = $1 AND c.status = 'talking' AND g.call_id = c.id AND g.turn = $2
       RETURNING c.*`,
      [callId, turn, token, until],
    );
  }

  /** In the transaction in which its words are written down. */
  async save({ callId, turn, position, state, answer, at }: KeptTalk): Promise<void> {
    await this.work.execute(
      'UPDATE gathered_talks SET turn = $2, position = $3, state = $4, answer = $5, at = $6 WHERE call_id = $1',
      [callId, turn, position, JSON.stringify(state), answer, at],
    );
  }

  /** Talks that were heard for the last time before then. Returns how many. */
  forgetBefore(before: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM gathered_talks WHERE call_id IN (
         SELECT call_id FROM gathered_talks WHERE at < $1 ORDER BY at LIMIT $2)`,
      [before, limit],
    );
  }
}

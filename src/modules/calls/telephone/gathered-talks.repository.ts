import { Repository, UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import type { ConversationState } from '../domain/conversation/conversation';

/** A talk between two turns. */
export interface GatheredTalk {
  callId: string;
  /** The turn that is waited for. */
  turn: number;
  /** How many things were noted so far. */
  position: number;
  state: ConversationState;
  /** What the provider was told the last time. */
  answer: string;
}

/** Talks held turn by turn: whichever process hears the next turn goes on from the row. */
@Repository('gathered-talks')
export class GatheredTalksRepository {
  constructor(private readonly work: UnitOfWork) {}

  find(callId: string): Promise<GatheredTalk | undefined> {
    return this.work.row<GatheredTalk>('SELECT * FROM gathered_talks WHERE call_id = $1', [callId]);
  }

  /** Begins it, unless it has begun. The call counts as connected from now on. */
  async begin({ callId, turn, position, state, answer }: GatheredTalk, now: Date, until: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO gathered_talks (call_id, turn, position, state, answer, begun_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [callId, turn, position, JSON.stringify(state), answer, now],
    );
    await this.work.execute(
      `UPDATE calls SET connected_at = coalesce(connected_at, $2), lease_until = $3 WHERE id = $1 AND status = 'talking'`,
      [callId, now, until],
    );
  }

  /** Takes hold of the call for one turn. Nothing when that turn is over already, or the call is. */
  claim(callId: string, providerCallId: string, turn: number, token: string, until: Date): Promise<Call | undefined> {
    return this.work.row<Call>(
      `UPDATE calls c SET lease_token = $4, lease_until = $5 FROM gathered_talks g
       WHERE c.id = $1 AND c.provider_call_id = $2 AND c.status = 'talking' AND g.call_id = c.id AND g.turn = $3
       RETURNING c.*`,
      [callId, providerCallId, turn, token, until],
    );
  }

  /** In the transaction in which its words are written down. */
  async save({ callId, turn, position, state, answer }: GatheredTalk): Promise<void> {
    await this.work.execute(
      'UPDATE gathered_talks SET turn = $2, position = $3, state = $4, answer = $5 WHERE call_id = $1',
      [callId, turn, position, JSON.stringify(state), answer],
    );
  }
}

import { Repository, UnitOfWork } from '../../platform/database';
import type { Call } from './call.entity';
import type { Result } from './domain/conversation/conversation';
import type { Latency } from './domain/latency';
import type { Alarm } from './domain/understanding/meaning';
import { Turn } from './turn.entity';

/** What is kept of one answer; no quote where no words are. */
export type KeptResult = Omit<Result, 'kind' | 'reason' | 'quote'> & { quote: string | null };

/** A call while somebody talks in it. Every write carries the lease, which ends with the talk: who has lost it writes nothing. */
@Repository('talks')
export class TalksRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** ringing → talking: the phone was picked up; the ticket opens the relay once, until the lease ends. */
  async answer(callId: string, ticketHash: Buffer, now: Date, until: Date): Promise<boolean> {
    const answered = await this.work.execute(
      `UPDATE calls SET status = 'talking', answered_at = $3, relay_ticket_hash = $2, lease_token = NULL, lease_until = $4
       WHERE id = $1 AND status = 'ringing'`,
      [callId, ticketHash, now, until],
    );
    return answered > 0;
  }

  /** Trades the ticket for the lease of the talk. Nothing when it was used, is too old, or never was. */
  connect(ticketHash: Buffer, token: string, now: Date, until: Date): Promise<Call | undefined> {
    return this.work.row<Call>(
      `UPDATE calls SET connected_at = $3, relay_ticket_hash = NULL, lease_token = $2, lease_until = $4
       WHERE relay_ticket_hash = $1 AND status = 'talking' AND lease_until > $3 RETURNING *`,
      [ticketHash, token, now, until],
    );
  }

  /** The provider connects the talk of a call that was picked up, by its own id of it. Nothing the second time. */
  connectOnTelephone(
    callId: string,
    providerCallId: string,
    token: string,
    now: Date,
    until: Date,
  ): Promise<Call | undefined> {
    return this.work.row<Call>(
      `UPDATE calls SET connected_at = $4, lease_token = $3, lease_until = $5
       WHERE id = $1 AND provider_call_id = $2 AND line = 'telephone' AND status = 'talking' AND connected_at IS NULL
       RETURNING *`,
      [callId, providerCallId, token, now, until],
    );
  }

  /** Keeps the talk alive. False when the lease is lost. */
  async renew(callId: string, token: string, until: Date): Promise<boolean> {
    const renewed = await this.work.execute('UPDATE calls SET lease_until = $3 WHERE id = $1 AND lease_token = $2', [
      callId,
      token,
      until,
    ]);
    return renewed > 0;
  }

  /** How long the person waited for our answers. */
  async measure(callId: string, token: string, { turns, p50Ms, p95Ms }: Latency): Promise<void> {
    await this.work.execute(
      `UPDATE calls SET latency_turns = $3, latency_p50_ms = $4, latency_p95_ms = $5 WHERE id = $1 AND lease_token = $2`,
      [callId, token, turns, p50Ms, p95Ms],
    );
  }

  /** Holds the call for the rest of the transaction, if the talk is still ours. */
  async hold(callId: string, token: string): Promise<boolean> {
    const held = await this.work.row('SELECT 1 FROM calls WHERE id = $1 AND lease_token = $2 FOR NO KEY UPDATE', [
      callId,
      token,
    ]);
    return held !== undefined;
  }

  async addTurns(turns: Turn[]): Promise<void> {
    if (turns.length > 0) await this.work.manager.insert(Turn, turns);
  }

  /** Words of danger were heard: kept so that whoever settles the call leaves the person in peace. */
  async raiseAlarm(callId: string, alarm: Alarm): Promise<void> {
    await this.work.execute('UPDATE calls SET alarm = $2 WHERE id = $1', [callId, alarm]);
  }

  /** When it was said who calls and that it is an AI, the first time, and by which version of the scripts. */
  async noteDisclosure(callId: string, scriptVersion: string, now: Date): Promise<void> {
    await this.work.execute(
      'UPDATE calls SET disclosed_at = $3, script_version = $2 WHERE id = $1 AND disclosed_at IS NULL',
      [callId, scriptVersion, now],
    );
  }

  /** Keeps what was understood about one occurrence. */
  async addResult(callId: string, result: KeptResult, now: Date): Promise<void> {
    await this.work.execute(
      `UPDATE call_items SET meaning = $3, quote = $4, quantity = $5, call_back_at = $6, quiet = $8, at = $7
       WHERE call_id = $1 AND occurrence_id IS NOT DISTINCT FROM $2`,
      [
        callId,
        result.occurrenceId,
        result.meaning,
        result.quote,
        result.quantity ?? null,
        result.callBackAt ?? null,
        now,
        result.quiet ?? false,
      ],
    );
  }
}

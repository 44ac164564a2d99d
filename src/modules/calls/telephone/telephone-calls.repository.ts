import { Repository, UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import { LIVE, statesBefore } from '../domain/call';
import { inState } from '../in-state';

export type InboundCall = Pick<
  Call,
  'id' | 'userId' | 'numberIndex' | 'providerCallId' | 'consentId' | 'timeZone' | 'correlationId'
>;

/** Calls over the telephone, as the provider moves them. Each verb expects its person to be held. */
@Repository('telephone-calls')
export class TelephoneCallsRepository {
  constructor(private readonly work: UnitOfWork) {}

  findOnTelephone(id: string): Promise<Call | undefined> {
    return this.work.row<Call>(`SELECT * FROM calls WHERE id = $1 AND line = 'telephone'`, [id]);
  }

  findByProvider(providerCallId: string): Promise<Call | undefined> {
    return this.work.row<Call>('SELECT * FROM calls WHERE provider_call_id = $1', [providerCallId]);
  }

  /** Of these calls of the provider, those that are known to be calls of ours. */
  async known(providerCallIds: string[]): Promise<Set<string>> {
    const rows = await this.work.rows<{ providerCallId: string }>(
      'SELECT provider_call_id FROM calls WHERE provider_call_id = ANY($1)',
      [providerCallIds],
    );
    return new Set(rows.map(({ providerCallId }) => providerCallId));
  }

  /** The provider has told by which id it knows the call: from now on it is asked by that. */
  async adopt(id: string, providerCallId: string, until: Date): Promise<void> {
    await this.work.execute(
      `UPDATE calls SET provider_call_id = $2, absences = 0,
         lease_until = CASE WHEN status = 'ended' THEN lease_until ELSE $3 END
       WHERE id = $1 AND provider_call_id IS NULL`,
      [id, providerCallId, until],
    );
  }

  /** It rings. False when it did so already, or more has happened since. */
  async markRinging(id: string, now: Date, until: Date): Promise<boolean> {
    const rung = await this.work.execute(
      `UPDATE calls SET status = 'ringing', ringing_at = $2, lease_until = $3 WHERE id = $1 AND ${inState('$4')}`,
      [id, now, until, statesBefore('ringing')],
    );
    return rung > 0;
  }

  /** Somebody has picked up. False when that was known. */
  async markAnswered(id: string, now: Date, until: Date): Promise<boolean> {
    const answered = await this.work.execute(
      `UPDATE calls SET status = 'talking', answered_at = $2, ringing_at = coalesce(ringing_at, $2), lease_until = $3
       WHERE id = $1 AND ${inState('$4')}`,
      [id, now, until, statesBefore('talking')],
    );
    return answered > 0;
  }

  /** Nobody can tell what became of the dial. Only while the dial is the one that is meant. */
  async markUnknown(id: string, token: string, now: Date, until: Date): Promise<boolean> {
    const marked = await this.work.execute(
      `UPDATE calls SET status = 'unknown', unknown_since = $3, absences = 0, lease_until = $4
       WHERE id = $1 AND lease_token = $2 AND status = 'dialing' AND provider_call_id IS NULL`,
      [id, token, now, until],
    );
    return marked > 0;
  }

  async noteAbsences(id: string, absences: number): Promise<void> {
    await this.work.execute(`UPDATE calls SET absences = $2 WHERE id = $1 AND ${inState(`'{unknown}'`)}`, [
      id,
      absences,
    ]);
  }

  /**
   * The dial has not happened: the call waits again as before. `counts`: it was asked for, and is proven not to have been made;
   * otherwise it was never asked for.
   */
  async takeBack(id: string, token: string, counts: boolean): Promise<boolean> {
    const taken = await this.work.execute(
      `UPDATE calls SET status = 'queued', dialed_at = NULL, lease_token = NULL, lease_until = NULL, unknown_since = NULL,
         absences = 0, dials = dials - CASE WHEN $3 THEN 0 ELSE 1 END
       WHERE id = $1 AND lease_token = $2 AND provider_call_id IS NULL AND ${inState('$4')}`,
      [id, token, counts, statesBefore('queued')],
    );
    return taken > 0;
  }

  async noteFailure(id: string, code: string): Promise<void> {
    await this.work.execute('UPDATE calls SET failure_code = $2 WHERE id = $1', [id, code.slice(0, 40)]);
  }

  /**
   * Takes hold of live calls nobody moved on in time, until then: whoever else looks meanwhile does not find them, so that each is
   * looked after by one.
   */
  claimExpired(now: Date, until: Date, limit: number): Promise<Call[]> {
    return this.work.rows<Call>(
      `UPDATE calls SET lease_until = $2 WHERE id IN (
         SELECT id FROM calls
         WHERE status IN ('${LIVE.join("', '")}') AND line = 'telephone' AND lease_until <= $1
         ORDER BY lease_until LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING *`,
      [now, until, limit],
    );
  }

  /** Calls that are not wanted any more though they ring, the longest unwanted first. */
  toHangUp(limit: number): Promise<Pick<Call, 'id' | 'providerCallId'>[]> {
    return this.work.rows(
      `SELECT id, provider_call_id FROM calls
       WHERE line = 'telephone' AND status <> 'ended' AND cancel_requested_at IS NOT NULL
         AND provider_call_id IS NOT NULL AND status <> 'talking'
       ORDER BY cancel_requested_at LIMIT $1`,
      [limit],
    );
  }

  /** Somebody has called us and is on the line. */
  async insertInbound(call: InboundCall, now: Date, until: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO calls (id, user_id, line, purpose, attempt, status, not_before, late_after, queued_at, answered_at,
         lease_until, number_index, provider_call_id, consent_id, time_zone, correlation_id)
       VALUES ($1, $2, 'telephone', 'inbound', 1, 'talking', $8, $8, $8, $8, $9, $3, $4, $5, $6, $7)`,
      [
        call.id,
        call.userId,
        call.numberIndex,
        call.providerCallId,
        call.consentId,
        call.timeZone,
        call.correlationId,
        now,
        until,
      ],
    );
  }

  /** What the call is taken to have cost before, and from now on. Nothing changes once it is final. */
  async setCost(id: string, cost: number, currency: string | null, isFinal: boolean): Promise<number> {
    const row = await this.work.row<{ before: number | null }>(
      `UPDATE calls c SET cost = $2, cost_currency = coalesce($3, c.cost_currency), cost_is_final = $4
       FROM (SELECT id, cost AS before FROM calls WHERE id = $1 AND NOT cost_is_final FOR UPDATE) old
       WHERE c.id = old.id RETURNING old.before`,
      [id, cost, currency, isFinal],
    );
    return row ? (row.before ?? 0) : cost;
  }

  /** Calls that have ended before the moment and whose price is not known yet, after that one. */
  toPrice(after: string, before: Date, since: Date, limit: number): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT * FROM calls
       WHERE status = 'ended' AND provider_call_id IS NOT NULL AND NOT cost_is_final AND ended_at BETWEEN $3 AND $2 AND id > $1
       ORDER BY id LIMIT $4`,
      [after, before, since, limit],
    );
  }
}

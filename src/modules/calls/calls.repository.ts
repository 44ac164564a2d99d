import { Repository, UnitOfWork } from '../../platform/database';
import type { Cursor } from '../../platform/http';
import type { Call } from './call.entity';
import type { CallItem } from './call-item.entity';
import { type CallStatus, type Ending, LIVE, statesBefore } from './domain/call';
import { inState } from './in-state';
import type { Turn } from './turn.entity';

export interface Attempts {
  occurrenceId: string;
  calls: number;
  followUps: number;
  callbacks: number;
}

/** One call and what belongs to it. */
@Repository('calls')
export class CallsRepository {
  constructor(private readonly work: UnitOfWork) {}

  find(id: string): Promise<Call | undefined> {
    return this.work.row<Call>('SELECT * FROM calls WHERE id = $1', [id]);
  }

  findOf(userId: string, id: string): Promise<Call | undefined> {
    return this.work.row<Call>('SELECT * FROM calls WHERE id = $1 AND user_id = $2 AND cleared_at IS NULL', [
      id,
      userId,
    ]);
  }

  /** The newest first, of all or about one occurrence; one more than the limit when there is more. */
  list(userId: string, occurrenceId: string | undefined, before: Cursor | null, limit: number): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT c.* FROM calls c WHERE c.user_id = $1 AND c.cleared_at IS NULL
         AND ($2::uuid IS NULL OR c.id IN (SELECT call_id FROM call_items WHERE occurrence_id = $2))
         AND ($3::timestamptz IS NULL OR (c.queued_at, c.id) < ($3, $4::uuid))
       ORDER BY c.queued_at DESC, c.id DESC LIMIT $5`,
      [userId, occurrenceId ?? null, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  ringingOf(userId: string, now: Date): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT * FROM calls WHERE user_id = $1 AND status = 'ringing' AND line = 'browser' AND lease_until > $2`,
      [userId, now],
    );
  }

  /** Whether the person has answered a call other than this one. */
  async hasAnsweredBefore(userId: string, callId: string | null): Promise<boolean> {
    const row = await this.work.row<{ answered: boolean }>(
      `SELECT EXISTS (
         SELECT FROM calls WHERE user_id = $1 AND answered_at IS NOT NULL AND id IS DISTINCT FROM $2) AS answered`,
      [userId, callId],
    );
    return row!.answered;
  }

  items(callIds: string[]): Promise<CallItem[]> {
    return this.work.rows<CallItem>('SELECT * FROM call_items WHERE call_id = ANY($1) ORDER BY call_id, position', [
      callIds,
    ]);
  }

  turns(callIds: string[]): Promise<Turn[]> {
    return this.work.rows<Turn>('SELECT * FROM turns WHERE call_id = ANY($1) ORDER BY call_id, position', [callIds]);
  }

  /** Live or queued calls of the person that are about nothing open any more. */
  aboutNothingOpen(userId: string, occurrenceIds: string[]): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT c.* FROM calls c
       WHERE c.user_id = $1 AND c.ending IS NULL
         AND EXISTS (SELECT 1 FROM call_items i WHERE i.call_id = c.id AND i.occurrence_id = ANY($2))
         AND NOT EXISTS (
           SELECT 1 FROM call_items i LEFT JOIN occurrences o ON o.id = i.occurrence_id
           WHERE i.call_id = c.id AND i.left_out IS NULL AND (o.id IS NULL OR o.status IN ('planned', 'due')))`,
      [userId, occurrenceIds],
    );
  }

  unendedOf(userId: string): Promise<Call[]> {
    return this.work.rows<Call>(`SELECT * FROM calls WHERE user_id = $1 AND ending IS NULL`, [userId]);
  }

  /** How often each occurrence was called about, and how; a call that it only joined is no follow-up of its own. */
  async attempts(occurrenceIds: string[]): Promise<Map<string, Attempts>> {
    const rows = await this.work.rows<Attempts>(
      `SELECT i.occurrence_id, count(*) AS calls, count(*) FILTER (WHERE c.purpose = 'follow-up' AND NOT i.joined) AS follow_ups,
         count(*) FILTER (WHERE c.purpose = 'callback' AND NOT i.joined) AS callbacks
       FROM call_items i JOIN calls c ON c.id = i.call_id WHERE i.occurrence_id = ANY($1) GROUP BY i.occurrence_id`,
      [occurrenceIds],
    );
    return new Map(rows.map((row) => [row.occurrenceId, row]));
  }

  /** Of these occurrences, those with a call that has not ended or whose words do not count yet: their time is not over. */
  async stillCalled(occurrenceIds: string[]): Promise<string[]> {
    const rows = await this.work.rows<{ occurrenceId: string }>(
      `SELECT DISTINCT i.occurrence_id FROM call_items i JOIN calls c ON c.id = i.call_id
       WHERE i.occurrence_id = ANY($1) AND c.settled_at IS NULL`,
      [occurrenceIds],
    );
    return rows.map(({ occurrenceId }) => occurrenceId);
  }

  /** What calls of the person that are due wait to ask about. */
  waitingToAsk(userId: string): Promise<Pick<CallItem, 'callId' | 'position' | 'occurrenceId'>[]> {
    return this.work.rows(
      `SELECT i.call_id, i.position, i.occurrence_id FROM calls c JOIN call_items i ON i.call_id = c.id
       WHERE c.user_id = $1 AND c.ending IS NULL AND c.status = 'queued' AND c.purpose = 'due' AND i.left_out IS NULL
         AND i.occurrence_id IS NOT NULL`,
      [userId],
    );
  }

  /** Ends the call, unless it has ended. Returns whether it did. */
  async end(id: string, ending: Ending, now: Date, from: CallStatus[] = statesBefore('ended')): Promise<boolean> {
    const ended = await this.work.execute(
      `UPDATE calls SET status = 'ended', ending = $2, ended_at = $3, lease_token = NULL, relay_ticket_hash = NULL
       WHERE id = $1 AND ${inState('$4')}`,
      [id, ending, now, from],
    );
    return ended > 0;
  }

  async markSettled(id: string, now: Date): Promise<void> {
    await this.work.execute('UPDATE calls SET settled_at = $2 WHERE id = $1', [id, now]);
  }

  async requestCancel(ids: string[], now: Date): Promise<void> {
    await this.work.execute(
      'UPDATE calls SET cancel_requested_at = coalesce(cancel_requested_at, $2) WHERE id = ANY($1)',
      [ids, now],
    );
  }

  /** A dial that is proven not to have happened may be made again. */
  async requeue(id: string): Promise<void> {
    await this.work.execute(
      `UPDATE calls SET status = 'queued', dialed_at = NULL, lease_token = NULL, lease_until = NULL
       WHERE id = $1 AND ${inState('$2')}`,
      [id, statesBefore('queued')],
    );
  }

  /** Live calls in the app that nobody moved on in time, the longest waiting first. */
  expired(now: Date, limit: number): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT * FROM calls
       WHERE status IN ('${LIVE.join("', '")}') AND line = 'browser' AND lease_until <= $1 ORDER BY lease_until LIMIT $2`,
      [now, limit],
    );
  }

  unsettled(limit: number): Promise<Pick<Call, 'id' | 'userId'>[]> {
    return this.work.rows(
      `SELECT id, user_id FROM calls WHERE status = 'ended' AND settled_at IS NULL ORDER BY ended_at LIMIT $1`,
      [limit],
    );
  }
}

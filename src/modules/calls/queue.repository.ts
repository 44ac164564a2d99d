import { Repository, UnitOfWork } from '../../platform/database';
import { currentCorrelationId } from '../../platform/logging';
import type { Call } from './call.entity';
import type { CallItem } from './call-item.entity';
import { LIVE, type LineName, statesBefore } from './domain/call';
import type { Refusal } from './domain/gate';
import { inState } from './in-state';

/** One with a refusal is never made: it is there to say why. */
export type NewCall = Pick<
  Call,
  'id' | 'userId' | 'line' | 'purpose' | 'attempt' | 'follows' | 'notBefore' | 'lateAfter'
> & {
  refusal?: Refusal;
};
export type Rung = Pick<Call, 'id' | 'userId' | 'line' | 'purpose' | 'notBefore'>;
export type NewItem = Pick<CallItem, 'callId' | 'position' | 'habitId' | 'occurrenceId' | 'lateAfter'>;

/**
 * The person of `q` is in no call just now: one look into `calls_unended_of_user` for each. `OFFSET 0` keeps it from becoming
 * a join, and `ending IS NULL` from finding the index of leases: both read every live call for every person, in the very minute
 * in which there are thousands of each.
 */
const IN_NO_CALL = `NOT EXISTS (
  SELECT 1 FROM calls l WHERE l.user_id = q.user_id AND l.ending IS NULL AND l.status <> 'queued' OFFSET 0)`;

/** As the partial indexes of what is queued have it: a crowd that waits for the telephone is not in the way of the browser. */
const ON_LINE: Record<LineName, string> = { browser: `q.line = 'browser'`, telephone: `q.line = 'telephone'` };

const QUEUED = inState(`'{queued}'`);

/** What is committed with a dial over the telephone: whom it reaches, by what right, and what it may cost. */
export type TelephoneDial = Pick<Call, 'id' | 'numberIndex' | 'consentId' | 'timeZone' | 'cost'>;

/** The due path of calls, from the queue until they ring: bulk statements. */
@Repository('queue')
export class QueueRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** With what they are about; those that are refused have ended, and nothing follows them here. A call that was queued by the same settling already is not queued again. */
  async insert(calls: NewCall[], items: NewItem[], now: Date): Promise<void> {
    if (calls.length === 0) return;
    await this.work.execute(
      `WITH queued AS (
         INSERT INTO calls (id, user_id, line, purpose, attempt, follows, not_before, late_after, queued_at, correlation_id,
           status, ending, refusal_code, refusal_reason, ended_at, settled_at)
         SELECT id, "userId", line, purpose, attempt, follows, "notBefore", "lateAfter", $3, $4,
           CASE WHEN refusal IS NULL THEN 'queued' ELSE 'ended' END, CASE WHEN refusal IS NOT NULL THEN 'refused' END,
           refusal ->> 'code', refusal ->> 'reason', CASE WHEN refusal IS NOT NULL THEN $3::timestamptz END,
           CASE WHEN refusal IS NOT NULL THEN $3::timestamptz END
         FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, "userId" uuid, line text, purpose text, attempt integer,
           follows uuid, "notBefore" timestamptz, "lateAfter" timestamptz, refusal jsonb)
         ON CONFLICT (follows, purpose, not_before) DO NOTHING RETURNING id)
       INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
       SELECT "callId", position, "habitId", "occurrenceId", "lateAfter"
       FROM jsonb_to_recordset($2::jsonb) AS new ("callId" uuid, position integer, "habitId" uuid, "occurrenceId" uuid,
         "lateAfter" timestamptz)
       WHERE "callId" IN (SELECT id FROM queued)`,
      [JSON.stringify(calls), JSON.stringify(items), now, currentCorrelationId() ?? null],
    );
  }

  /**
   * Holds people with a call to be dialed who are not in one just now, the longest waiting first, and passes over those whom
   * somebody else holds. Which call is theirs is read once they are held.
   */
  async holdWaiting(line: LineName, now: Date, limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ userId: string }>(
      `SELECT DISTINCT user_id FROM (
         SELECT q.user_id FROM calls q JOIN users u ON u.id = q.user_id
         WHERE q.status = 'queued' AND ${ON_LINE[line]} AND q.not_before <= $1
           AND ${IN_NO_CALL}
         ORDER BY q.not_before LIMIT $2 FOR NO KEY UPDATE OF u SKIP LOCKED
       ) held`,
      [now, limit],
    );
    return rows.map(({ userId }) => userId);
  }

  /** Holds people whose call over the telephone has waited for its turn until it was too late, the longest waiting first. */
  async holdLate(now: Date, limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ userId: string }>(
      `SELECT DISTINCT user_id FROM (
         SELECT q.user_id FROM calls q JOIN users u ON u.id = q.user_id
         WHERE q.status = 'queued' AND q.line = 'telephone' AND q.late_after < $1
           AND ${IN_NO_CALL}
         ORDER BY q.late_after LIMIT $2 FOR NO KEY UPDATE OF u SKIP LOCKED
       ) held`,
      [now, limit],
    );
    return rows.map(({ userId }) => userId);
  }

  /** The next call of each person on the line: one each, and none for who is in a call. */
  nextOf(userIds: string[], line: LineName, now: Date): Promise<Call[]> {
    return this.work.rows<Call>(
      `SELECT DISTINCT ON (q.user_id) q.* FROM calls q
       WHERE q.user_id = ANY($1) AND q.status = 'queued' AND ${ON_LINE[line]} AND q.not_before <= $2
         AND ${IN_NO_CALL}
       ORDER BY q.user_id, q.not_before, q.id`,
      [userIds, now],
    );
  }

  itemsOf(callIds: string[]): Promise<CallItem[]> {
    return this.work.rows<CallItem>('SELECT * FROM call_items WHERE call_id = ANY($1) ORDER BY call_id, position', [
      callIds,
    ]);
  }

  /** How often each person was dialed since the moment. */
  async dialedSince(userIds: string[], since: Date): Promise<Map<string, number>> {
    const rows = await this.work.rows<{ userId: string; calls: number }>(
      `SELECT user_id, count(*) AS calls FROM calls
       WHERE user_id = ANY($1) AND queued_at > $2 AND dialed_at IS NOT NULL GROUP BY user_id`,
      [userIds, since],
    );
    return new Map(rows.map(({ userId, calls }) => [userId, calls]));
  }

  /** queued → dialing, under a lease: committed before anybody's phone is asked to ring. */
  async markDialing(callIds: string[], token: string, now: Date, until: Date): Promise<void> {
    await this.work.execute(
      `UPDATE calls SET status = 'dialing', dialed_at = $3, lease_token = $2, lease_until = $4, dials = dials + 1
       WHERE id = ANY($1) AND ${QUEUED}`,
      [callIds, token, now, until],
    );
  }

  /** With `markDialing`, for the telephone. */
  async noteDials(dials: TelephoneDial[]): Promise<void> {
    if (dials.length === 0) return;
    await this.work.execute(
      `UPDATE calls c SET number_index = d."numberIndex", consent_id = d."consentId", time_zone = d."timeZone",
         time_zone_known_by = CASE WHEN d."timeZone" IS NOT NULL THEN 'profile' END, cost = d.cost
       FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, "numberIndex" text, "consentId" uuid, "timeZone" text, cost numeric)
       WHERE c.id = d.id`,
      [JSON.stringify(dials)],
    );
  }

  /** Of these numbers, those with a live call, whoever's it is. */
  async busyNumbers(numberIndexes: string[]): Promise<Set<string>> {
    const rows = await this.work.rows<{ numberIndex: string }>(
      `SELECT number_index FROM calls WHERE number_index = ANY($1) AND status IN ('${LIVE.join("', '")}')`,
      [numberIndexes],
    );
    return new Set(rows.map(({ numberIndex }) => numberIndex));
  }

  /** queued → ended: the gate said no, each with its reason. */
  async markRefused(refused: { callId: string; refusal: Refusal }[], now: Date): Promise<void> {
    if (refused.length === 0) return;
    await this.work.execute(
      `UPDATE calls c SET status = 'ended', ending = 'refused', refusal_code = r.code, refusal_reason = r.reason, ended_at = $4
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS r (id, code, reason)
       WHERE c.id = r.id AND ${QUEUED}`,
      [
        refused.map(({ callId }) => callId),
        refused.map(({ refusal }) => refusal.code),
        refused.map(({ refusal }) => refusal.reason),
        now,
      ],
    );
  }

  /** What a call is about that is on its way already. */
  async addItems(items: NewItem[]): Promise<void> {
    if (items.length === 0) return;
    await this.work.execute(
      `INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
       SELECT "callId", position, "habitId", "occurrenceId", "lateAfter"
       FROM jsonb_to_recordset($1::jsonb) AS new ("callId" uuid, position integer, "habitId" uuid, "occurrenceId" uuid,
         "lateAfter" timestamptz)`,
      [JSON.stringify(items)],
    );
  }

  /** Adds to what a call is about, behind what it is about already. */
  async join(callId: string, items: Omit<NewItem, 'callId' | 'position'>[]): Promise<void> {
    await this.work.execute(
      `INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after, joined)
       SELECT $1, (SELECT coalesce(max(position) + 1, 0) FROM call_items WHERE call_id = $1) + place, "habitId", "occurrenceId",
         "lateAfter", true
       FROM jsonb_to_recordset($2::jsonb) AS new (place integer, "habitId" uuid, "occurrenceId" uuid, "lateAfter" timestamptz)`,
      [callId, JSON.stringify(items.map((item, place) => ({ ...item, place })))],
    );
  }

  async leaveOut(items: Pick<CallItem, 'callId' | 'position' | 'leftOut'>[]): Promise<void> {
    if (items.length === 0) return;
    await this.work.execute(
      `UPDATE call_items i SET left_out = l.code
       FROM unnest($1::uuid[], $2::integer[], $3::text[]) AS l (call_id, position, code)
       WHERE i.call_id = l.call_id AND i.position = l.position`,
      [items.map(({ callId }) => callId), items.map(({ position }) => position), items.map(({ leftOut }) => leftOut)],
    );
  }

  /** dialing → ringing. Returns the calls that really were still being dialed by us and wanted. */
  markRinging(callIds: string[], token: string, now: Date, until: Date): Promise<Rung[]> {
    return this.work.rows<Rung>(
      `UPDATE calls SET status = 'ringing', ringing_at = $3, lease_until = $4
       WHERE id = ANY($1) AND lease_token = $2 AND ${inState('$5')} AND cancel_requested_at IS NULL
       RETURNING id, user_id, line, purpose, not_before`,
      [callIds, token, now, until, statesBefore('ringing')],
    );
  }

  /** Those dialed under the token that are not wanted any more. */
  async unwanted(callIds: string[], token: string): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM calls WHERE id = ANY($1) AND lease_token = $2 AND ${inState(`'{dialing}'`)} AND cancel_requested_at IS NOT NULL`,
      [callIds, token],
    );
    return rows.map(({ id }) => id);
  }
}

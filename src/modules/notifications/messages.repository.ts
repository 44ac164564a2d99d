import { Repository, UnitOfWork } from '../../platform/database';
import type { Cursor } from '../../platform/http';
import type { Message } from './message.entity';

@Repository('messages')
export class MessagesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Writes those whose cause has no message yet. */
  async insert(messages: Message[]): Promise<void> {
    if (messages.length === 0) return;
    await this.work.execute(
      `INSERT INTO messages (id, user_id, kind, title, body, occurrence_ids, cause, created_at)
       SELECT id, user_id, kind, title, body, ARRAY(SELECT jsonb_array_elements_text(occurrence_ids)::uuid), cause, created_at
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, user_id uuid, kind text, title text, body text,
         occurrence_ids jsonb, cause text, created_at timestamptz)
       ON CONFLICT ON CONSTRAINT messages_once_per_cause DO NOTHING`,
      [JSON.stringify(messages.map(columns))],
    );
  }

  async peopleWithUnsent(limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ userId: string }>(
      `SELECT DISTINCT user_id FROM (
         SELECT user_id FROM messages WHERE sent_at IS NULL AND canceled_at IS NULL ORDER BY created_at LIMIT $1) waiting`,
      [limit],
    );
    return rows.map(({ userId }) => userId);
  }

  unsentOf(userIds: string[]): Promise<Message[]> {
    return this.work.rows<Message>(
      `SELECT * FROM messages WHERE user_id = ANY($1) AND sent_at IS NULL AND canceled_at IS NULL ORDER BY created_at, id`,
      [userIds],
    );
  }

  async waitingAbout(userIds: string[]): Promise<string[]> {
    const rows = await this.work.rows<{ occurrenceId: string }>(
      `SELECT DISTINCT unnest(occurrence_ids) AS occurrence_id FROM messages
       WHERE user_id = ANY($1) AND sent_at IS NULL AND canceled_at IS NULL`,
      [userIds],
    );
    return rows.map(({ occurrenceId }) => occurrenceId);
  }

  async markSent(ids: string[], at: Date): Promise<void> {
    await this.work.execute('UPDATE messages SET sent_at = $2 WHERE id = ANY($1)', [ids, at]);
  }

  /** Takes back unsent messages about these occurrences, once nothing they speak of is open any more. */
  async cancelAbout(userId: string, occurrenceIds: string[], at: Date): Promise<void> {
    await this.work.execute(
      `UPDATE messages m SET canceled_at = $3
       WHERE user_id = $1 AND sent_at IS NULL AND canceled_at IS NULL AND occurrence_ids && $2::uuid[]
         AND NOT EXISTS (
           SELECT 1 FROM occurrences o WHERE o.id = ANY(m.occurrence_ids) AND o.status IN ('planned', 'due'))`,
      [userId, occurrenceIds, at],
    );
  }

  /** The newest first; one more than the limit when there is more. */
  list(userId: string, before: Cursor | null, limit: number): Promise<Message[]> {
    return this.work.rows<Message>(
      `SELECT * FROM messages WHERE user_id = $1 AND sent_at IS NOT NULL
         AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [userId, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  /** Messages about an occurrence, written from that moment on. */
  about(userId: string, occurrenceId: string, from: Date): Promise<Message[]> {
    return this.work.rows<Message>(
      `SELECT * FROM messages WHERE user_id = $1 AND created_at >= $3 AND $2 = ANY(occurrence_ids) ORDER BY created_at, id`,
      [userId, occurrenceId, from],
    );
  }
}

function columns(message: Message) {
  return {
    id: message.id,
    user_id: message.userId,
    kind: message.kind,
    title: message.title,
    body: message.body,
    occurrence_ids: message.occurrenceIds,
    cause: message.cause,
    created_at: message.createdAt,
  };
}

import { Clock } from '../../kernel/clock';
import { Repository, UnitOfWork } from '../../platform/database';
import { voiceOf } from '../voices';
import type { Ringing } from './calls.announcements';
import { CallsRepository } from './calls.repository';

type Ring = Ringing & { occurrenceIds: string[] };

interface RingRow extends Omit<Ring, 'habits' | 'voice'> {
  voiceId: string | null;
  defaultVoiceId: string | null;
  habitId: string | null;
  title: string | null;
  occurrenceId: string | null;
}

/** What can be heard ringing just now. */
@Repository('ringings')
export class Ringings {
  constructor(
    private readonly calls: CallsRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The person's calls that ring at this moment: what a phone that has just come online must show. */
  async now(userId: string): Promise<Ring[]> {
    const ringing = await this.calls.ringingOf(userId, this.clock.now());
    return this.of(ringing.map(({ id }) => id));
  }

  async of(callIds: string[]): Promise<Ring[]> {
    const rows = await this.work.rows<RingRow>(
      `SELECT c.id AS call_id, c.user_id, c.lease_until AS expires_at, h.id AS habit_id, h.title, h.voice_id,
         s.default_voice_id, i.occurrence_id
       FROM calls c JOIN user_settings s ON s.user_id = c.user_id
         LEFT JOIN call_items i ON i.call_id = c.id AND i.left_out IS NULL
         LEFT JOIN habits h ON h.id = i.habit_id
       WHERE c.id = ANY($1) ORDER BY c.id, i.position`,
      [callIds],
    );
    return [...Map.groupBy(rows, ({ callId }) => callId).values()].map(assembled);
  }
}

function assembled(rows: RingRow[]): Ring {
  const { callId, userId, expiresAt, voiceId, defaultVoiceId } = rows[0]!;
  return {
    callId,
    userId,
    expiresAt,
    voice: voiceOf(voiceId, defaultVoiceId).id,
    habits: rows.flatMap(({ habitId, title }) => (habitId ? [{ id: habitId, title: title! }] : [])),
    occurrenceIds: rows.flatMap(({ occurrenceId }) => occurrenceId ?? []),
  };
}

import { SECOND } from '../../kernel/clock';
import type { TimeZone } from '../../kernel/local-time';
import { type Cache, Caches } from '../../platform/cache';
import { Repository, UnitOfWork } from '../../platform/database';
import type { CallingWindow } from './domain/calling-window';
import type { Phone } from './phone/phone.entity';

/** What whoever plans, dispatches or calls must know of a person. */
export interface Profile {
  userId: string;
  name: string | null;
  timeZone: TimeZone | null;
  dayEndsAt: string;
  timeFormat: '24h' | '12h';
  language: string;
  ringOn: 'app' | 'phone';
  appRings: 'any-hour' | 'calling-window';
  callingWindow: CallingWindow;
  followUpMinutes: number;
  graceMinutes: number;
  bundleMinutes: number;
  silentUntil: Date | null;
  defaultVoiceId: string | null;
  suppressed: boolean;
  voicemail: 'hang-up' | 'leave-word';
  keepTranscripts: boolean;
  /** The number they proved to be theirs, and whether it is not to be called, whoever has it. */
  phone: VerifiedPhone | null;
  /** The consent by which they may be called at that number; null when there is none. */
  consentId: string | null;
}

export type VerifiedPhone = Omit<Phone, 'userId'> & { suppressed: boolean };

/** By whose wall clock a person's days are told. */
export type Whereabouts = Pick<Profile, 'timeZone' | 'dayEndsAt'>;

/** So old, at most, are whereabouts that are only shown; in milliseconds. */
const SHOWN_FOR = 5 * SECOND;

/**
 * One person, one order. Every verb that changes somebody's habits, occurrences or calls takes that person's row first,
 * so that a check-in and a dialer, a plan and a dispatch, never interleave. The lock lasts until the transaction ends.
 */
@Repository('people')
export class People {
  private readonly shown: Cache<Whereabouts>;

  constructor(
    private readonly work: UnitOfWork,
    caches: Caches,
  ) {
    this.shown = caches.open('whereabouts', SHOWN_FOR);
  }

  /** Waits until the person is free, then holds them. False when they are no more. */
  async hold(userId: string): Promise<boolean> {
    const held = await this.work.rows('SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    return held.length > 0;
  }

  /** Waits until all of them are free, then holds them, in one order so that no two ever wait for each other. */
  async holdAll(userIds: string[]): Promise<void> {
    await this.work.rows('SELECT id FROM users WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [userIds]);
  }

  /** Holds those of the people whom nobody else holds just now; the others are somebody's work already. */
  async holdFree(userIds: string[]): Promise<string[]> {
    const held = await this.work.rows<{ id: string }>(
      'SELECT id FROM users WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
      [userIds],
    );
    return held.map(({ id }) => id);
  }

  /** What days are shown by, from the cache outside a transaction. Who plans or rings asks for the profile. */
  async whereabouts(userId: string): Promise<Whereabouts> {
    return (await this.shown.get(userId, async () => whereaboutsIn(await this.profile(userId))))!;
  }

  /** To be called in the transaction that changes their profile or settings. */
  forget(userId: string): Promise<void> {
    return this.shown.drop(userId);
  }

  async profile(userId: string): Promise<Profile> {
    return (await this.profiles([userId])).get(userId)!;
  }

  async profiles(userIds: string[]): Promise<Map<string, Profile>> {
    const rows = await this.work.rows<ProfileRow>(
      `SELECT u.id AS user_id, u.name, u.time_zone, s.day_ends_at, s.time_format, s.language, s.ring_on, s.app_rings, s.calling_window,
         s.follow_up_minutes, s.grace_minutes, s.bundle_minutes, s.silent_until, s.default_voice_id,
         s.voicemail, s.keep_transcripts, x.user_id IS NOT NULL AS suppressed,
         p.id AS phone_id, p.number, p.number_index, p.country, p.type, p.verified_at, p.human_at,
         n.number_index IS NOT NULL AS number_suppressed,
         CASE WHEN c.action = 'given' AND c.number_index = p.number_index THEN c.id END AS consent_id
       FROM users u JOIN user_settings s ON s.user_id = u.id LEFT JOIN suppressions x ON x.user_id = u.id
         LEFT JOIN phones p ON p.user_id = u.id LEFT JOIN number_suppressions n ON n.number_index = p.number_index
         LEFT JOIN LATERAL (
           SELECT id, action, number_index FROM consents
           WHERE user_id = p.user_id AND kind = 'calls' ORDER BY at DESC, id DESC LIMIT 1) c ON true
       WHERE u.id = ANY($1)`,
      [userIds],
    );
    return new Map(rows.map((row) => [row.userId, profileOf(row)]));
  }
}

type ProfileRow = Omit<Profile, 'phone'> & { phoneId: string | null; numberSuppressed: boolean } & Omit<
    Phone,
    'id' | 'userId'
  >;

function profileOf(row: ProfileRow): Profile {
  const { phoneId: id, number, numberIndex, country, type, verifiedAt, humanAt, numberSuppressed, ...profile } = row;
  const suppressed = numberSuppressed;
  const phone = id && { id, number, numberIndex, country, type, verifiedAt, humanAt, suppressed };
  return { ...profile, phone: phone || null };
}

function whereaboutsIn({ timeZone, dayEndsAt }: Profile): Whereabouts {
  return { timeZone, dayEndsAt };
}

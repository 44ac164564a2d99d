import { SECOND } from '../../kernel/clock';
import type { TimeZone } from '../../kernel/local-time';
import { type Cache, Caches } from '../../platform/cache';
import { Repository, UnitOfWork } from '../../platform/database';
import type { CallingWindow } from './domain/calling-window';

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
}

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
    const profiles = await this.work.rows<Profile>(
      `SELECT u.id AS user_id, u.name, u.time_zone, s.day_ends_at, s.time_format, s.language, s.ring_on, s.app_rings, s.calling_window,
         s.follow_up_minutes, s.grace_minutes, s.bundle_minutes, s.silent_until, s.default_voice_id,
         x.user_id IS NOT NULL AS suppressed
       FROM users u JOIN user_settings s ON s.user_id = u.id LEFT JOIN suppressions x ON x.user_id = u.id
       WHERE u.id = ANY($1)`,
      [userIds],
    );
    return new Map(profiles.map((profile) => [profile.userId, profile]));
  }
}

function whereaboutsIn({ timeZone, dayEndsAt }: Profile): Whereabouts {
  return { timeZone, dayEndsAt };
}

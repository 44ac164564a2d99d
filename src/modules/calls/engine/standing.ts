import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus } from '../../../kernel/clock';
import { wallTimeAt } from '../../../kernel/local-time';
import { CANARY_ID, isInside, People, type Profile } from '../../users';
import type { LineName } from '../domain/call';
import type { PersonAtGate } from '../domain/gate';
import { QueueRepository } from '../queue.repository';

export interface Standing {
  profile: Profile;
  line: LineName;
  atGate: PersonAtGate;
}

/** Reads, for many people at once, what dispatch and gate decide upon. */
@Injectable()
export class Standings {
  constructor(
    private readonly people: People,
    private readonly queue: QueueRepository,
    private readonly clock: Clock,
  ) {}

  async of(userIds: string[]): Promise<Map<string, Standing>> {
    const now = this.clock.now();
    const profiles = await this.people.profiles(userIds);
    const dialed = await this.queue.dialedSince(userIds, plus(now, -DAY));
    return new Map([...profiles].map(([id, profile]) => [id, standing(profile, dialed.get(id) ?? 0, now)]));
  }
}

function standing(profile: Profile, callsInLastDay: number, now: Date): Standing {
  const { suppressed, silentUntil, appRings, callingWindow, timeZone } = profile;
  const isCanary = profile.userId === CANARY_ID;
  const insideWindow = timeZone ? isInside(callingWindow, wallTimeAt(now, timeZone)) : null;
  return {
    profile,
    line: profile.ringOn === 'phone' ? 'telephone' : 'browser',
    atGate: { suppressed, silentUntil, appRings, insideWindow, callsInLastDay: isCanary ? 0 : callsInLastDay },
  };
}

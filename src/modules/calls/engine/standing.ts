import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus } from '../../../kernel/clock';
import { type TimeZone, type WallTime, wallTimeAt } from '../../../kernel/local-time';
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
    const clocks = clocksOf(profiles, now);
    return new Map([...profiles].map(([id, profile]) => [id, standing(profile, dialed.get(id) ?? 0, clocks)]));
  }
}

type Clocks = Map<TimeZone, WallTime>;

/** The wall time of each zone, read once for the many people who live in it. */
function clocksOf(profiles: Map<string, Profile>, now: Date): Clocks {
  const zones = new Set([...profiles.values()].flatMap(({ timeZone }) => timeZone ?? []));
  return new Map([...zones].map((zone) => [zone, wallTimeAt(now, zone)]));
}

function standing(profile: Profile, callsInLastDay: number, clocks: Clocks): Standing {
  const { suppressed, silentUntil, appRings, callingWindow, timeZone } = profile;
  const isCanary = profile.userId === CANARY_ID;
  const wallTime = timeZone && clocks.get(timeZone);
  const insideWindow = wallTime ? isInside(callingWindow, wallTime) : null;
  return {
    profile,
    line: profile.ringOn === 'phone' ? 'telephone' : 'browser',
    atGate: { suppressed, silentUntil, appRings, insideWindow, callsInLastDay: isCanary ? 0 : callsInLastDay },
  };
}

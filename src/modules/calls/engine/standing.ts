import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus } from '../../../kernel/clock';
import { type TimeZone, type WallTime, wallTimeAt } from '../../../kernel/local-time';
import { CANARY_ID, isInside, People, type Profile } from '../../users';
import type { LineName } from '../domain/call';
import type { PersonAtGate, TelephoneAtGate } from '../domain/gate';
import { QueueRepository } from '../queue.repository';
import { TelephoneStandings } from '../telephone/telephone-standings';

export interface Standing {
  profile: Profile;
  line: LineName;
  atGate: PersonAtGate;
}

/** Where a person's calls ring. */
export function lineOf({ ringOn }: Pick<Profile, 'ringOn'>): LineName {
  return ringOn === 'phone' ? 'telephone' : 'browser';
}

/** Reads, for many people at once, what dispatch and gate decide upon. */
@Injectable()
export class Standings {
  constructor(
    private readonly people: People,
    private readonly queue: QueueRepository,
    private readonly telephone: TelephoneStandings,
    private readonly clock: Clock,
  ) {}

  async of(userIds: string[]): Promise<Map<string, Standing>> {
    const now = this.clock.now();
    const profiles = await this.people.profiles(userIds);
    const dialed = await this.queue.dialedSince(userIds, plus(now, -DAY));
    const telephones = await this.telephone.of([...profiles.values()]);
    const clocks = clocksOf(profiles, now);
    return new Map(
      [...profiles].map(([id, profile]) => {
        const person = { callsInLastDay: dialed.get(id) ?? 0, telephone: telephones.get(id) ?? null };
        return [id, standing(profile, person, clocks)];
      }),
    );
  }
}

type Clocks = Map<TimeZone, WallTime>;

/** The wall time of each zone, read once for the many people who live in it. */
function clocksOf(profiles: Map<string, Profile>, now: Date): Clocks {
  const zones = new Set([...profiles.values()].flatMap(({ timeZone }) => timeZone ?? []));
  return new Map([...zones].map((zone) => [zone, wallTimeAt(now, zone)]));
}

function standing(
  profile: Profile,
  { callsInLastDay, telephone }: { callsInLastDay: number; telephone: TelephoneAtGate | null },
  clocks: Clocks,
): Standing {
  const { suppressed, silentUntil, appRings, callingWindow, timeZone } = profile;
  const wallTime = timeZone && clocks.get(timeZone);
  const insideWindow = wallTime ? isInside(callingWindow, wallTime) : null;
  const calls = profile.userId === CANARY_ID ? 0 : callsInLastDay;
  return {
    profile,
    line: lineOf(profile),
    atGate: { suppressed, silentUntil, appRings, insideWindow, callsInLastDay: calls, telephone },
  };
}

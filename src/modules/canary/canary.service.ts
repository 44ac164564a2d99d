import { Injectable } from '@nestjs/common';
import { Clock, DAY, MINUTE, plus } from '../../kernel/clock';
import { addDays, utcDateAt } from '../../kernel/local-time';
import { Config } from '../../platform/config';
import { Metrics } from '../../platform/metrics';
import { HabitsService } from '../habits';
import { CANARY_ID, UsersService } from '../users';
import { CanaryRepository, type DayOfRings } from './canary.repository';
import { verdictOn } from './domain/verdict';

/** Between two rings, in minutes. */
const EVERY = 2;

/** A ring is judged when it has had so much time to ring and to be answered, in milliseconds. */
const JUDGED_AFTER = 1.5 * MINUTE;

/** The public record goes back so many days. */
export const DAYS_SHOWN = 30;

/** The record is read anew at most so often, in milliseconds: everybody may ask for it. */
const READ_EVERY = MINUTE;

/**
 * A person of the service's own, with ordinary habits that fall due every two minutes. What rings them is what rings
 * everybody, so that we notice before anybody else when it does not.
 */
@Injectable()
export class CanaryService {
  private readonly rings;
  private record?: { days: DayOfRings[]; readAt: Date };

  constructor(
    private readonly config: Config,
    private readonly users: UsersService,
    private readonly habits: HabitsService,
    private readonly canary: CanaryRepository,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.rings = metrics.counter({
      name: 'callivate_canary_rings_total',
      help: 'Rings of the canary by verdict: on-time, late, unheard, double, missed.',
      labelNames: ['verdict'],
    });
  }

  /** Sees that the canary and its habits are there, or that it is gone where it is not wanted. */
  async prepare(): Promise<void> {
    if (!this.config.CANARY_ENABLED) return this.users.remove(CANARY_ID);
    await this.users.findOrMakeCanary();
    const { items } = await this.habits.list(CANARY_ID, { limit: 100 });
    const known = new Set(items.map(({ title }) => title));
    const yesterday = addDays(utcDateAt(this.clock.now()), -1);
    for (let minute = 0; minute < 60; minute += EVERY) {
      const title = `Canary ${String(minute).padStart(2, '0')}`;
      if (!known.has(title)) await this.habits.create(CANARY_ID, habitAt(title, minute, yesterday));
    }
  }

  /** Looks at what has rung since the last time, and writes down how it went. */
  async judge(): Promise<void> {
    if (!this.config.CANARY_ENABLED) return;
    const now = this.clock.now();
    const judged = await this.canary.judgeUntil(plus(now, -JUDGED_AFTER), plus(now, -DAYS_SHOWN * DAY));
    for (const ring of judged) this.rings.inc({ verdict: verdictOn(ring) });
  }

  /** The public record of the last days, at most a minute old. */
  async days(): Promise<DayOfRings[]> {
    const now = this.clock.now();
    if (!this.record || plus(this.record.readAt, READ_EVERY) <= now) {
      this.record = { days: await this.canary.daysSince(plus(now, -DAYS_SHOWN * DAY)), readAt: now };
    }
    return this.record.days;
  }
}

/** At this minute of each hour of each day. */
function habitAt(title: string, minute: number, startDate: string) {
  const times = Array.from({ length: 24 }, (_, hour) => `${pad(hour)}:${pad(minute)}`);
  const schedule = {
    startDate,
    endDate: null,
    times,
    recurrence: 'FREQ=DAILY',
    timeZone: null,
    goal: null,
    exceptions: [],
  };
  return { title, kind: 'yes-no' as const, channel: 'call' as const, lateMinutes: 1, schedule };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

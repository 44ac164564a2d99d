import { Injectable, Logger } from '@nestjs/common';
import { Clock, MINUTE, SECOND } from '../../kernel/clock';
import { Metrics } from '../../platform/metrics';
import { Status } from '../../platform/status';
import { CANARY_ID } from '../users';
import type { Call } from './call.entity';
import type { Rung } from './queue.repository';
import type { Layer } from './understanding/understander';

/** What rings within so long of its time is on time, in milliseconds. */
const ON_TIME = 2 * SECOND;

/** What operators see of lateness in this process is of so many minutes. */
const MINUTES_KEPT = 60;

interface Minute {
  rings: number;
  onTime: number;
  latest: number;
}

/** The engine's own promises, measured: rings in their second, calls that end well, turns nobody has to wait for. */
@Injectable()
export class CallsMetrics {
  private readonly logger = new Logger('Calls');
  private readonly minutes = new Map<number, Minute>();
  private readonly lateness;
  private readonly ended;
  private readonly turns;

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
    status: Status,
  ) {
    this.lateness = metrics.histogram({
      name: 'callivate_ring_lateness_seconds',
      help: 'From the moment a call was to be made until it rang.',
      labelNames: ['line', 'purpose'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 600],
    });
    this.ended = metrics.counter({
      name: 'callivate_calls_ended_total',
      help: 'Calls by how they ended; a refusal says why one was not made.',
      labelNames: ['line', 'purpose', 'ending', 'refusal'],
    });
    this.turns = metrics.histogram({
      name: 'callivate_turn_seconds',
      help: 'From the words of a person until the first of our words is sent; by rules, or with a language model.',
      labelNames: ['layer'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 0.7, 1, 2],
    });
    status.section('punctuality', () => this.lastHour());
  }

  rang({ id, userId, line, purpose, notBefore }: Rung): void {
    const now = this.clock.now();
    const late = Math.max(0, now.getTime() - notBefore.getTime());
    this.lateness.observe({ line, purpose: purposeFor(userId, purpose) }, late / SECOND);
    this.logger.debug({ callId: id, purpose, late }, 'A call rings');
    if (userId === CANARY_ID) return;
    this.keep(Math.floor(now.getTime() / MINUTE), late);
  }

  callEnded({ id, userId, line, purpose, ending, refusalCode }: Call): void {
    const why = { ending: ending ?? 'none', refusal: refusalCode ?? 'none' };
    this.ended.inc({ line, purpose: purposeFor(userId, purpose), ...why });
    this.logger.debug({ callId: id, purpose, ...why }, 'A call has ended');
  }

  /** `took` is in milliseconds. */
  answered(took: number, layer: Layer): void {
    this.turns.observe({ layer }, took / SECOND);
  }

  private keep(minute: number, late: number): void {
    const kept = this.minutes.get(minute) ?? { rings: 0, onTime: 0, latest: 0 };
    const onTime = kept.onTime + (late <= ON_TIME ? 1 : 0);
    this.minutes.set(minute, { rings: kept.rings + 1, onTime, latest: Math.max(kept.latest, late) });
    for (const old of this.minutes.keys()) if (old <= minute - MINUTES_KEPT) this.minutes.delete(old);
  }

  private lastHour() {
    const since = this.clock.now().getTime() / MINUTE - MINUTES_KEPT;
    const minutes = [...this.minutes].filter(([minute]) => minute > since).map(([, kept]) => kept);
    const sum = (count: (minute: Minute) => number) => minutes.reduce((total, minute) => total + count(minute), 0);
    return {
      lastMinutes: MINUTES_KEPT,
      rings: sum(({ rings }) => rings),
      onTime: sum(({ onTime }) => onTime),
      latestSeconds: Math.max(0, ...minutes.map(({ latest }) => latest)) / SECOND,
    };
  }
}

/** The canary's calls are counted apart from those of people. */
function purposeFor(userId: string, purpose: Call['purpose']): string {
  return userId === CANARY_ID ? 'canary' : purpose;
}

import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '../kernel/clock';
import type { TimeMachine } from './time-machine';
import type { Visitors } from './visitors';

/** How fast a month goes by. */
export interface Pace {
  /** A phone rings: long enough to be seen. */
  ring(): Promise<void>;
  /** The month has come to this moment: not before its turn, and not while somebody is being answered. */
  keep(moment: Date): Promise<void>;
}

/** As fast as it goes: for whoever does not look. */
export const AT_ONCE: Pace = { ring: async () => {}, keep: async () => {} };

/** How long a ring is left alone, in milliseconds. */
const RING_IS_SEEN_FOR = 400;

/** Spreads a stretch of time evenly over some seconds of somebody's evening. */
export class EvenPace implements Pace {
  private readonly startedAt = performance.now();

  constructor(
    private readonly stretch: { from: Date; until: Date; seconds: number },
    private readonly visitors: Visitors,
    private readonly leaving: AbortSignal,
  ) {}

  async ring(): Promise<void> {
    await pause(RING_IS_SEEN_FOR, undefined, { signal: this.leaving });
  }

  async keep(moment: Date): Promise<void> {
    const early = this.turnOf(moment) - performance.now();
    if (early > 0) await pause(early, undefined, { signal: this.leaving });
    await this.visitors.pause(this.leaving);
  }

  private turnOf(moment: Date): number {
    const { from, until, seconds } = this.stretch;
    const passed = (moment.getTime() - from.getTime()) / (until.getTime() - from.getTime());
    return this.startedAt + passed * seconds * SECOND;
  }
}

/** Lets time pass as it does outside, second by second, for as long as `goesOn` says so. */
export async function passAsOutside(
  time: TimeMachine,
  goesOn: () => Promise<boolean>,
  leaving?: AbortSignal,
): Promise<void> {
  let last = performance.now();
  while (await goesOn()) {
    await pause(SECOND, undefined, { signal: leaving });
    const now = performance.now();
    await time.pass(Math.round(now - last));
    last = now;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { SECOND } from '../kernel/clock';
import type { TimeMachine } from './time-machine';
import type { Visitors } from './visitors';

/** How fast a month goes by, moment by moment. */
export interface Pace {
  /** A moment has come. */
  begin(): void;
  /** A phone rings: long enough to be seen. */
  ring(): Promise<void>;
  /** The moment is over: not before its turn, and not while somebody is being answered. */
  end(moment: Date): Promise<void>;
}

/** As fast as it goes: for whoever does not look. */
export const AT_ONCE: Pace = { begin: () => {}, ring: async () => {}, end: async () => {} };

/** How long a ring is left alone, in milliseconds. */
const RING_IS_SEEN_FOR = 400;

/** A delay that is made up for, in milliseconds; a longer one was a visitor's own call, and nothing is hurried after it. */
const CAUGHT_UP_WITH = 3000;

/** Spreads a stretch of time evenly over some seconds of somebody's evening. */
export class EvenPace implements Pace {
  private startedAt = performance.now();

  constructor(
    private readonly stretch: { from: Date; until: Date; seconds: number },
    private readonly visitors: Visitors,
    private readonly leaving: AbortSignal,
  ) {}

  begin(): void {
    this.visitors.openDoor();
  }

  async ring(): Promise<void> {
    if (this.visitors.areHere) await pause(RING_IS_SEEN_FOR, undefined, { signal: this.leaving });
  }

  async end(moment: Date): Promise<void> {
    const early = this.turnOf(moment) - performance.now();
    if (early < -CAUGHT_UP_WITH) this.startedAt -= early;
    if (early > 0) await pause(early, undefined, { signal: this.leaving });
    await this.visitors.closeDoor(this.leaving);
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

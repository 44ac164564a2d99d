import { Injectable } from '@nestjs/common';
import { claimByClaim, eachAlone } from '../../../platform/jobs';
import { People } from '../../users';
import { CallsMetrics } from '../calls.metrics';
import { Bell } from './bell';
import { type Cleared, Gatekeeper } from './gatekeeper';
import { Settler } from './settler';
import { ENDINGS_AT_ONCE, LANES } from './timing';

/**
 * Makes the phone in the app ring. In two steps: the gate decides and `dialing` is committed; then the ring is, which is itself
 * the announcement that the app hears. A crash between leaves a call that never rang, whose lease ends.
 */
@Injectable()
export class Dialer {
  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly people: People,
    private readonly bell: Bell,
    private readonly settler: Settler,
    private readonly metrics: CallsMetrics,
  ) {}

  /** Until nobody is left who waits for a call and is free. */
  async dialQueued(): Promise<void> {
    await claimByClaim(LANES, this.gatekeeper.claims, (claim) => this.dial(claim));
  }

  /** Dials the next call of each of these people who is free. */
  async dialFor(userIds: string[]): Promise<void> {
    await this.dial(() => this.people.holdFree(userIds));
  }

  private async dial(hold: () => Promise<string[]>): Promise<void> {
    const cleared = await this.gatekeeper.letThrough('browser', hold);
    await this.ring(cleared);
    await eachAlone(cleared.refused, (callId) => this.settler.settle(callId), ENDINGS_AT_ONCE);
  }

  private async ring({ calls, token }: Cleared): Promise<void> {
    const rung = await this.bell.ring(
      calls.map(({ id }) => id),
      calls.map(({ userId }) => userId),
      token,
    );
    for (const call of rung) this.metrics.rang(call);
  }
}

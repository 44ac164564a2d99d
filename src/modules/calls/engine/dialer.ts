import { Injectable } from '@nestjs/common';
import { claimByClaim, eachAlone } from '../../../platform/jobs';
import { People } from '../../users';
import type { Call } from '../call.entity';
import { CallsMetrics } from '../calls.metrics';
import type { LineName } from '../domain/call';
import { Lines } from '../lines/lines';
import { Bell } from './bell';
import { type Cleared, Gatekeeper } from './gatekeeper';
import { Settler } from './settler';
import { ENDINGS_AT_ONCE, LANES } from './timing';

/**
 * Makes phones ring. In three steps, none of which holds a transaction across the line: the gate decides and `dialing` is
 * committed; the line is asked; what it said is recorded. A crash between leaves a call whose lease ends, and the rescuer
 * finds out what became of it: it is never dialed again on a guess.
 */
@Injectable()
export class Dialer {
  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly people: People,
    private readonly lines: Lines,
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
    const cleared = await this.gatekeeper.letThrough(hold);
    for (const [line, calls] of Map.groupBy(cleared.calls, ({ line }) => line)) await this.dialOn(line, calls, cleared);
    await eachAlone(cleared.refused, (callId) => this.settler.settle(callId), ENDINGS_AT_ONCE);
  }

  private async dialOn(line: LineName, calls: Call[], { token }: Cleared): Promise<void> {
    const outcomes = await this.lines.of(line).dial(calls);
    const failed = outcomes.filter(({ kind }) => kind === 'failed').map(({ callId }) => callId);
    const ringing = calls.filter(({ id }) => !failed.includes(id));
    for (const callId of failed) await this.settler.end(callId, 'failed');
    const rung = await this.bell.ring(
      ringing.map(({ id }) => id),
      ringing.map(({ userId }) => userId),
      token,
    );
    for (const call of rung) this.metrics.rang(call);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import { UnitOfWork } from '../../../platform/database';
import { eachAlone } from '../../../platform/jobs';
import { People } from '../../users';
import type { Call } from '../call.entity';
import { callUpdated } from '../calls.announcements';
import { CallsMetrics } from '../calls.metrics';
import { CallsRepository } from '../calls.repository';
import type { CallStatus, Ending } from '../domain/call';
import { Consequences } from './consequences';
import { ENDINGS_AT_ONCE } from './timing';

const CALLS_AT_ONCE = 1000;

/** Brings calls to their end, each in one transaction: how it ended, what the person's words change, and what follows. */
@Injectable()
export class Settler {
  constructor(
    private readonly calls: CallsRepository,
    private readonly consequences: Consequences,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly metrics: CallsMetrics,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Ends a live call and settles it. `from` narrows the states it may still be in. False when it had moved on. */
  async end(callId: string, ending: Ending, from?: CallStatus[]): Promise<boolean> {
    return this.work.run(async () => {
      const call = await this.hold(callId);
      if (!call || !(await this.calls.end(callId, ending, this.clock.now(), from))) return false;
      await this.settleHeld(callId);
      return true;
    });
  }

  /** Settles a call that has ended. Once: the second time there is nothing left to do. */
  async settle(callId: string): Promise<void> {
    await this.work.run(async () => {
      if (await this.hold(callId)) await this.settleHeld(callId);
    });
  }

  /** What ended without being settled: a process died between the two. */
  async settleForgotten(): Promise<void> {
    await eachAlone(await this.calls.unsettled(CALLS_AT_ONCE), ({ id }) => this.settle(id), ENDINGS_AT_ONCE);
  }

  private async hold(callId: string): Promise<Call | undefined> {
    const call = await this.calls.find(callId);
    if (!call || !(await this.people.hold(call.userId))) return undefined;
    return call;
  }

  /** Read anew, now that its person is held. */
  private async settleHeld(callId: string): Promise<void> {
    const call = await this.calls.find(callId);
    if (call?.status !== 'ended' || call.settledAt) return;
    await this.consequences.follow(call);
    await this.calls.markSettled(callId, this.clock.now());
    await this.changes.append([callUpdated(call)]);
    this.metrics.callEnded(call);
  }
}

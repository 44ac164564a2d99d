import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { unreachable } from '../../../kernel/unreachable';
import { UnitOfWork } from '../../../platform/database';
import { eachAlone } from '../../../platform/jobs';
import { People } from '../../users';
import type { Call } from '../call.entity';
import { CallsRepository } from '../calls.repository';
import { Settler } from './settler';
import { ENDINGS_AT_ONCE } from './timing';

const CALLS_AT_ONCE = 1000;

/** Looks after live calls in the app nobody moved on: a ring that is over, a process that died while it dialed or talked. */
@Injectable()
export class Rescuer {
  private readonly logger = new Logger('Rescuer');

  constructor(
    private readonly calls: CallsRepository,
    private readonly settler: Settler,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async rescueExpired(): Promise<void> {
    const expired = await this.calls.expired(this.clock.now(), CALLS_AT_ONCE);
    await eachAlone(expired, (call) => this.rescue(call), ENDINGS_AT_ONCE);
  }

  private async rescue(call: Call): Promise<void> {
    switch (call.status) {
      case 'ringing':
        await this.settleExpired(call, 'no-answer');
        return;
      case 'talking':
        await this.settleExpired(call, 'lost');
        return;
      case 'dialing':
        return this.dialAgain(call);
      case 'unknown':
      case 'queued':
      case 'ended':
        return;
      default:
        return unreachable(call.status);
    }
  }

  /** Only if its lease is still over once its person is held: an answer or a sign of life may have come in between. */
  private async settleExpired(call: Call, ending: 'no-answer' | 'lost'): Promise<void> {
    await this.work.run(async () => {
      await this.people.hold(call.userId);
      const now = await this.calls.find(call.id);
      const expired = now?.status === call.status && now.leaseUntil! <= this.clock.now();
      if (expired) await this.settler.end(call.id, ending, [call.status]);
    });
  }

  /** In the app the ring is its own announcement: a dial that was not recorded as ringing never rang. */
  private async dialAgain(call: Call): Promise<void> {
    this.logger.warn({ callId: call.id }, 'A dial was not confirmed');
    await this.work.run(async () => {
      await this.people.hold(call.userId);
      const now = await this.calls.find(call.id);
      if (now?.status !== 'dialing' || now.leaseToken !== call.leaseToken) return;
      if (now.cancelRequestedAt) await this.settler.end(call.id, 'canceled');
      else await this.calls.requeue(call.id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, MINUTE, plus } from '../../../kernel/clock';
import { type Ask, isOpen, OccurrencesService } from '../../habits';
import { CANARY_ID, People } from '../../users';
import type { Call } from '../call.entity';
import { CallsRepository } from '../calls.repository';
import { itemRefusal } from '../domain/gate';
import { lateAfter } from '../domain/lateness';
import { QueueRepository } from '../queue.repository';
import { Canceler } from './canceler';

/**
 * One call instead of two: what is due soon, or waits in the queue behind the call that was answered, joins it. From then
 * on it is taken up, so that it does not ring by itself; what follows is decided when the call is settled, and what it did
 * not get to is given back to its own time (docs/decisions/0024).
 */
@Injectable()
export class Bundler {
  constructor(
    private readonly calls: CallsRepository,
    private readonly queue: QueueRepository,
    private readonly occurrences: OccurrencesService,
    private readonly canceler: Canceler,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** In the transaction in which the call is answered. Expects the person to be held. Each ring of the canary is its own. */
  async join({ id, userId, purpose }: Call): Promise<void> {
    if (purpose === 'test' || userId === CANARY_ID) return;
    const { bundleMinutes } = await this.people.profile(userId);
    if (bundleMinutes === 0) return;
    const known = new Set((await this.calls.items([id])).map(({ occurrenceId }) => occurrenceId));
    const waiting = (await this.calls.waitingToAsk(userId)).filter(({ occurrenceId }) => !known.has(occurrenceId));
    const soon = await this.soon(userId, bundleMinutes);
    const due = await this.occurrences.asks(waiting.flatMap(({ occurrenceId }) => occurrenceId ?? []));
    const joining = [...due, ...soon].filter((ask) => !known.has(ask.id) && this.mayBeAsked(ask));
    if (joining.length === 0) return;
    await this.queue.join(id, joining.map(asItem));
    await this.occurrences.markDue(joining.filter(({ status }) => status === 'planned'));
    await this.leaveTo(userId, joining, waiting);
  }

  private soon(userId: string, minutes: number): Promise<Ask[]> {
    return this.occurrences.plannedUntil(userId, plus(this.clock.now(), minutes * MINUTE));
  }

  /** Hours, silence and caps are about ringing, and this does not ring: the person is on the telephone. */
  private mayBeAsked({ channel, status, resting, dueAt, lateMinutes }: Ask): boolean {
    const item = { open: isOpen(status), resting, lateAfter: lateAfter(dueAt, lateMinutes) };
    return channel === 'call' && itemRefusal(item, this.clock.now()) === null;
  }

  /** The calls that waited to ask about them go without them, or fall away. */
  private async leaveTo(
    userId: string,
    joining: Ask[],
    waiting: Awaited<ReturnType<CallsRepository['waitingToAsk']>>,
  ): Promise<void> {
    const ids = joining.map(({ id }) => id);
    const left = waiting.filter(({ occurrenceId }) => ids.includes(occurrenceId!));
    if (left.length === 0) return;
    await this.queue.leaveOut(left.map((item) => ({ ...item, leftOut: 'joined' as const })));
    await this.canceler.occurrencesClosed(
      userId,
      left.map(({ occurrenceId }) => occurrenceId!),
    );
  }
}

function asItem({ id, habitId, dueAt, lateMinutes }: Ask) {
  return { habitId, occurrenceId: id, lateAfter: lateAfter(dueAt, lateMinutes) };
}

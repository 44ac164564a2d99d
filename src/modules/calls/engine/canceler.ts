import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import type { Call } from '../call.entity';
import { callUpdated } from '../calls.announcements';
import { CallsMetrics } from '../calls.metrics';
import { CallsRepository } from '../calls.repository';
import { type RefusalCode, refusal } from '../domain/gate';
import { QueueRepository } from '../queue.repository';

/** Takes back calls that are not wanted any more, in the transaction that made them so. */
@Injectable()
export class Canceler {
  constructor(
    private readonly calls: CallsRepository,
    private readonly queue: QueueRepository,
    private readonly changes: ChangeLog,
    private readonly metrics: CallsMetrics,
    private readonly clock: Clock,
  ) {}

  /** Done anywhere cancels everything: calls about nothing else fall away. */
  async occurrencesClosed(userId: string, occurrenceIds: string[]): Promise<void> {
    await this.cancel(await this.calls.aboutNothingOpen(userId, occurrenceIds));
  }

  /**
   * Stop means stop: whatever waits or rings. What waits is refused, so that settling it tells the person why nobody
   * called. A talk under way hears it and says goodbye.
   */
  async callsSuppressed(userId: string): Promise<void> {
    await this.refuse(await this.calls.unendedOf(userId), 'suppressed');
  }

  /** They are not to be called on the telephone any more; what rings in the app rings on. */
  async consentRevoked(userId: string): Promise<void> {
    const calls = await this.calls.unendedOf(userId);
    await this.refuse(
      calls.filter(({ line }) => line === 'telephone'),
      'no-consent',
    );
  }

  private async refuse(calls: Call[], code: RefusalCode): Promise<void> {
    const waiting = calls.filter(({ status }) => status === 'queued');
    await this.queue.markRefused(
      waiting.map(({ id }) => ({ callId: id, refusal: refusal(code) })),
      this.clock.now(),
    );
    await this.cancel(calls.filter(({ status }) => status !== 'queued' && status !== 'talking'));
  }

  /** What waits or rings ends here; what is being dialed or talks is ended by whoever holds the line. */
  private async cancel(calls: Call[]): Promise<void> {
    const now = this.clock.now();
    await this.calls.requestCancel(
      calls.map(({ id }) => id),
      now,
    );
    for (const { id, line, status } of calls) {
      if (status === 'queued' || (status === 'ringing' && line === 'browser')) await this.end(id, now);
    }
  }

  private async end(id: string, now: Date): Promise<void> {
    if (!(await this.calls.end(id, 'canceled', now, ['queued', 'ringing']))) return;
    await this.calls.markSettled(id, now);
    const ended = (await this.calls.find(id))!;
    await this.changes.append([callUpdated(ended)]);
    this.metrics.callEnded(ended);
  }
}

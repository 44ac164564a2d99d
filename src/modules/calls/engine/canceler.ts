import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import type { Call } from '../call.entity';
import { callUpdated } from '../calls.announcements';
import { CallsRepository } from '../calls.repository';

/** Takes back calls that are not wanted any more, in the transaction that made them so. */
@Injectable()
export class Canceler {
  constructor(
    private readonly calls: CallsRepository,
    private readonly changes: ChangeLog,
    private readonly clock: Clock,
  ) {}

  /** Done anywhere cancels everything: calls about nothing else fall away. */
  async occurrencesClosed(userId: string, occurrenceIds: string[]): Promise<void> {
    await this.cancel(await this.calls.aboutNothingOpen(userId, occurrenceIds));
  }

  /** Stop means stop: whatever is queued or rings. A talk under way hears it and says goodbye. */
  async callsSuppressed(userId: string): Promise<void> {
    await this.cancel((await this.calls.unendedOf(userId)).filter(({ status }) => status !== 'talking'));
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
    await this.changes.append([callUpdated((await this.calls.find(id))!)]);
  }
}

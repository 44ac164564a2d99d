import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import { UnitOfWork } from '../../../platform/database';
import { OccurrencesService } from '../../habits';
import { People } from '../../users';
import { callRinging, callUpdated } from '../calls.announcements';
import { CallsRepository } from '../calls.repository';
import { QueueRepository, type Rung } from '../queue.repository';
import { Ringings } from '../ringings';
import { RINGS_FOR } from './timing';

/** Records that phones ring, and tells them to. */
@Injectable()
export class Bell {
  constructor(
    private readonly queue: QueueRepository,
    private readonly calls: CallsRepository,
    private readonly ringings: Ringings,
    private readonly occurrences: OccurrencesService,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A call that was canceled while it was dialed ends here instead. Returns those that ring. */
  ring(callIds: string[], userIds: string[], token: string): Promise<Rung[]> {
    return this.work.run(async () => {
      await this.people.holdAll(userIds);
      const now = this.clock.now();
      const ringing = await this.queue.markRinging(callIds, token, now, plus(now, RINGS_FOR));
      const rings = await this.ringings.of(ringing.map(({ id }) => id));
      await this.occurrences.markReached(rings.flatMap(({ occurrenceIds }) => occurrenceIds));
      await this.changes.append(rings.map((ring) => callRinging(ring, now)));
      if (ringing.length < callIds.length) await this.endUnwanted(callIds, token);
      return ringing;
    });
  }

  private async endUnwanted(callIds: string[], token: string): Promise<void> {
    for (const id of await this.queue.unwanted(callIds, token)) {
      await this.calls.end(id, 'canceled', this.clock.now());
      await this.changes.append([callUpdated((await this.calls.find(id))!)]);
    }
  }
}

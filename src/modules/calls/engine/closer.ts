import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { batchByBatch } from '../../../platform/jobs';
import { OccurrencesService } from '../../habits';
import { MessagesService } from '../../notifications';
import { People } from '../../users';
import { CallsRepository } from '../calls.repository';
import { PEOPLE_AT_ONCE } from './timing';

/**
 * Closes occurrences whose time has run out, but never while a call about them is not settled or a message about them
 * has not gone out: what reached nobody yet, for whatever reason of ours, stays open.
 */
@Injectable()
export class Closer {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly calls: CallsRepository,
    private readonly messages: MessagesService,
    private readonly people: People,
    private readonly work: UnitOfWork,
  ) {}

  async closeOverdue(): Promise<void> {
    await batchByBatch(
      () => this.occurrences.peopleToClose(PEOPLE_AT_ONCE),
      (userIds) => this.closeFor(userIds),
    );
  }

  private closeFor(userIds: string[]): Promise<number> {
    return this.work.run(async () => {
      const held = await this.people.holdFree(userIds);
      const overdue = await this.occurrences.overdueOf(held);
      const [called, written] = [await this.calls.stillCalled(overdue), await this.messages.waitingAbout(held)];
      const underWay = new Set([...called, ...written]);
      const over = overdue.filter((id) => !underWay.has(id));
      await this.occurrences.close(over);
      return over.length;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { batchByBatch } from '../../../platform/jobs';
import { OccurrencesService } from '../../habits';
import { People } from '../../users';
import { CallsRepository } from '../calls.repository';
import { PEOPLE_AT_ONCE } from './timing';

/** Gives up on occurrences whose time has run out, but never while a call about them has not ended. */
@Injectable()
export class Closer {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly calls: CallsRepository,
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
      const overdue = await this.occurrences.overdueOf(await this.people.holdFree(userIds));
      const still = new Set(await this.calls.stillCalled(overdue));
      const missed = overdue.filter((id) => !still.has(id));
      await this.occurrences.miss(missed);
      return missed.length;
    });
  }
}

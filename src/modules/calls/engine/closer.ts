import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
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
    const waiting = await this.occurrences.peopleToClose(PEOPLE_AT_ONCE);
    if (waiting.length === 0) return;
    await this.work.run(async () => {
      const overdue = await this.occurrences.overdueOf(await this.people.holdFree(waiting));
      const still = new Set(await this.calls.stillCalled(overdue));
      await this.occurrences.miss(overdue.filter((id) => !still.has(id)));
    });
  }
}

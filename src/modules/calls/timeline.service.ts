import { Injectable } from '@nestjs/common';
import { CheckInsService, DaysService } from '../habits';
import { MessagesService } from '../notifications';
import type { TimelineResponse } from './calls.dto';
import { CallsRepository } from './calls.repository';
import { callSteps, messageSteps, occurrenceSteps, saidSteps } from './domain/timeline';

/** No occurrence is called about more often than this. */
const MOST_CALLS = 50;

/** Tells the life of an occurrence from the rows that lived it: nothing is written for its sake. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly days: DaysService,
    private readonly checkIns: CheckInsService,
    private readonly messages: MessagesService,
    private readonly calls: CallsRepository,
  ) {}

  async of(userId: string, occurrenceId: string): Promise<TimelineResponse> {
    const occurrence = await this.days.occurrence(userId, occurrenceId);
    const said = await this.checkIns.historyOf(occurrence);
    const messages = await this.messages.about(userId, occurrenceId, occurrence.plannedAt);
    const calls = await this.calls.list(userId, occurrenceId, null, MOST_CALLS);
    const ids = calls.map(({ id }) => id);
    const items = (await this.calls.items(ids)).filter((item) => item.occurrenceId === occurrenceId);
    const turns = await this.calls.turns(ids);
    const steps = [
      ...occurrenceSteps(occurrence),
      ...saidSteps(said),
      ...messages.flatMap(messageSteps),
      ...calls.flatMap((call) => callSteps(call, items, turns, occurrence.timeZone)),
    ];
    return { occurrenceId, items: steps.sort((a, b) => a.at.getTime() - b.at.getTime()) };
  }
}

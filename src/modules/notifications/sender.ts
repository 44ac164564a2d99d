import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { ChangeLog } from '../../platform/changes';
import { UnitOfWork } from '../../platform/database';
import { batchByBatch } from '../../platform/jobs';
import { OccurrencesService } from '../habits';
import { People } from '../users';
import type { Message } from './message.entity';
import { MessagesRepository } from './messages.repository';
import { Push } from './push';

const MESSAGES_AT_ONCE = 500;

/** Sends what was written. A message counts as reaching the person, so their time to answer begins here. */
@Injectable()
export class Sender {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly push: Push,
    private readonly people: People,
    private readonly occurrences: OccurrencesService,
    private readonly changes: ChangeLog,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async sendWaiting(): Promise<void> {
    await batchByBatch(
      () => this.messages.peopleWithUnsent(MESSAGES_AT_ONCE),
      (userIds) => this.sendTo(userIds),
    );
  }

  private async sendTo(userIds: string[]): Promise<number> {
    const messages = await this.work.run(() => this.takeOut(userIds));
    await this.push.send(messages);
    return messages.length;
  }

  /** Read again once the people are held: what was canceled meanwhile is not sent. */
  private async takeOut(userIds: string[]): Promise<Message[]> {
    const messages = await this.messages.unsentOf(await this.people.holdFree(userIds));
    await this.messages.markSent(
      messages.map(({ id }) => id),
      this.clock.now(),
    );
    await this.occurrences.markReached(messages.flatMap(({ occurrenceIds }) => occurrenceIds));
    await this.changes.append(
      messages.map(({ userId, id, kind, title, body, occurrenceIds }) => ({
        userId,
        topic: 'notification.created',
        data: { id, kind, title, body, occurrenceIds },
      })),
    );
    return messages;
  }
}

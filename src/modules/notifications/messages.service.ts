import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { newId } from '../../platform/database';
import { type Page, type PageQuery, pageOf, readCursor } from '../../platform/http';
import type { Ask } from '../habits';
import { freezeSentence, type MessageKind, wording } from './domain/wording';
import type { Message } from './message.entity';
import { MessageResponse } from './messages.dto';
import { MessagesRepository } from './messages.repository';

/** A message to be: to whom, about what, and why. */
export interface Draft {
  userId: string;
  kind: MessageKind;
  asks: Ask[];
  /** Makes it unique: a call's id, or the moment of a dispatch. */
  cause: string;
  /** Why nobody called, as a sentence. */
  reason?: string;
}

@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly clock: Clock,
  ) {}

  /** Writes messages in the running transaction; they go out after it. One cause makes one message, however often it is said. */
  async write(drafts: Draft[]): Promise<void> {
    await this.messages.insert(drafts.map((draft) => this.message(draft)));
  }

  /** Tells that a freeze has kept the person's streak over that day, once. */
  tellOfFreeze({
    userId,
    day,
    current,
    left,
  }: {
    userId: string;
    day: string;
    current: number;
    left: number;
  }): Promise<void> {
    return this.write([
      { userId, kind: 'freeze-used', asks: [], cause: day, reason: freezeSentence(day, current, left) },
    ]);
  }

  /** What no longer needs saying is not said. */
  cancelAbout(userId: string, occurrenceIds: string[]): Promise<void> {
    return this.messages.cancelAbout(userId, occurrenceIds, this.clock.now());
  }

  /** The occurrences of these people that a message is still on its way about. */
  waitingAbout(userIds: string[]): Promise<string[]> {
    return this.messages.waitingAbout(userIds);
  }

  async list(userId: string, { limit, cursor }: PageQuery): Promise<Page<MessageResponse>> {
    const rows = await this.messages.list(userId, readCursor(cursor), limit);
    return pageOf(rows, limit, ({ createdAt: at, id }) => ({ at, id }), MessageResponse.of);
  }

  about(userId: string, occurrenceId: string, from: Date): Promise<Message[]> {
    return this.messages.about(userId, occurrenceId, from);
  }

  private message({ userId, kind, asks, cause, reason }: Draft): Message {
    const subjects = asks.map(({ title, localTime }) => ({ title, dueTime: localTime }));
    return {
      id: newId(),
      userId,
      kind,
      ...wording(kind, subjects, reason),
      occurrenceIds: asks.map(({ id }) => id),
      cause: `${kind}:${cause}`,
      createdAt: this.clock.now(),
      sentAt: null,
      canceledAt: null,
    };
  }
}

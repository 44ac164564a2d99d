import type { MessageKind } from './domain/wording';
import type { Message } from './message.entity';

/** A message that was sent. */
export class MessageResponse {
  id: string;
  kind: MessageKind;
  title: string;
  body: string;
  /** What it is about. */
  occurrenceIds: string[];
  createdAt: Date;
  sentAt: Date;

  static of({ id, kind, title, body, occurrenceIds, createdAt, sentAt }: Message): MessageResponse {
    return { id, kind, title, body, occurrenceIds, createdAt, sentAt: sentAt! };
  }
}

export class MessagePage {
  items: MessageResponse[];
  nextCursor: string | null;
}

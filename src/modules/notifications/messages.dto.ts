import type { MessageKind } from './domain/wording';
import type { Message } from './message.entity';

/** A message that was sent. */
export class MessageResponse {
  /** Names it, for ever. */
  id: string;
  /** What sort it is. */
  kind: MessageKind;
  /** What it is called. */
  title: string;
  /** The text of the message. */
  body: string;
  /** What it is about. */
  occurrenceIds: string[];
  /** When it was made. */
  createdAt: Date;
  /** When it was sent. */
  sentAt: Date;

  static of({ id, kind, title, body, occurrenceIds, createdAt, sentAt }: Message): MessageResponse {
    return { id, kind, title, body, occurrenceIds, createdAt, sentAt: sentAt! };
  }
}

export class MessagePage {
  /** What was asked for, in order. */
  items: MessageResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

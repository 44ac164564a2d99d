import type { MessageKind } from './domain/wording';
import type { Message } from './message.entity';

/** A message that was sent. */
export class MessageResponse {
  /** Id of the message. */
  id: string;
  /** Why it was written: the habit asks by message, a call came too late, was missed, settled nothing or was not made, or a freeze kept the streak. */
  kind: MessageKind;
  /** Its heading: the titles of the habits it is about. */
  title: string;
  /** Its text, a sentence or two that can be answered by a check-in. */
  body: string;
  /** The occurrences it asks about; none when it only tells something. */
  occurrenceIds: string[];
  /** When it was written. */
  createdAt: Date;
  /** When it went out. */
  sentAt: Date;

  static of({ id, kind, title, body, occurrenceIds, createdAt, sentAt }: Message): MessageResponse {
    return { id, kind, title, body, occurrenceIds, createdAt, sentAt: sentAt! };
  }
}

/** One page of messages. */
export class MessagePage {
  /** The newest first. */
  items: MessageResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

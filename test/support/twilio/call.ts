import { type Fields, field } from './fields';
import { newSid } from './sids';
import { readTwiml, type Twiml, type Verb } from './twiml/twiml';

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** One request of Twilio's to us, and what we answered. */
export interface Exchange {
  /** What it was about: an event of a call, or a question for TwiML. */
  about: WebhookKind;
  method: 'GET' | 'POST';
  url: string;
  signature: string;
  parameters: Record<string, string>;
  at: Date;
  /** Nothing when no answer came. */
  answer: { status: number; contentType: string; body: string } | null;
}

export type StatusEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export type WebhookKind = StatusEvent | 'voice' | 'gather' | 'redirect' | 'connect' | 'sms';

/** What Twilio would write into the debugger: something that we did wrong. */
export interface Notification {
  code: number;
  text: string;
}

/** A call as Twilio keeps it. */
export class TwilioCall {
  readonly sid = newSid('CA');
  readonly exchanges: Exchange[] = [];
  readonly notifications: Notification[] = [];
  /** The TwiML it went by, the newest last. */
  readonly documents: Twiml[] = [];
  status: CallStatus = 'queued';
  updatedAt: Date;
  /** When it was dialed, answered, and over. */
  startedAt: Date | null = null;
  answeredAt: Date | null = null;
  endedAt: Date | null = null;
  /** Why nobody was reached, as SIP says it. */
  sipCode = 200;
  /** Known some time after the end, as in `-0.0140`. */
  price: string | null = null;

  constructor(
    readonly direction: 'outbound-api' | 'inbound',
    readonly from: string,
    readonly to: string,
    readonly createdAt: Date,
    /** All that was ordered, field by field. */
    readonly fields: Fields = {},
    /** How far the network vouches for the caller; of inbound calls alone. */
    readonly verstat?: string,
  ) {
    this.updatedAt = createdAt;
  }

  get isOver(): boolean {
    return this.endedAt !== null;
  }

  /** Who is at the other end, not us. */
  get person(): string {
    return this.direction === 'inbound' ? this.from : this.to;
  }

  /** Whole seconds from the answer to the end; nothing before the end. */
  get seconds(): number | null {
    if (!this.endedAt) return null;
    return this.answeredAt ? Math.round((this.endedAt.getTime() - this.answeredAt.getTime()) / 1000) : 0;
  }

  field(name: string): string | undefined {
    return field(this.fields, name);
  }

  /** What it is to say, where the order itself holds the TwiML. */
  get announcement(): string | undefined {
    const inline = this.field('Twiml');
    return (
      inline &&
      readTwiml(inline)
        .map(({ text }) => text)
        .join(' ')
        .trim()
    );
  }

  /** The newest verb of this name that it was given. */
  verb(name: string): Verb | undefined {
    return this.documents.flatMap(({ verbs }) => withInside(verbs)).findLast((verb) => verb.name === name);
  }
}

function withInside(verbs: Verb[]): Verb[] {
  return verbs.flatMap((verb) => [verb, ...withInside(verb.inside)]);
}

import { Injectable } from '@nestjs/common';

/** A kind of news as a value, so that "find references" lists every publisher and every listener. */
export interface Topic<Payload> {
  readonly name: string;
  /** Only carries the type. */
  readonly payload?: Payload;
}

export function topic<Payload>(name: string): Topic<Payload> {
  return { name };
}

type Listener = (payload: never) => Promise<void>;

/**
 * News *within* the transaction that makes it: listeners run one after the other, on the publisher's transaction, before
 * `publish` returns, and a listener that throws rolls everything back. What is only worth telling afterwards goes into
 * the change log instead.
 */
@Injectable()
export class News {
  private readonly listeners = new Map<string, Listener[]>();

  on<Payload>(topic: Topic<Payload>, listener: (payload: Payload) => Promise<void>): void {
    this.listeners.set(topic.name, [...(this.listeners.get(topic.name) ?? []), listener as Listener]);
  }

  async publish<Payload>(topic: Topic<Payload>, payload: Payload): Promise<void> {
    for (const listener of this.listeners.get(topic.name) ?? []) await listener(payload as never);
  }
}

import type { TwilioCall } from '../call';
import type { LiveCall } from '../live-call';
import type { Line } from './line';

/** A phone that rings, in a test's hand. */
export class Ring {
  constructor(private readonly live: LiveCall) {}

  get call(): TwilioCall {
    return this.live.call;
  }

  /** Resolves when somebody listens, or the call is over. */
  async pickUp(): Promise<Line> {
    const line = await this.live.pickUp();
    await line.isListenedTo();
    return line;
  }

  /** Resolves, as the others do, when we have been told. */
  decline(): Promise<void> {
    return this.live.end('busy');
  }

  noAnswer(): Promise<void> {
    return this.live.end('no-answer');
  }

  /** The network does not reach the phone. */
  fail(): Promise<void> {
    return this.live.end('failed');
  }
}

import type { WebSocket } from 'ws';
import type { Outgoing } from './protocol';

/** What carries a talk to the person, in the messages of the relay, whatever it is made of. */
export interface Channel {
  readonly isOpen: boolean;
  /** Whether words that are still being spoken are cut off by an `end`. */
  readonly endCutsOff: boolean;
  /** What is sent into a channel that is not open is lost. */
  send(message: Outgoing): void;
  /** Ends it, with a close code of the relay and a reason in words. */
  close(code: number, reason: string): void;
}

/** A WebSocket as a channel. */
export class SocketChannel implements Channel {
  constructor(
    private readonly socket: WebSocket,
    readonly endCutsOff: boolean,
  ) {}

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(message: Outgoing): void {
    if (this.isOpen) this.socket.send(JSON.stringify(message));
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}

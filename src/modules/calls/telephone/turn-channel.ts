import type { Channel } from '../relay/channel';
import type { Outgoing } from '../relay/protocol';

/** Collects what is said in one turn, to be told to the provider in the answer to it. */
export class TurnChannel implements Channel {
  readonly said: string[] = [];
  isOpen = true;

  send(message: Outgoing): void {
    if (message.type === 'text') this.said.push(message.token.trim());
  }

  close(): void {
    this.isOpen = false;
  }
}

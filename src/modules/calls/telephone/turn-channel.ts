import type { Channel } from '../relay/channel';
import type { Outgoing } from '../relay/protocol';
import type { Said } from './twiml';

/** Collects what is said in one turn, to be told to the provider in the answer to it. */
export class TurnChannel implements Channel {
  readonly said: Said = { first: [], rest: [] };
  readonly endCutsOff = false;
  isOpen = true;

  get isUnused(): boolean {
    return this.said.first.length + this.said.rest.length === 0;
  }

  send(message: Outgoing): void {
    if (message.type !== 'text') return;
    (message.interruptible ? this.said.rest : this.said.first).push(message.token.trim());
  }

  close(): void {
    this.isOpen = false;
  }
}

import { once } from 'node:events';
import { WebSocket } from 'ws';

interface Closing {
  code: number;
  reason: string;
}

/** A socket on the relay that sends whatever it likes, and learns how it was closed. */
export class RawLine {
  readonly closing: Promise<Closing>;

  private constructor(private readonly socket: WebSocket) {
    socket.on('error', () => {});
    this.closing = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  }

  static async open(relayUrl: string): Promise<RawLine> {
    const socket = new WebSocket(relayUrl);
    const line = new RawLine(socket);
    await once(socket, 'open');
    return line;
  }

  /** Sends each as it is, and waits to be closed. */
  sends(...messages: (string | Buffer)[]): Promise<Closing> {
    for (const message of messages) this.socket.send(message);
    return this.closing;
  }
}

/** Trying a ticket that may not be good: how the line was closed. */
export async function tryTicket(relayUrl: string): Promise<Closing> {
  return (await RawLine.open(relayUrl)).closing;
}

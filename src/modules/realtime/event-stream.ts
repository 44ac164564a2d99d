import type { ServerResponse } from 'node:http';
import { type Change, isAfter, type Position, positionText } from '../../platform/changes';

/** A client that does not read what it is sent is let go, in bytes; it comes back and is told what it missed. */
const MOST_UNREAD = 1024 * 1024;

/** What a client is told to wait before it comes back, in milliseconds: by then the balancer knows where to send it. */
const COME_BACK_AFTER = 1000;

/** One open stream of server-sent events. */
export class EventStream {
  private last: Position | null = null;

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
  }

  /** Tells a change at its place in the log, once: what was replayed may come by again as news. */
  tell(change: Change): void {
    if (this.last && !isAfter(change, this.last)) return;
    this.last = change;
    this.send(change.topic, change.data, positionText(change));
  }

  send(topic: string, data: unknown, id?: string): void {
    if (this.response.writableLength > MOST_UNREAD) {
      this.end();
      return;
    }
    const place = id ? `id: ${id}\n` : '';
    this.response.write(`${place}event: ${topic}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment: tells the client, and every proxy between, that the stream is alive. */
  beat(): void {
    this.response.write(': alive\n\n');
  }

  /** Asks the client to come back in a moment, and says goodbye. */
  sendAway(): void {
    this.response.write(`retry: ${COME_BACK_AFTER}\nevent: reconnect\ndata: {}\n\n`);
    this.end();
  }

  end(): void {
    this.response.end();
  }

  /** Calls back when the client is gone, at once when it is already. */
  onClose(listener: () => void): void {
    if (this.response.closed) listener();
    else this.response.once('close', listener);
  }
}

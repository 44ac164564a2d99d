import type { ServerResponse } from 'node:http';

/** One open stream of server-sent events. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
  }

  send(topic: string, data: unknown, id?: string): void {
    const place = id ? `id: ${id}\n` : '';
    this.response.write(`${place}event: ${topic}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment: tells the client, and every proxy between, that the stream is alive. */
  beat(): void {
    this.response.write(': alive\n\n');
  }

  end(): void {
    this.response.end();
  }

  onClose(listener: () => void): void {
    this.response.once('close', listener);
  }
}

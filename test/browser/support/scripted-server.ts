import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Refusal } from './scripted-answers';
import type { Json } from './scripted-life';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Asked {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}

/** Serves the page, and answers what it asks of the API by `answer`. */
export class ScriptedServer {
  /** Everything but reading that the page asked for, the newest last. */
  readonly asked: Asked[] = [];
  private readonly readers = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  constructor(private readonly answer: (asked: Asked, query: URLSearchParams) => unknown) {}

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was found.');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** News for everybody who reads the events. */
  tell(topic: string, data: Json): void {
    for (const reader of this.readers) reader.write(`event: ${topic}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://page');
    if (!url.pathname.startsWith('/api/v1/')) {
      await sendFile(url.pathname, response);
      return;
    }
    const path = decodeURIComponent(url.pathname.slice('/api/v1'.length));
    if (path === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': here\n\n');
      this.readers.add(response);
      response.on('close', () => this.readers.delete(response));
      return;
    }
    const asked = { method: request.method ?? 'GET', path, body: await bodyOf(request), headers: request.headers };
    if (asked.method !== 'GET') this.asked.push(asked);
    try {
      sendJson(response, 200, this.answer(asked, url.searchParams));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      sendJson(response, refusal.status, refusal.problem);
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ETag: '"7"' }).end(JSON.stringify(answer));
}

/** As the app sends it: under the same policy of content. */
async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const file = join('public', normalize(path === '/' ? '/index.html' : path));
  const content = await readFile(file).catch(() => null);
  const policy =
    "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; media-src 'self' data:; style-src 'self' 'unsafe-inline'";
  response
    .writeHead(content ? 200 : 404, {
      'Content-Type': TYPES[extname(file)] ?? 'text/plain',
      'Content-Security-Policy': policy,
    })
    .end(content ?? '');
}

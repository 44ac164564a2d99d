import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '../account';
import { fieldsOf } from '../fields';
import type { Answered, Hazards } from './hazards';
import { Refusal } from './refusal';
import { answer, type Calls } from './routes';

/** Twilio's REST API on loopback: all its hosts are this one, and the paths are as they are. */
export class RestServer {
  private server: Server | null = null;
  private port = 0;

  constructor(
    private readonly account: Account,
    private readonly calls: Calls,
    private readonly hazards: Hazards,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On this port; on any that is free when it is 0. */
  async open(port = this.port): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Whoever is being answered is cut off, and whoever comes is refused. */
  async close(): Promise<void> {
    const server = this.server;
    if (!server) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await this.answered(request).catch((error: Error): Answered => {
      const { status, body } = error instanceof Refusal ? error : { status: 500, body: { message: error.stack } };
      return { status, body };
    });
    if (answered === 'cut') return void response.destroy();
    if (answered === 'silence') return;
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(JSON.stringify(answered.body));
  }

  private async answered(request: IncomingMessage): Promise<Answered> {
    const body = Buffer.concat(await request.toArray()).toString();
    this.authenticate(request.headers.authorization);
    const fields = fieldsOf(new URLSearchParams(body));
    const url = new URL(request.url!, this.origin);
    const what = `${request.method} ${url.pathname.replace(this.account.uri, '')}`;
    if (what === 'POST /Calls.json') return this.hazards.order('calls', fields);
    if (what === 'POST /Messages.json') return this.hazards.order('texts', fields);
    if (what === 'GET /Calls.json') return this.hazards.list(url);
    return { status: 200, body: answer(request.method!, { url, fields }, this.account, this.calls) };
  }

  private authenticate(authorization: string | undefined): void {
    const [sid, token] = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64')
      .toString()
      .split(':');
    if (sid !== this.account.sid || token !== this.account.token) throw Refusal.of(20003);
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateRequest } from 'twilio';
import { type WebSocket, WebSocketServer } from 'ws';

/** Who there is in the specs of the fake. */
export const TERMS = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'token-of-the-account', from: '+14155550100' };
export const ADA = '+14155550123';
export const BOB = '+14155550124';

/** A webhook as it came. */
export interface Received {
  path: string;
  parameters: Record<string, string>;
  isSigned: boolean;
}

/** What is answered to a path: TwiML, or a status. */
type Answers = Record<string, string | number | ((received: Received) => string | number | Promise<string | number>)>;

/** An application that Twilio calls back, small enough to be seen through: it stands for ours in the specs of the fake. */
export class StandIn {
  readonly received: Received[] = [];
  /** What came over the relay, message by message. */
  readonly relayed: Record<string, unknown>[] = [];
  answers: Answers = {};
  /** What is done about a message of the relay. */
  converse: (message: Record<string, unknown>, socket: WebSocket) => void = () => {};
  contentType = 'text/xml';
  /** Its address outside, where it has another. */
  outside: string | undefined;
  private readonly sockets = new WebSocketServer({ noServer: true });

  private constructor(
    private readonly server: Server,
    private readonly token: string,
  ) {
    server.on('request', (request, response) => void this.serve(request, response));
    server.on('upgrade', (request, socket, head) => {
      if (!this.isSigned(request, this.relayUrl(request.url!), {}))
        return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      this.sockets.handleUpgrade(request, socket, head, (ws) => this.attend(ws));
    });
  }

  static async listening(token: string): Promise<StandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StandIn(server, token);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return (this.outside ?? this.origin) + path;
  }

  relayUrl(path: string): string {
    return this.url(path).replace(/^http/, 'ws');
  }

  /** What was told by path, in the order it came. */
  told(path: string): Record<string, string>[] {
    return this.received.filter((one) => one.path === path).map(({ parameters }) => parameters);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString();
    const url = new URL(this.url(request.url!));
    const parameters = Object.fromEntries(request.method === 'GET' ? url.searchParams : new URLSearchParams(body));
    const isSigned = this.isSigned(request, this.url(request.url!), request.method === 'GET' ? {} : parameters);
    const received = { path: url.pathname, parameters, isSigned };
    this.received.push(received);
    const answer = this.answers[url.pathname] ?? 204;
    const said = typeof answer === 'function' ? await answer(received) : answer;
    if (!isSigned) return void response.writeHead(403).end();
    if (typeof said === 'number') return void response.writeHead(said).end();
    response.writeHead(200, { 'content-type': this.contentType }).end(said);
  }

  private isSigned(request: IncomingMessage, url: string, parameters: Record<string, string>): boolean {
    return validateRequest(this.token, `${request.headers['x-twilio-signature']}`, url, parameters);
  }

  private attend(socket: WebSocket): void {
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString());
      this.relayed.push(message);
      this.converse(message, socket);
    });
  }
}

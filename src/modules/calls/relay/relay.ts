import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { SECOND } from '../../../kernel/clock';
import { Config } from '../../../platform/config';
import { LogContext } from '../../../platform/logging';
import { CLOSED, LONGEST_PROMPT, readMessage } from './protocol';
import type { Talk } from './talk';
import { Talks } from './talks';

export const RELAY_PATH = '/relay';

/** A message of the protocol is small; what is larger is not one. */
const LARGEST_MESSAGE = 16 * 1024;

/** How long a client may take to agree to a close, in milliseconds: a browser asleep must not keep us from shutting down. */
const CLOSES_WITHIN = 2 * SECOND;

const DOOR = { noServer: true, maxPayload: LARGEST_MESSAGE, closeTimeout: CLOSES_WITHIN };

/** The WebSocket door of every call. Whoever brings the ticket of an answered call is connected to its conversation, once. */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  private readonly logger = new Logger('Relay');
  private readonly sockets = new WebSocketServer(DOOR);

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly talks: Talks,
    private readonly logs: LogContext,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.servesApi) return;
    const server: Server = this.adapter.httpAdapter.getHttpServer();
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const url = URL.parse(request.url ?? '/', 'http://relay');
    if (url?.pathname !== RELAY_PATH) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (ws) => {
      this.connect(ws, url.searchParams.get('ticket') ?? '').catch((error: Error) => {
        this.logger.error({ err: error }, 'A talk could not begin');
        ws.close(1011, 'Something went wrong on our side.');
      });
    });
  }

  private async connect(socket: WebSocket, ticket: string): Promise<void> {
    const early: RawData[] = [];
    const keepForLater = (data: RawData) => early.push(data);
    socket.on('error', () => socket.terminate());
    socket.on('message', keepForLater);
    const talk = await this.talks.open(ticket, socket);
    socket.off('message', keepForLater);
    if (!talk) return socket.close(CLOSED.ticket, 'This ticket was used, is too old, or never was.');
    const listener = this.logged(talk, this.listener(talk, socket));
    socket.on('message', listener);
    early.forEach(listener);
  }

  /** Everything begins with `setup`; what is not a message of the protocol ends the call. */
  private listener(talk: Talk, socket: WebSocket): (data: RawData) => void {
    let isSetUp = false;
    return (data) => {
      const message = readMessage(data.toString());
      if (message instanceof Error) return socket.close(1007, message.message);
      if (!message || message.type === 'error') return;
      if (!isSetUp && message.type !== 'setup') return socket.close(CLOSED.order, 'Send "setup" first.');
      if (message.type === 'setup') {
        if (!isSetUp) void talk.hear({ kind: 'answered' });
        isSetUp = true;
      } else if (message.type === 'prompt') {
        if (message.last) void talk.hear({ kind: 'said', text: message.voicePrompt.slice(0, LONGEST_PROMPT) });
        else talk.isSpokenTo();
      } else if (message.type === 'dtmf') void talk.hear({ kind: 'key', digit: message.digit });
      else void talk.hear({ kind: 'interrupted' });
    };
  }

  /** What is heard belongs, in the log, to what brought the call about. */
  private logged<Heard>({ call }: Talk, listener: (heard: Heard) => void): (heard: Heard) => void {
    return this.logs.run({ callId: call.id }, () => AsyncResource.bind(listener), call.correlationId ?? undefined);
  }
}

import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { SECOND } from '../../../kernel/clock';
import { Config } from '../../../platform/config';
import { LogContext } from '../../../platform/logging';
import { Signatures } from '../../../platform/telephony';
import { SET_UP_WITHIN } from './limits';
import { CLOSED, LONGEST_PROMPT, readMessage } from './protocol';
import { RELAY_PATH } from './relay-path';
import type { Talk } from './talk';
import { Talks } from './talks';
import { Timer } from './timer';

/** A message of the protocol is small; what is larger is not one. */
const LARGEST_MESSAGE = 16 * 1024;

/** How long a client may take to agree to a close, in milliseconds: a browser asleep must not keep us from shutting down. */
const CLOSES_WITHIN = 2 * SECOND;

const DOOR = { noServer: true, maxPayload: LARGEST_MESSAGE, closeTimeout: CLOSES_WITHIN };

/** A call of the telephone, by its id: the provider takes no query with the address of a socket. */
const OF_TELEPHONE = new RegExp(`^${RELAY_PATH}/calls/([0-9a-f-]{36})$`);

/**
 * The WebSocket door of every call. Whoever brings the ticket of an answered call is connected to its conversation, once; and so is the
 * telephone provider, which proves itself by its signature and by knowing the call.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  private readonly logger = new Logger('Relay');
  private readonly sockets = new WebSocketServer(DOOR);

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly talks: Talks,
    private readonly signatures: Signatures,
    private readonly timer: Timer,
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
    const [, callId] = OF_TELEPHONE.exec(url?.pathname ?? '') ?? [];
    if (callId) this.upgradeOfProvider(callId, request, socket, head);
    else if (url?.pathname !== RELAY_PATH) refuse(socket, '404 Not Found');
    else this.accept(request, socket, head, (ws) => this.connect(ws, url.searchParams.get('ticket') ?? ''));
  }

  private upgradeOfProvider(callId: string, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.signatures.areExpected) refuse(socket, '404 Not Found');
    else if (this.signatures.isOfSocket(request))
      this.accept(request, socket, head, (ws) => this.connectOfProvider(ws, callId));
    else refuse(socket, '403 Forbidden');
  }

  private accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    connect: (ws: WebSocket) => Promise<unknown>,
  ): void {
    this.sockets.handleUpgrade(request, socket, head, (ws) => {
      connect(ws).catch((error: Error) => {
        this.logger.error({ err: error }, 'A talk could not begin');
        ws.close(1011, 'Something went wrong on our side.');
      });
    });
  }

  private async connect(socket: WebSocket, ticket: string): Promise<void> {
    await this.listen(socket, 'This ticket was used, is too old, or never was.', () => this.talks.open(ticket, socket));
  }

  /** Which call it is the provider says in its first message, by the id it knows the call by. */
  private async connectOfProvider(socket: WebSocket, callId: string): Promise<void> {
    await this.listen(socket, 'This call is not to be connected.', async (firstOf) => {
      const first = await firstOf();
      const setup = first && readMessage(first.toString());
      if (!setup || setup instanceof Error || setup.type !== 'setup') return undefined;
      return this.talks.openOnTelephone(callId, setup.callSid ?? '', socket);
    });
  }

  /** Keeps what comes before the talk is there. `open` may ask for the first message: nothing when none comes in time. */
  private async listen(
    socket: WebSocket,
    refusal: string,
    open: (first: () => Promise<RawData | undefined>) => Promise<Talk | undefined>,
  ): Promise<void> {
    const early: RawData[] = [];
    const keepForLater = (data: RawData) => early.push(data);
    socket.on('error', () => socket.terminate());
    socket.on('message', keepForLater);
    const talk = await open(() => this.firstOf(socket));
    socket.off('message', keepForLater);
    if (!talk) return socket.close(CLOSED.ticket, refusal);
    const listener = this.logged(talk, this.listener(talk, socket));
    socket.on('message', listener);
    early.forEach(listener);
  }

  /** The first message of the socket; nothing when it closes, or says nothing for too long. */
  private firstOf(socket: WebSocket): Promise<RawData | undefined> {
    return new Promise((resolve) => {
      const cancel = this.timer.after(SET_UP_WITHIN, () => resolve(undefined));
      const come = (data?: RawData) => {
        cancel();
        resolve(data);
      };
      socket.once('message', come);
      socket.once('close', () => come());
    });
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
        if (!isSetUp) talk.open();
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

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

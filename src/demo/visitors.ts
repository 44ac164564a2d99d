import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const EVENTS = '/api/v1/events';
const LOOK_EVERY = 100;

/** A page asks in small bursts; it has all it wants when it was still for so long, in milliseconds. */
const STILL_FOR = 40;

/** Nobody holds up the show for longer, in milliseconds. */
const LONGEST_WAIT = 2000;

/** The pages somebody has open: their event streams, and the questions they wait for an answer to. */
export class Visitors {
  private readonly streams = new Set<ServerResponse>();
  private readonly questions = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private lastAnswer = Number.NEGATIVE_INFINITY;
  private door = Promise.withResolvers<void>();

  /** To be called before the application listens. */
  constructor(app: NestFastifyApplication) {
    this.openDoor();
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', (request, response) => this.enter(request.raw, response.raw));
    const server: Server = app.getHttpServer();
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Whether a page reads along. */
  get areHere(): boolean {
    return [...this.streams].some(({ headersSent, statusCode }) => headersSent && statusCode === 200);
  }

  async arrive(signal: AbortSignal): Promise<void> {
    while (!this.areHere) await pause(LOOK_EVERY, undefined, { signal });
  }

  openDoor(): void {
    this.door.resolve();
  }

  /**
   * Between two questions, so that the clock is never moved under one: a token renewed for a question must not have expired
   * before it is asked again. Whoever comes to the closed door waits.
   */
  async closeDoor(signal: AbortSignal): Promise<void> {
    const deadline = performance.now() + LONGEST_WAIT;
    while (this.isAsking && performance.now() < deadline) await pause(STILL_FOR / 4, undefined, { signal });
    this.door = Promise.withResolvers();
  }

  /** Ends every connection, calls included. */
  sendHome(): void {
    this.openDoor();
    for (const socket of this.sockets) socket.destroy();
  }

  private get isAsking(): boolean {
    return this.questions.size > 0 || performance.now() - this.lastAnswer < STILL_FOR;
  }

  private async enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.door.promise;
    const kept = request.url?.startsWith(EVENTS) ? this.streams : this.questions;
    kept.add(response);
    response.once('close', () => {
      kept.delete(response);
      this.lastAnswer = performance.now();
    });
  }
}

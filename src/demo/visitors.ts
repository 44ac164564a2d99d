import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

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

  constructor(server: Server) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.note(request, response));
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

  /**
   * Resolves between two questions. The clock is moved only then: a token renewed for a question must not have expired
   * before the question is asked again.
   */
  async pause(signal: AbortSignal): Promise<void> {
    const deadline = performance.now() + LONGEST_WAIT;
    while (this.isAsking && performance.now() < deadline) await pause(STILL_FOR / 4, undefined, { signal });
  }

  /** Ends every connection, calls included. */
  sendHome(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private get isAsking(): boolean {
    return this.questions.size > 0 || performance.now() - this.lastAnswer < STILL_FOR;
  }

  private note(request: IncomingMessage, response: ServerResponse): void {
    const isStream = request.url?.startsWith(EVENTS) ?? false;
    const kept = isStream ? this.streams : this.questions;
    kept.add(response);
    response.once('close', () => {
      kept.delete(response);
      this.lastAnswer = performance.now();
    });
  }
}

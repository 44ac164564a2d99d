import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { WebSocket } from 'ws';
import { SECOND } from '../../kernel/clock';
import { Problem } from '../../kernel/problem';
import { type Change, ChangeFeed } from '../../platform/changes';
import { CallsService, RELAY_PATH } from '../calls';
import { CANARY_ID } from '../users';

/** A conversation of one question takes a moment; whatever hangs is let go, in milliseconds. */
const TALKS_FOR = 20 * SECOND;

/** What the canary says. */
const WORDS = 'Yes, just finished.';

/** Picks up what rings for the canary, as the browser phone does: over a real socket, by the relay's own protocol. */
@Injectable()
export class CanaryPhone implements OnApplicationBootstrap {
  private readonly logger = new Logger('Canary');

  constructor(
    private readonly feed: ChangeFeed,
    private readonly calls: CallsService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((changes) => {
      for (const change of changes) if (isRing(change)) void this.pickUp(String(change.data.callId));
    });
  }

  /** Of several processes that hear the ring the first one talks; the others are told that it was answered. */
  private async pickUp(callId: string): Promise<void> {
    try {
      talk(`${this.address()}${RELAY_PATH}?ticket=${await this.calls.answer(CANARY_ID, callId)}`, (error) =>
        this.logger.warn(`The canary could not talk: ${error.message}`),
      );
    } catch (error) {
      if (!(error instanceof Problem)) this.logger.error({ err: error }, 'The canary could not pick up');
    }
  }

  private address(): string {
    const { address, family, port } = this.adapter.httpAdapter.getHttpServer().address() as AddressInfo;
    if (address === '0.0.0.0' || address === '::') return `ws://127.0.0.1:${port}`;
    return `ws://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }
}

function isRing({ userId, topic }: Change): boolean {
  return userId === CANARY_ID && topic === 'call.ringing';
}

/** Listens to the question, gives the answer, and hangs up when the other end does. */
function talk(url: string, onError: (error: Error) => void): void {
  const socket = new WebSocket(url);
  const limit = setTimeout(() => socket.terminate(), TALKS_FOR);
  socket.on('open', () => socket.send(JSON.stringify({ type: 'setup', from: 'canary' })));
  socket.on('message', (data) => {
    const { type, last, token } = JSON.parse(data.toString()) as { type: string; last?: boolean; token?: string };
    if (type === 'text' && last && token?.endsWith('?')) {
      socket.send(JSON.stringify({ type: 'prompt', voicePrompt: WORDS, lang: 'en-US', last: true }));
    }
  });
  socket.on('error', onError);
  socket.on('close', () => clearTimeout(limit));
}

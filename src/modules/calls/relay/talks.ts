import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { Clock, plus, SECOND } from '../../../kernel/clock';
import { type Change, ChangeFeed } from '../../../platform/changes';
import { newId } from '../../../platform/database';
import { hashOf } from '../../../platform/secrets';
import type { Call } from '../call.entity';
import { CallsMetrics } from '../calls.metrics';
import { begin } from '../domain/conversation/conversation';
import { TALK_LEASE } from '../engine/timing';
import { TalksRepository } from '../talks.repository';
import { Understander } from '../understanding/understander';
import { Briefer } from './briefer';
import { SocketChannel } from './channel';
import { Scribe } from './scribe';
import { Talk, type TalkParts } from './talk';
import { Timer } from './timer';

/** The conversations this process holds. */
@Injectable()
export class Talks implements OnApplicationBootstrap {
  private readonly talks = new Set<Talk>();

  constructor(
    private readonly rows: TalksRepository,
    private readonly briefer: Briefer,
    private readonly scribe: Scribe,
    private readonly feed: ChangeFeed,
    private readonly understander: Understander,
    private readonly timer: Timer,
    private readonly metrics: CallsMetrics,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((changes) => this.closedElsewhere(changes));
  }

  /** Connects a socket to the call its ticket was given for. Nothing when the ticket is not good. */
  async open(ticket: string, socket: WebSocket): Promise<Talk | undefined> {
    const token = newId();
    const now = this.clock.now();
    const call = await this.rows.connect(hashOf(ticket), token, now, plus(now, TALK_LEASE));
    return call && this.begin(call, token, socket);
  }

  /** Connects a socket of the telephone provider to the call it names, once. Nothing when it is not to be connected. */
  async openOnTelephone(callId: string, providerCallId: string, socket: WebSocket): Promise<Talk | undefined> {
    const token = newId();
    const now = this.clock.now();
    const call = await this.rows.connectOnTelephone(callId, providerCallId, token, now, plus(now, TALK_LEASE));
    return call && this.begin(call, token, socket);
  }

  private async begin(call: Call, token: string, socket: WebSocket): Promise<Talk> {
    const briefing = await this.briefer.brief(call);
    const channel = new SocketChannel(socket, call.line === 'telephone');
    const pen = this.scribe.pen(call, token, briefing.keepsWords);
    const talk = new Talk(call, { state: begin(briefing), position: 0 }, channel, pen, this.parts);
    this.talks.add(talk);
    socket.once('close', () => this.dropped(talk));
    if (socket.readyState === socket.CLOSED) await this.dropped(talk);
    return talk;
  }

  async tick(): Promise<void> {
    await Promise.all([...this.talks].map((talk) => talk.tick()));
  }

  /** Resolves when the last talk is over, or when they have had `patience` milliseconds to come to an end. */
  async lastWords(patience: number): Promise<void> {
    const deadline = performance.now() + patience;
    while (this.talks.size > 0 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, SECOND / 10));
    }
  }

  private get parts(): TalkParts {
    const { briefer, understander, timer, metrics, clock } = this;
    return { briefer, understander, timer, metrics, clock };
  }

  private async dropped(talk: Talk): Promise<void> {
    await talk.dropped();
    this.talks.delete(talk);
  }

  /** A check-in by another way reaches the conversation at once: who is asked hears "already done, thank you". */
  private closedElsewhere(changes: Change[]): void {
    for (const { topic, userId, data } of changes) {
      if (topic !== 'occurrence.updated' || data.status === 'planned' || data.status === 'due') continue;
      for (const talk of this.talks) {
        if (talk.call.userId === userId)
          void talk.hear({ kind: 'closed-elsewhere', occurrenceIds: [String(data.occurrenceId)] });
      }
    }
  }
}

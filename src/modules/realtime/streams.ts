import type { ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { type Change, ChangeFeed, ChangeLog, parsePosition } from '../../platform/changes';
import { Jobs } from '../../platform/jobs';
import { callRinging, Ringings } from '../calls';
import { EventStream } from './event-stream';

/** A client that was away longer reads everything anew instead. */
const MOST_REPLAYED = 1000;

/** Every open event stream of this process, by person. */
@Injectable()
export class Streams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly open = new Map<string, Set<EventStream>>();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly log: ChangeLog,
    private readonly ringings: Ringings,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((changes) => this.deliver(changes));
  }

  /** A server waits for its streams for ever: whoever closes without having sent them away ends them here. */
  onModuleDestroy(): void {
    this.sendAway();
  }

  /** Tells everybody to come back, which they do by themselves and to another process, for this one is on its way out. */
  sendAway(): void {
    for (const stream of this.all()) stream.sendAway();
  }

  /** What rings now, then what was missed, then what happens. Live changes wait until the past is told. */
  async begin(userId: string, response: ServerResponse, lastEventId: string | undefined): Promise<void> {
    const stream = new EventStream(response);
    if (response.req.method === 'HEAD') return stream.end();
    if (this.jobs.isDraining) return stream.sendAway();
    const meanwhile: Change[] = [];
    const unsubscribe = this.feed.subscribe((changes) => meanwhile.push(...changes));
    try {
      await this.tellPast(userId, stream, lastEventId);
      for (const change of meanwhile) if (change.userId === userId) stream.tell(change);
      this.add(userId, stream);
    } finally {
      unsubscribe();
    }
  }

  beat(): void {
    for (const stream of this.all()) stream.beat();
  }

  private async tellPast(userId: string, stream: EventStream, lastEventId: string | undefined): Promise<void> {
    const now = this.clock.now();
    for (const ringing of await this.ringings.now(userId)) {
      const { topic, data } = callRinging(ringing, now);
      stream.send(topic, data);
    }
    const position = parsePosition(lastEventId);
    const missed = position ? await this.log.missedBy(userId, position, MOST_REPLAYED) : [];
    for (const change of missed) stream.tell(change);
  }

  private add(userId: string, stream: EventStream): void {
    const streams = this.open.get(userId) ?? new Set();
    this.open.set(userId, streams.add(stream));
    stream.onClose(() => {
      streams.delete(stream);
      if (streams.size === 0) this.open.delete(userId);
    });
  }

  private deliver(changes: Change[]): void {
    for (const change of changes) {
      for (const stream of this.open.get(change.userId) ?? []) stream.tell(change);
    }
  }

  private all(): EventStream[] {
    return [...this.open.values()].flatMap((streams) => [...streams]);
  }
}

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createClient, type RedisClientType } from '@redis/client';
import { SECOND } from '../../kernel/clock';
import { Config } from '../config';
import { Status } from '../status';

/** Between two attempts to connect again, in milliseconds: soon at first, then at this pace. */
const RECONNECT_AT_MOST = 2 * SECOND;

/** Commands that may wait for an answer at once; when Redis hangs, more are refused instead of piling up. */
const MOST_WAITING = 1000;

/**
 * The connection to Redis, when `REDIS_URL` names one. Nothing waits for it: a command while it is away fails at once, and
 * whoever sent it does without. It connects again by itself.
 */
@Injectable()
export class Redis implements OnApplicationShutdown {
  /** Absent when no Redis is configured. */
  readonly client?: RedisClientType;
  private readonly logger = new Logger('Redis');
  private isAway = false;

  constructor({ REDIS_URL: url }: Config, status: Status) {
    if (!url) return;
    this.client = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MOST_WAITING,
      socket: { connectTimeout: RECONNECT_AT_MOST, reconnectStrategy: pauseBefore },
    });
    this.client.on('error', (error: Error) => this.noticeAway(error));
    this.client.on('ready', () => this.noticeBack());
    this.client.connect().catch((error: Error) => this.noticeAway(error));
    status.section('redis', () => ({ reachable: this.client?.isReady ?? false }));
  }

  onApplicationShutdown(): void {
    if (this.client?.isOpen) this.client.destroy();
  }

  private noticeAway(error: Error): void {
    if (!this.isAway) this.logger.warn(`Redis cannot be reached (${error.message}). The service goes on without it.`);
    this.isAway = true;
  }

  private noticeBack(): void {
    if (this.isAway) this.logger.log('Redis is back.');
    this.isAway = false;
  }
}

function pauseBefore(attempt: number): number {
  return Math.min(100 * 2 ** attempt, RECONNECT_AT_MOST);
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config';
import { Postgres } from '../database';
import type { Change, Position } from './change';
import { CHANGES_CHANNEL, ChangeLog } from './change-log';

const BATCH = 500;
const POLL_EVERY = 1000;

type Reader = (changes: Change[]) => void;

/**
 * Reads the change log once for the whole process and hands each batch to whoever listens. Postgres' NOTIFY only wakes
 * it early; what is true comes from the rows, read at least once a second.
 */
@Injectable()
export class ChangeFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('ChangeFeed');
  private readonly readers = new Set<Reader>();
  private position: Position | null = null;
  private wake?: Client;
  private timer?: NodeJS.Timeout;
  private reading?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(
    private readonly log: ChangeLog,
    private readonly postgres: Postgres,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.servesApi) return;
    this.position = await this.log.end();
    await this.listen();
    this.timer = setInterval(() => this.read(), POLL_EVERY);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.reading;
    await this.wake?.end().catch(() => {});
  }

  /** Calls back with every change committed from now on. Returns the way to stop. */
  subscribe(reader: Reader): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /** Reads what is new, now. A call during a read makes it read once more. */
  read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.readAll().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readAll(): Promise<void> {
    try {
      do {
        this.again = false;
        while ((await this.readBatch()) === BATCH);
      } while (this.again && !this.stopped);
    } catch (error) {
      this.logger.warn(`The change log could not be read: ${(error as Error).message}`);
    }
  }

  private async readBatch(): Promise<number> {
    if (!this.position) return 0;
    const changes = await this.log.after(this.position, BATCH);
    this.position = changes.at(-1) ?? this.position;
    if (changes.length > 0) for (const reader of this.readers) this.hand(changes, reader);
    return changes.length;
  }

  /** A reader that fails keeps the changes from nobody else. */
  private hand(changes: Change[], reader: Reader): void {
    try {
      reader(changes);
    } catch (error) {
      this.logger.error({ err: error }, 'A reader of the change log failed');
    }
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.postgres.url, application_name: 'callivate-changes' });
    client.on('notification', () => this.read());
    client.on('error', (error) => this.logger.warn(`The change log is only polled: ${error.message}`));
    client.once('end', () => this.listenLater());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGES_CHANNEL}`);
      this.wake = client;
      if (this.stopped) await client.end();
    } catch {
      await client.end().catch(() => {});
    }
  }

  /** An end of a connection comes once, however many errors led to it: so there is never more than one that listens. */
  private listenLater(): void {
    this.wake = undefined;
    if (!this.stopped) setTimeout(() => this.listen(), POLL_EVERY).unref();
  }
}

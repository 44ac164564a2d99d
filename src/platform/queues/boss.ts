import { Inject, Injectable, Logger } from '@nestjs/common';
import { type ConnectionOptions, PgBoss } from 'pg-boss';
import { SECOND } from '../../kernel/clock';
import { Config } from '../config';
import { named, Postgres, UnitOfWork } from '../database';
import { DEAD_LETTER_OPTIONS, DEAD_LETTERS, optionsOf, type Queue } from './queue';

/** Whether time passes by itself; in a test or the demo somebody holds the clock. */
export const TICKING = Symbol('ticking');

/** Connections of its own, so that a crowd at the API holds up no job; one more listens. */
const POOL = 2;

/** A job of a worker that died is found again after so many seconds. */
const SUPERVISE_EVERY = 5;

/** How long running jobs may take to finish when the process stops, in milliseconds. */
const LAST_JOBS = 10 * SECOND;

/** pg-boss on our database, started when it is first needed: a process that sends nothing holds no connection for it. */
@Injectable()
export class Boss {
  private readonly logger = new Logger('Queues');
  private started?: Promise<PgBoss>;

  constructor(
    private readonly postgres: Postgres,
    private readonly config: Config,
    private readonly work: UnitOfWork,
    @Inject(TICKING) readonly isTicking: boolean,
  ) {}

  /** Started, with all these queues. A start that fails is tried anew by whoever asks next. */
  async ready(queues: Queue<object>[]): Promise<PgBoss> {
    this.started ??= this.start(queues);
    try {
      return await this.started;
    } catch (error) {
      this.started = undefined;
      throw error;
    }
  }

  /** The running transaction, or plain statements outside one: a job sent in a transaction is there when it is committed. */
  get joined(): NonNullable<ConnectionOptions['db']> {
    return {
      executeSql: async (text, values) => ({ rows: await named('queues.send', () => this.work.records(text, values)) }),
    };
  }

  async stop(): Promise<void> {
    const boss = await this.started?.catch(() => undefined);
    this.started = undefined;
    await boss?.stop({ graceful: true, timeout: LAST_JOBS });
  }

  private get isWorking(): boolean {
    return this.config.runsSweeps && this.isTicking;
  }

  private async start(queues: Queue<object>[]): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.postgres.url,
      application_name: 'callivate-queues',
      max: POOL,
      migrate: false,
      schedule: false,
      supervise: this.isWorking,
      superviseIntervalSeconds: SUPERVISE_EVERY,
      monitorIntervalSeconds: SUPERVISE_EVERY,
      useListenNotify: this.isWorking,
      registerInstance: false,
    });
    boss.on('error', (error) => this.logger.warn(`The queues stumbled: ${error.message}`));
    await boss.start();
    await boss.createQueue(DEAD_LETTERS, DEAD_LETTER_OPTIONS);
    for (const queue of queues) await this.open(boss, queue);
    return boss;
  }

  /** A queue that is there already takes the options of this version. */
  private async open(boss: PgBoss, queue: Queue<object>): Promise<void> {
    await boss.createQueue(queue.name, { policy: 'short', ...optionsOf(queue) });
    await boss.updateQueue(queue.name, optionsOf(queue));
  }
}

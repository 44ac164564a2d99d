import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job, JobResult } from 'pg-boss';
import { Config } from '../config';
import { newId } from '../database';
import { currentCorrelationId, LogContext } from '../logging';
import { Tracing } from '../tracing';
import { Boss } from './boss';
import type { Queue } from './queue';
import { QueuesReport } from './queues.report';

/** What travels: the payload, and the correlation id of whoever sent it. */
interface Envelope {
  payload: object;
  correlationId?: string;
}

type Work = (payload: object) => Promise<unknown>;

const BATCH = 50;

/** NOTIFY wakes a worker at once; what it does not cover, retries among it, waits for the poll, in seconds. */
const POLL_EVERY = 1;

/**
 * Work around the engine, by pg-boss: sent in the transaction of its cause, done by one of the workers, tried again after a
 * pause, and a dead letter in the end. A handler may be run twice for one job: it looks at its row first, and does nothing
 * when nothing is left to do.
 */
@Injectable()
export class Queues implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly bound = new Map<string, { queue: Queue<object>; work: Work }>();
  private hasSent = false;

  constructor(
    private readonly boss: Boss,
    private readonly config: Config,
    private readonly logs: LogContext,
    private readonly report: QueuesReport,
    private readonly tracing: Tracing,
  ) {}

  /** Says who does the work of the queue. To be called while the application is put together. */
  bind<Payload extends object>(queue: Queue<Payload>, work: (payload: Payload) => Promise<unknown>): void {
    this.bound.set(queue.name, { queue, work: work as Work });
  }

  /** Hands over a job, in the running transaction if there is one. Of those with the same key one waits at a time. */
  async send<Payload extends object>({ name }: Queue<Payload>, payload: Payload, key = newId()): Promise<void> {
    const boss = await this.boss.ready(this.queues);
    const envelope: Envelope = { payload, correlationId: currentCorrelationId() };
    await boss.send(name, envelope, { db: this.boss.joined, singletonKey: key });
    this.hasSent = true;
  }

  /** Workers wait for jobs from now on, unless the clock is held: then they are done by `runAll`. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsSweeps || !this.boss.isTicking) return;
    const boss = await this.boss.ready(this.queues);
    const options = { batchSize: BATCH, pollingIntervalSeconds: POLL_EVERY, notifyPollingIntervalSeconds: POLL_EVERY };
    for (const { queue } of this.bound.values()) {
      await boss.work<Envelope, object, { perJobResults: true }>(
        queue.name,
        { ...options, perJobResults: true },
        (jobs) => this.doAll(queue, jobs),
      );
    }
  }

  /** Does what has been sent, here and now. How a test or the demo lets time pass: a failure is thrown. */
  async runAll(): Promise<void> {
    if (!this.hasSent) return;
    this.hasSent = false;
    const boss = await this.boss.ready(this.queues);
    for (const { queue, work } of this.bound.values()) {
      for (const { id, data } of await boss.fetch<Envelope>(queue.name, { batchSize: BATCH })) {
        await work(data.payload);
        await boss.complete(queue.name, id);
      }
    }
  }

  /** Lets running jobs finish; what is not done by then goes back into its queue. */
  async stop(): Promise<void> {
    await this.boss.stop();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  private get queues(): Queue<object>[] {
    return [...this.bound.values()].map(({ queue }) => queue);
  }

  /** Each by itself, so that one that fails fails alone. */
  private async doAll(queue: Queue<object>, jobs: Job<Envelope>[]): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await this.doOne(queue, job));
    return results;
  }

  private doOne({ name }: Queue<object>, { id, data }: Job<Envelope>): Promise<JobResult> {
    const { work } = this.bound.get(name)!;
    return this.logs.run(
      { queue: name, jobId: id },
      () => this.report.timed(name, id, () => this.tracing.span(`queue ${name}`, {}, () => work(data.payload))),
      data.correlationId,
    );
  }
}

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { PinoLogger } from 'nestjs-pino';

interface Job {
  name: string;
  period: number;
  work: () => Promise<unknown>;
  untilTheEnd: boolean;
  lastStart: number;
  running?: Promise<void>;
}

/**
 * The recurring work of the whole process. Modules name theirs in one line each (`*.jobs.ts`); every replica runs all of
 * it, and row locks keep replicas out of each other's way. Nothing overlaps itself, and a stop waits for what is running.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly jobs: Job[] = [];
  private draining = false;
  private stopped = false;

  constructor(private readonly pino: PinoLogger) {}

  /**
   * Registers work to be done each `period` milliseconds, the whole second being the finest step. What is needed to bring
   * things under way to their end goes on `untilTheEnd`; everything else takes on nothing new once the process drains.
   */
  every(period: number, name: string, work: () => Promise<unknown>, { untilTheEnd = false } = {}): void {
    this.jobs.push({ name, period, work, untilTheEnd, lastStart: Number.NEGATIVE_INFINITY });
  }

  /** On the whole second of the wall clock, so that what is due at hh:mm:00 waits for nobody. */
  @Cron(CronExpression.EVERY_SECOND, { name: 'jobs' })
  tick(): void {
    const now = performance.now();
    for (const job of this.jobs) {
      if (!job.running && now - job.lastStart >= job.period - 500) this.start(job, now);
    }
  }

  /** Everything once, in the order of registration: how a test or the demo lets time pass. A failure is thrown. */
  async runAll(): Promise<void> {
    for (const job of this.jobs) await this.run(job);
  }

  /** Takes on nothing new from now on. */
  drain(): void {
    this.draining = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.jobs.map((job) => job.running));
  }

  private start(job: Job, now: number): void {
    if (this.stopped || (this.draining && !job.untilTheEnd)) return;
    job.lastStart = now;
    job.running = this.run(job)
      .then(() => {})
      .catch((error: Error) => this.logger.error(`${job.name} failed: ${error.message}`, error.stack))
      .finally(() => {
        job.running = undefined;
      });
  }

  /** Under a correlation id of its own, so that all its log lines are found by one word. */
  private run({ name, work }: Job): Promise<unknown> {
    return this.pino.runInContext(work, { bindings: { job: name, correlationId: crypto.randomUUID() } });
  }
}

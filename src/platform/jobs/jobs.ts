import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { PinoLogger } from 'nestjs-pino';
import { Clock, SECOND } from '../../kernel/clock';

interface Job {
  name: string;
  period: number;
  work: () => Promise<unknown>;
  untilTheEnd: boolean;
  lastStart: number;
  running?: Promise<void>;
}

/** How often the clock is looked at, in milliseconds: so late, at most, is whatever is due on the second. */
const LOOK_EVERY = 20;

/**
 * The recurring work of the whole process. Modules name theirs in one line each (`*.jobs.ts`); every replica runs all of
 * it, and row locks keep replicas out of each other's way. Nothing overlaps itself, and a stop waits for what is running.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly jobs: Job[] = [];
  private second = 0;
  private draining = false;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly pino: PinoLogger,
  ) {}

  /**
   * Registers work to be done each `period` milliseconds, the whole second being the finest step. What is needed to bring
   * things under way to their end goes on `untilTheEnd`; everything else takes on nothing new once the process drains.
   */
  every(period: number, name: string, work: () => Promise<unknown>, { untilTheEnd = false } = {}): void {
    this.jobs.push({ name, period, work, untilTheEnd, lastStart: Number.NEGATIVE_INFINITY });
  }

  /** Starts what is due whenever a second of the shared clock begins, so that a habit due at hh:mm:00 waits for nobody. */
  @Interval('jobs', LOOK_EVERY)
  look(): void {
    const second = Math.floor(this.clock.now().getTime() / SECOND);
    if (second === this.second) return;
    this.second = second;
    for (const job of this.jobs) if (this.isDue(job, second)) this.start(job, second);
  }

  /** Everything once, in the order of registration: how a test or the demo lets time pass. A failure is thrown. */
  async runAll(): Promise<void> {
    for (const job of this.jobs) await this.inContext(job, job.work);
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** Takes on nothing new from now on. */
  drain(): void {
    this.draining = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.jobs.map((job) => job.running));
  }

  private isDue({ running, lastStart, period, untilTheEnd }: Job, second: number): boolean {
    if (running || this.stopped || (this.draining && !untilTheEnd)) return false;
    return (second - lastStart) * SECOND >= period;
  }

  private start(job: Job, second: number): void {
    job.lastStart = second;
    job.running = this.inContext(job, () =>
      job.work().catch((error: Error) => this.logger.error({ err: error }, 'A job failed')),
    ).then(() => {
      job.running = undefined;
    });
  }

  /** Under a correlation id of its own, so that all its log lines are found by one word. */
  private inContext({ name }: Job, work: () => Promise<unknown>): Promise<unknown> {
    return this.pino.runInContext(work, { bindings: { job: name, correlationId: crypto.randomUUID() } });
  }
}

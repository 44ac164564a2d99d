import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock, MINUTE, plus, SECOND } from '../../kernel/clock';
import { Config } from '../config';
import { newId } from '../database';
import { LogContext } from '../logging';
import { Job } from './job';
import { JobsReport } from './jobs.report';
import type { Entry, Timetable, Work } from './timetable';
import { Turns } from './turns';

export const TIMETABLE = Symbol('timetable');

/** How often the clock is looked at, in milliseconds: so late, at most, is whatever is due on the second. */
const LOOK_EVERY = 20;

/** A replica that did not get the turn asks again after so long, in milliseconds. */
const ASK_FOR_TURN_EVERY = MINUTE;

/**
 * The recurring work of the whole process, by the timetable (`src/timetable.ts`). Modules bind their work to its names in
 * their `*.jobs.ts`. Nothing overlaps itself, every run is timed and counted, a failure is tried again after a pause, and a
 * stop waits for what is running.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly bound = new Map<string, Work>();
  private readonly stopping = new AbortController();
  private jobs: Job[] = [];
  private second = 0;
  private draining = false;

  constructor(
    @Inject(TIMETABLE) private readonly timetable: Timetable,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logs: LogContext,
    private readonly turns: Turns,
    private readonly report: JobsReport,
  ) {}

  /** Binds work to its name on the timetable. It runs only where its role is. */
  bind(name: string, work: Work): void {
    this.bound.set(name, work);
  }

  /** @throws Error when timetable and bindings do not agree: the page would not tell the truth. */
  onApplicationBootstrap(): void {
    const names = new Set([...Object.keys(this.timetable), ...this.bound.keys()]);
    for (const name of names) {
      if (!this.timetable[name]) throw new Error(`"${name}" is not on the timetable.`);
      if (!this.bound.has(name)) throw new Error(`Nobody does "${name}", which is on the timetable.`);
    }
    const entries = Object.entries(this.timetable).filter(([, { role }]) => this.plays(role));
    this.jobs = entries.map(([name, entry]) => new Job(name, entry, this.bound.get(name)!));
    this.report.about(this.jobs);
  }

  /** Starts what is due whenever a second of the shared clock begins, so that a habit due at hh:mm:00 waits for nobody. */
  @Interval('jobs', LOOK_EVERY)
  look(): void {
    const now = this.clock.now();
    const second = Math.floor(now.getTime() / SECOND);
    if (second === this.second) return;
    this.second = second;
    for (const job of this.jobs) if (this.mayStart(job) && job.isDue(now)) this.start(job);
  }

  /** Everything once, in the order of the timetable: how a test or the demo lets time pass. A failure is thrown. */
  async runAll(): Promise<void> {
    for (const job of this.jobs) {
      const error = await this.runWhereItsTurnIs(job);
      if (error) throw error;
    }
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** Takes on nothing new from now on. */
  drain(): void {
    this.draining = true;
  }

  /** Lets what is running come to its end, and starts nothing more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.jobs.map((job) => job.running));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private plays(role: Entry['role']): boolean {
    return role === 'worker' ? this.config.runsSweeps : this.config.servesApi;
  }

  private mayStart({ entry }: Job): boolean {
    return !this.stopping.signal.aborted && (!this.draining || entry.untilTheEnd === true);
  }

  private start(job: Job): void {
    job.running = this.runWhereItsTurnIs(job)
      .then((error) => {
        if (error) this.tell(job, error);
      })
      .finally(() => {
        job.running = undefined;
      });
  }

  /** In full once; what goes on failing the same second after second would only bury it. */
  private tell({ name: job, failuresInARow }: Job, error: Error): void {
    if (failuresInARow > 1) this.logger.warn({ job, failuresInARow }, `A job failed again: ${error.message}`);
    else this.logger.error({ job, err: error }, 'A job failed');
  }

  private async runWhereItsTurnIs(job: Job): Promise<Error | undefined> {
    if (job.entry.replica === 'each') return this.runHere(job);
    try {
      return await this.runInTurn(job);
    } catch (error) {
      job.fail(error as Error, this.clock.now());
      return error as Error;
    }
  }

  /** By one replica at a time, and after a success not before the next full period of the clock. */
  private async runInTurn(job: Job): Promise<Error | undefined> {
    const { name, entry } = job;
    const token = newId();
    const now = this.clock.now();
    job.putOffUntil(plus(now, Math.min(entry.every, ASK_FOR_TURN_EVERY)));
    if (!(await this.turns.take(name, token, now, plus(now, entry.within + MINUTE)))) return undefined;
    const error = await this.runHere(job);
    const nextAt = error ? job.notBefore : new Date((Math.floor(now.getTime() / entry.every) + 1) * entry.every);
    await this.turns.handBack(name, token, nextAt);
    return error;
  }

  /** Under a correlation id of its own, so that all its log lines are found by one word. */
  private async runHere(job: Job): Promise<Error | undefined> {
    const run = await this.logs.run({ job: job.name }, () => job.run(this.clock, this.stopping.signal));
    this.report.note(job, run);
    if (run.outcome === 'overdue') return run.error ?? new Error(`"${job.name}" took ${Math.round(run.took)} ms.`);
    return run.error;
  }
}

import { type Clock, MINUTE, plus, SECOND } from '../../kernel/clock';
import type { Entry, Work } from './timetable';

/** How a run went. `overdue` took longer than it may, whatever became of it. */
export type Outcome = 'done' | 'failed' | 'overdue';

export interface Run {
  outcome: Outcome;
  /** How long it took, in milliseconds. */
  took: number;
  error?: Error;
}

/** A failing sweep tries again soon, for what is due waits for it; calendar work can wait longer. */
const LONGEST_PAUSE = { sweep: 5 * SECOND, calendar: 5 * MINUTE };

/** One recurring job of this process: whether it is its time, and how it has been going. */
export class Job {
  running?: Promise<void>;
  lastStartedAt: Date | null = null;
  last: Run | null = null;
  runs = 0;
  failures = 0;
  failuresInARow = 0;
  notBefore = new Date(0);

  constructor(
    readonly name: string,
    readonly entry: Entry,
    private readonly work: Work,
  ) {}

  /** Whether it should start now: its period is over, and it does not run already. */
  isDue(now: Date): boolean {
    return this.running === undefined && now >= this.notBefore;
  }

  putOffUntil(moment: Date): void {
    this.notBefore = moment;
  }

  /** Does the work once and keeps how it went. Never throws: the outcome tells. `stop` asks it to come to an end. */
  async run(clock: Clock, stop: AbortSignal): Promise<Run> {
    this.lastStartedAt = clock.now();
    this.putOffUntil(plus(wholeSecond(this.lastStartedAt), this.entry.every));
    const run = await this.timed(stop);
    this.note(run, clock.now());
    return run;
  }

  /** It did not come to a run: the turn could not be taken. */
  fail(error: Error, now: Date): void {
    this.note({ outcome: 'failed', took: 0, error }, now);
  }

  private async timed(stop: AbortSignal): Promise<Run> {
    const begun = performance.now();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.entry.within);
    const error = await this.work(AbortSignal.any([limit.signal, stop])).then(
      () => undefined,
      (reason: Error) => reason,
    );
    clearTimeout(timer);
    const took = performance.now() - begun;
    if (limit.signal.aborted) return { outcome: 'overdue', took, error };
    return { outcome: error ? 'failed' : 'done', took, error };
  }

  private note(run: Run, now: Date): void {
    this.last = run;
    this.runs += 1;
    this.failuresInARow = run.outcome === 'done' ? 0 : this.failuresInARow + 1;
    if (run.outcome === 'done') return;
    this.failures += 1;
    this.putOffUntil(plus(now, this.pause()));
  }

  /** Twice as long after each failure in a row. */
  private pause(): number {
    const longest = this.entry.replica === 'one' ? LONGEST_PAUSE.calendar : LONGEST_PAUSE.sweep;
    return Math.min(SECOND * 2 ** (this.failuresInARow - 1), longest);
  }
}

function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / SECOND) * SECOND);
}

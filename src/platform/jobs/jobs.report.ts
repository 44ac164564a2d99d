import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Metrics } from '../metrics';
import { Status } from '../status';
import type { Job, Run } from './job';

/** Tells operators how the recurring work goes. */
@Injectable()
export class JobsReport {
  private readonly seconds;
  private jobs: Job[] = [];
  private lastTick = performance.now();

  constructor(metrics: Metrics, status: Status) {
    this.seconds = metrics.histogram({
      name: 'callivate_job_seconds',
      help: 'How long a run of a recurring job took, by outcome: done, failed, overdue.',
      labelNames: ['job_name', 'outcome'],
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 30, 120],
    });
    status.section('jobs', () => this.jobs.map(line));
  }

  about(jobs: Job[]): void {
    this.jobs = jobs;
  }

  note({ name }: Job, { outcome, took }: Run): void {
    this.seconds.observe({ job_name: name, outcome }, took / SECOND);
    this.lastTick = performance.now();
  }

  /** Since any job came to its end here, well or not, in milliseconds: whoever hangs has no end. */
  get sinceLastTick(): number {
    return performance.now() - this.lastTick;
  }
}

function line({ name, entry, running, lastStartedAt, last, runs, failures, failuresInARow }: Job) {
  return {
    job: name,
    everySeconds: entry.every / SECOND,
    replica: entry.replica,
    running: running !== undefined,
    lastStartedAt,
    lastOutcome: last?.outcome ?? null,
    lastMilliseconds: last && Math.round(last.took),
    lastError: last?.error?.name ?? null,
    runs,
    failures,
    failuresInARow,
  };
}

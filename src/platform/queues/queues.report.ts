import { Injectable, Logger } from '@nestjs/common';
import type { JobResult } from 'pg-boss';
import { SECOND } from '../../kernel/clock';
import { named, UnitOfWork } from '../database';
import { Metrics } from '../metrics';
import { Status } from '../status';

interface Depth {
  queue: string;
  waiting: number;
  active: number;
  failed: number;
  oldestSeconds: number | null;
}

/** Done jobs are deleted within minutes, so the table is as long as the work that waits. */
const DEPTHS = `
  SELECT name AS queue, count(*) FILTER (WHERE state IN ('created', 'retry')) AS waiting,
    count(*) FILTER (WHERE state = 'active') AS active, count(*) FILTER (WHERE state = 'failed') AS failed,
    extract(epoch FROM now() - min(start_after) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()))::float
      AS oldest_seconds
  FROM pgboss.job WHERE name NOT LIKE '\\_\\_pgboss%' GROUP BY name ORDER BY name
`;

/** Tells operators how the queues do: how long a job took, how many wait, and which became dead letters. */
@Injectable()
export class QueuesReport {
  private readonly logger = new Logger('Queues');
  private readonly seconds;

  constructor(
    private readonly work: UnitOfWork,
    metrics: Metrics,
    status: Status,
  ) {
    this.seconds = metrics.histogram({
      name: 'callivate_queue_job_seconds',
      help: 'How long a job of a queue took, by outcome: completed, failed.',
      labelNames: ['queue', 'outcome'],
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 30, 120],
    });
    const depths = () => this.depths();
    metrics.gauge({
      name: 'callivate_queue_jobs',
      help: 'Jobs by queue and state; those of dead-letters wait for an operator.',
      labelNames: ['queue', 'state'],
      /** Without the database there is nothing to tell of the queues, and all the more of everything else. */
      async collect() {
        this.reset();
        for (const { queue, waiting, active, failed } of await depths().catch(() => [])) {
          this.set({ queue, state: 'waiting' }, waiting);
          this.set({ queue, state: 'active' }, active);
          this.set({ queue, state: 'failed' }, failed);
        }
      },
    });
    status.section('queues', depths);
  }

  /** Does one job, and tells pg-boss and the operators how it went. */
  async timed(queue: string, id: string, work: () => Promise<unknown>): Promise<JobResult> {
    const begun = performance.now();
    const error = await work().then(
      () => undefined,
      (reason: Error) => reason,
    );
    const outcome = error ? 'failed' : 'completed';
    this.seconds.observe({ queue, outcome }, (performance.now() - begun) / SECOND);
    if (error) this.logger.error({ err: error }, 'A job of a queue failed');
    return { id, status: outcome, output: error ? { name: error.name } : undefined };
  }

  private depths(): Promise<Depth[]> {
    return named('queues.depths', () => this.work.rows<Depth>(DEPTHS));
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, HOUR } from '../../kernel/clock';
import type { Problem, ProblemCategory, ProblemSeverity } from '../../kernel/problem';
import { Metrics } from '../metrics';
import { Status } from '../status';

/** A failure as operators see it: where to look in the log, and nothing about the person it happened to. */
export interface ErrorEntry {
  at: Date;
  code: string;
  category: ProblemCategory;
  severity: ProblemSeverity;
  retryable: boolean;
  /** The route or the job it happened in, without ids. */
  where: string;
  correlationId: string;
  /** The class of what lay behind it, and its own code if it has one. */
  cause: string | null;
}

type Happened = Pick<ErrorEntry, 'where' | 'correlationId'> & { cause?: unknown };

const KEPT = 100;
const HOURS_KEPT = 24;

/**
 * Counts every failure this process has answered or met, and keeps the last hundred for `/status`: of those that are ours to
 * mend, and apart from them of those that are the caller's, so that no stranger crowds out a fault by asking for nonsense.
 */
@Injectable()
export class ErrorLog {
  private readonly faults: ErrorEntry[] = [];
  private readonly refusals: ErrorEntry[] = [];
  private readonly byHour = new Map<number, Map<ProblemCategory, number>>();
  private readonly counter;

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
    status: Status,
  ) {
    this.counter = metrics.counter({
      name: 'callivate_problems_total',
      help: 'Failures by kind.',
      labelNames: ['code', 'category', 'severity'],
    });
    status.section('errors', () => this.report());
  }

  record({ kind }: Problem, { where, correlationId, cause }: Happened): void {
    const { code, category, severity, retryable } = kind;
    const at = this.clock.now();
    this.counter.inc({ code, category, severity });
    const list = severity === 'low' ? this.refusals : this.faults;
    list.push({ at, code, category, severity, retryable, where, correlationId, cause: nameOf(cause) });
    if (list.length > KEPT) list.shift();
    this.count(category, Math.floor(at.getTime() / HOUR));
  }

  private count(category: ProblemCategory, hour: number): void {
    const counts = this.byHour.get(hour) ?? new Map();
    this.byHour.set(hour, counts.set(category, (counts.get(category) ?? 0) + 1));
    for (const old of this.byHour.keys()) if (old <= hour - HOURS_KEPT) this.byHour.delete(old);
  }

  private report() {
    const hours = [...this.byHour].map(([hour, counts]) => ({
      hour: new Date(hour * HOUR),
      ...Object.fromEntries(counts),
    }));
    return { hours, faults: this.faults.toReversed(), refusals: this.refusals.toReversed() };
  }
}

function nameOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? `${cause.name} ${code}` : cause.name;
}

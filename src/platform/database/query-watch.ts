import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { Counter, Histogram } from 'prom-client';
import { type AfterQueryEvent, DataSource, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { Metrics } from '../metrics';
import { Tracing } from '../tracing';
import { databaseErrorClass } from './database-errors';
import { queryName } from './query-names';

/** From here on a statement is written into the log, in milliseconds: what is slower is felt. */
const SLOW = 200;

/** From half a millisecond, an index lookup, to the limit of a sweep, in seconds. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** How exactly times are remembered for the 95th percentile: in microseconds up to a minute, to two digits. */
const REMEMBERED = { lowest: 1, highest: 60_000_000, figures: 2 };

const TRANSACTION = /^(START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/;

export interface QueryTimes {
  query: string;
  count: number;
  p95Milliseconds: number;
}

/** Sees every statement of this process, whoever sends it, and measures it under its name. Parameters are nobody's business. */
@Injectable()
export class QueryWatch implements EntitySubscriberInterface {
  private readonly logger = new Logger('Database');
  private readonly begun = new WeakMap<QueryRunner, number[]>();
  private readonly times = new Map<string, RecordableHistogram>();
  private readonly seconds: Histogram<'query'>;
  private readonly errors: Counter<'class'>;
  private slow = 0;

  constructor(
    dataSource: DataSource,
    metrics: Metrics,
    private readonly tracing: Tracing,
  ) {
    this.seconds = metrics.histogram({
      name: 'callivate_database_query_seconds',
      help: 'How long statements take, by the repository and the method that asked.',
      labelNames: ['query'],
      buckets: BUCKETS,
    });
    this.errors = metrics.counter({
      name: 'callivate_database_errors_total',
      help: 'Statements and connections that failed, by what it means.',
      labelNames: ['class'],
    });
    dataSource.subscribers.push(this);
  }

  /** A connection answers in the order it was asked, so the moments of asking stand in line. */
  beforeQuery({ queryRunner }: { queryRunner: QueryRunner }): void {
    const line = this.begun.get(queryRunner) ?? [];
    line.push(performance.now());
    this.begun.set(queryRunner, line);
  }

  afterQuery({ queryRunner, query, success, rawResults, error }: AfterQueryEvent): void {
    const milliseconds = performance.now() - (this.begun.get(queryRunner)?.shift() ?? performance.now());
    const name = TRANSACTION.test(query) ? 'transaction' : (queryName() ?? 'unnamed');
    this.measure(name, milliseconds);
    this.tracing.past(`query ${name}`, { 'db.system.name': 'postgresql' }, milliseconds);
    if (!success) this.failed(error);
    if (milliseconds > SLOW) this.tellSlow(name, milliseconds, rawResults?.rowCount);
  }

  /** Counts what failed: a statement, or the wait for a connection. */
  failed(error: unknown): void {
    this.errors.inc({ class: databaseErrorClass(error) ?? 'faulty' });
  }

  get slowQueries(): number {
    return this.slow;
  }

  /** Since the start, the slowest first. */
  slowest(limit: number): QueryTimes[] {
    return [...this.times]
      .map(([query, times]) => ({ query, count: times.count, p95Milliseconds: times.percentile(95) / 1000 }))
      .sort((one, other) => other.p95Milliseconds - one.p95Milliseconds)
      .slice(0, limit);
  }

  private measure(name: string, milliseconds: number): void {
    this.seconds.observe({ query: name }, milliseconds / 1000);
    const times = this.times.get(name) ?? createHistogram(REMEMBERED);
    times.record(Math.min(REMEMBERED.highest, Math.max(1, Math.round(milliseconds * 1000))));
    this.times.set(name, times);
  }

  private tellSlow(query: string, milliseconds: number, rows: number | undefined): void {
    this.slow += 1;
    this.logger.warn({ query, milliseconds: Math.round(milliseconds), rows }, 'A slow query');
  }
}

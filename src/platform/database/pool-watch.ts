import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Metrics } from '../metrics';
import { Status } from '../status';
import { QueryWatch } from './query-watch';

/** So many queries operators see on the status page. */
const SHOWN = 10;

/** Tells operators of the connections, and of the queries that take the longest. */
@Injectable()
export class PoolWatch {
  private readonly pool: Pool;

  constructor(dataSource: DataSource, queries: QueryWatch, metrics: Metrics, status: Status) {
    this.pool = (dataSource.driver as PostgresDriver).master;
    this.gauge(metrics);
    status.section('database', () => ({
      pool: this.connections(),
      slowQueries: queries.slowQueries,
      slowest: queries.slowest(SHOWN),
    }));
  }

  /** How many there are, how many of these are free, and how many wait for one. */
  private connections(): { size: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { size: totalCount, idle: idleCount, waiting: waitingCount };
  }

  private gauge(metrics: Metrics): void {
    const gauge = metrics.gauge({
      name: 'callivate_database_pool_connections',
      help: 'Connections to the database: how many there are, how many are idle, how many requests wait for one.',
      labelNames: ['state'],
      collect: () => {
        for (const [state, count] of Object.entries(this.connections())) gauge.set({ state }, count);
      },
    });
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { SECOND } from '../../kernel/clock';
import { named, UnitOfWork } from '../database';
import { MIGRATIONS } from '../database/migrations';

/** A database that takes longer is not there, in milliseconds. */
const PATIENCE = 2 * SECOND;

/** Whether the schema is the one this code was written for. It may be newer: the next version's migrations run before it. */
@Injectable()
export class SchemaHealth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async check(name: string): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    const missing = await Promise.race([this.missing().catch(() => null), pause(PATIENCE, null, { ref: false })]);
    if (missing === null) return indicator.down('It could not be asked.');
    return missing > 0 ? indicator.down({ missingMigrations: missing }) : indicator.up();
  }

  private async missing(): Promise<number> {
    const known = MIGRATIONS.map((migration) => migration.name);
    const done = await named('health.schema', () =>
      this.work.rows('SELECT 1 FROM migrations WHERE name = ANY($1)', [known]),
    );
    return known.length - done.length;
  }
}

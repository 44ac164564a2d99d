import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { named, UnitOfWork } from '../database';
import { MIGRATIONS } from '../database/migrations';

/** Whether the schema is the one this code was written for. It may be newer: the next version's migrations run before it. */
@Injectable()
export class SchemaHealth {
  constructor(
    private readonly work: UnitOfWork,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async check(name: string): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    const known = MIGRATIONS.map((migration) => migration.name);
    const done = await named('health.schema', () =>
      this.work.rows('SELECT 1 FROM migrations WHERE name = ANY($1)', [known]),
    ).catch(() => []);
    const missing = known.length - done.length;
    return missing > 0 ? indicator.down({ missingMigrations: missing }) : indicator.up();
  }
}

import { Controller, Get, UseFilters } from '@nestjs/common';
import { HealthCheck, HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { named } from '../database';
import { EveryRole, Public } from '../http';
import { ClockHealth } from './clock.health';
import { DrainingHealth } from './draining.health';
import { HealthFilter } from './health.filter';

/** What Kubernetes asks. Live says that the process answers; ready says that it can do its work. */
@Public()
@EveryRole()
@UseFilters(HealthFilter)
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly clock: ClockHealth,
    private readonly draining: DrainingHealth,
  ) {}

  /** Whether the service is well, in detail. */
  @Get(['health', 'api/v1/health'])
  @HealthCheck()
  summary() {
    return this.check();
  }

  /** Whether the process answers at all. */
  @Get('health/live')
  @HealthCheck()
  live() {
    return this.health.check([]);
  }

  /** Whether requests and calls may be sent here. */
  @Get('health/ready')
  @HealthCheck()
  ready() {
    return this.check();
  }

  /** Whether the start is over: the schema is up to date and the database answers. */
  @Get('health/startup')
  @HealthCheck()
  startup() {
    return this.check();
  }

  private check() {
    return this.health.check([
      () => named('health.ping', async () => this.database.pingCheck('database', { timeout: 2000 })),
      () => this.clock.check('clock'),
      () => this.draining.check('draining'),
    ]);
  }
}

import { Controller, Get, UseFilters } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  type HealthIndicatorFunction,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { SECOND } from '../../kernel/clock';
import { named } from '../database';
import { EveryRole, Public } from '../http';
import { ClockHealth } from './clock.health';
import { DrainingHealth } from './draining.health';
import { HealthFilter } from './health.filter';
import { LanguageModelHealth } from './language-model.health';
import { SchemaHealth } from './schema.health';
import { SpeechHealth } from './speech.health';
import { TelephonyHealth } from './telephony.health';
import { TickingHealth } from './ticking.health';

/** A database that takes longer to say "here" is not there, in milliseconds. */
const PING = { timeout: 2 * SECOND };

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
    private readonly schema: SchemaHealth,
    private readonly ticking: TickingHealth,
    private readonly languageModel: LanguageModelHealth,
    private readonly speech: SpeechHealth,
    private readonly telephony: TelephonyHealth,
  ) {}

  /** Whether the service is well, in detail. */
  @Get(['health', 'api/v1/health'])
  @HealthCheck()
  summary() {
    return this.health.check([
      ...this.all,
      () => this.ticking.check('jobs'),
      () => this.languageModel.check('languageModel'),
      () => this.speech.check('speech'),
      () => this.telephony.check('telephony'),
    ]);
  }

  /** Whether the process lives: it answers, and a job has come to its end within the last minute. If not, kill it. */
  @Get('health/live')
  @HealthCheck()
  live() {
    return this.health.check([() => this.ticking.check('jobs')]);
  }

  /** Whether requests and calls may be sent here. */
  @Get('health/ready')
  @HealthCheck()
  ready() {
    return this.health.check(this.all);
  }

  /** Whether the start is over: the schema is up to date and the database answers. */
  @Get('health/startup')
  @HealthCheck()
  startup() {
    return this.health.check([() => this.ping(), () => this.schema.check('schema')]);
  }

  private get all(): HealthIndicatorFunction[] {
    return [
      () => this.ping(),
      () => this.schema.check('schema'),
      () => this.clock.check('clock'),
      () => this.draining.check('draining'),
    ];
  }

  private ping() {
    return named('health.ping', async () => this.database.pingCheck('database', PING));
  }
}

import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Jobs } from '../jobs';

/** A process on its way out finishes what it has and takes nothing new. */
@Injectable()
export class DrainingHealth {
  constructor(
    private readonly jobs: Jobs,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const indicator = this.indicators.check(name);
    return this.jobs.isDraining ? indicator.down('This process is on its way out.') : indicator.up();
  }
}

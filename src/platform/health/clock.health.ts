import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Clock } from '../../kernel/clock';
import { DatabaseClock } from '../time';

/** A machine whose clock is far from the database's would ring at the wrong minute: it takes no traffic. */
@Injectable()
export class ClockHealth {
  constructor(
    private readonly clock: Clock,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const indicator = this.indicators.check(name);
    if (!(this.clock instanceof DatabaseClock)) return indicator.up();
    const report = { skewMilliseconds: this.clock.skew };
    return this.clock.isTrustworthy ? indicator.up(report) : indicator.down(report);
  }
}

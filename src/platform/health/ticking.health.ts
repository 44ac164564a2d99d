import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Clock, MINUTE, SECOND } from '../../kernel/clock';
import { JobsReport } from '../jobs';
import { DatabaseClock } from '../time';

/** A process none of whose jobs has come to an end for so long hangs, in milliseconds: only a restart helps it. */
const LONGEST_SILENCE = MINUTE;

/** Whether what recurs still recurs. A job that fails has come to its end as well: that is no reason to kill the process. */
@Injectable()
export class TickingHealth {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobsReport,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const indicator = this.indicators.check(name);
    if (!(this.clock instanceof DatabaseClock)) return indicator.up();
    const silence = this.jobs.sinceLastTick;
    const report = { secondsSinceLastTick: Math.round(silence / SECOND) };
    return silence > LONGEST_SILENCE ? indicator.down(report) : indicator.up(report);
  }
}

import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Speech } from '../speech';

/** Without its provider of speech browsers speak with their own voice, and the service is well all the same: it is told, and takes nothing down. */
@Injectable()
export class SpeechHealth {
  constructor(
    private readonly speech: Speech,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const { configured, degraded } = this.speech;
    return this.indicators.check(name).up({ configured, degraded });
  }
}

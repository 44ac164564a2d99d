import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { LanguageModel } from '../language-model';

/** Without its language model the service understands a little less, and is well all the same: it is told, and takes nothing down. */
@Injectable()
export class LanguageModelHealth {
  constructor(
    private readonly model: LanguageModel,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const { isConfigured: configured, isDegraded: degraded } = this.model;
    return this.indicators.check(name).up({ configured, degraded });
  }
}

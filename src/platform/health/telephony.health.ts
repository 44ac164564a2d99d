import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Telephony } from '../telephony';

/** Without its telephone line people get messages instead of calls, and the service is well all the same: it is told, and takes nothing down. */
@Injectable()
export class TelephonyHealth {
  constructor(
    private readonly telephony: Telephony,
    private readonly indicators: HealthIndicatorService,
  ) {}

  check(name: string): HealthIndicatorResult {
    const { isConfigured: configured, isAway: degraded } = this.telephony;
    return this.indicators.check(name).up({ configured, degraded });
  }
}

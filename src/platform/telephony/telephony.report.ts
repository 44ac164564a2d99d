import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import { Status } from '../status';
import { Counters } from './counters';
import { Pace } from './pace';
import { Telephony } from './telephony';

/** Tells operators how the telephone line does, and what it has cost this month. */
@Injectable()
export class TelephonyReport {
  constructor(
    private readonly telephony: Telephony,
    private readonly counters: Counters,
    private readonly pace: Pace,
    private readonly config: Config,
    status: Status,
  ) {
    status.section('telephony', () => this.section());
  }

  private async section() {
    const { isConfigured: configured, isAway: away } = this.telephony;
    if (!configured) return { configured };
    const [spentThisMonth = 0] = await this.counters.read([{ kind: 'spent', key: 'all' }]);
    const { TWILIO_CALLS_PER_SECOND: callsPerSecond, CALL_BUDGET_MONTHLY: budget } = this.config;
    return { configured, away, callsPerSecond, roomNow: await this.pace.available(), spentThisMonth, budget };
  }
}

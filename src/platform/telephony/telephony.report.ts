import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import { Metrics } from '../metrics';
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
    metrics: Metrics,
  ) {
    status.section('telephony', () => this.section());
    this.gauge(metrics);
  }

  private async section() {
    const { isConfigured: configured, isAway: away } = this.telephony;
    if (!configured) return { configured };
    const { TWILIO_CALLS_PER_SECOND: callsPerSecond, CALL_BUDGET_MONTHLY: budget } = this.config;
    const [roomNow, spentThisMonth] = [await this.pace.available(), await this.spent()];
    return { configured, provider: 'twilio', away, callsPerSecond, roomNow, spentThisMonth, budget };
  }

  private async spent(): Promise<number> {
    const [spent = 0] = await this.counters.read([{ kind: 'spent', key: 'all' }]);
    return spent;
  }

  /** Without a line nothing is told, and without the database only what may be spent. */
  private gauge(metrics: Metrics): void {
    const gauge = metrics.gauge({
      name: 'callivate_telephony_month_cost',
      help: 'What calls and texts have cost since the month began, and what they may cost, in the currency of the account.',
      labelNames: ['what'],
      collect: async () => {
        gauge.reset();
        if (!this.telephony.isConfigured) return;
        gauge.set({ what: 'budget' }, this.config.CALL_BUDGET_MONTHLY);
        await this.spent().then(
          (spent) => gauge.set({ what: 'spent' }, spent),
          () => {},
        );
      },
    });
  }
}

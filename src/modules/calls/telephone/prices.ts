import { Injectable, Logger } from '@nestjs/common';
import { Clock, DAY, MINUTE, plus } from '../../../kernel/clock';
import { Telephony } from '../../../platform/telephony';
import type { Call } from '../call.entity';
import { Costs } from './costs';
import { TelephoneCallsRepository } from './telephone-calls.repository';

/** The provider knows the price of a call some minutes after it has ended. */
const PRICED_AFTER = 5 * MINUTE;

/** What has no price by then keeps its estimate. */
const ASKED_FOR = 2 * DAY;

const CALLS_AT_ONCE = 50;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Asks the provider what calls have cost, once it can tell. */
@Injectable()
export class Prices {
  private readonly logger = new Logger('Prices');

  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly costs: Costs,
    private readonly telephony: Telephony,
    private readonly clock: Clock,
  ) {}

  async learn(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const [before, since] = [plus(now, -PRICED_AFTER), plus(now, -ASKED_FOR)];
    let after = FIRST_ID;
    while (!signal?.aborted && !this.telephony.isAway) {
      const calls = await this.rows.toPrice(after, before, since, CALLS_AT_ONCE);
      for (const call of calls) await this.learnOf(call);
      if (calls.length < CALLS_AT_ONCE) return;
      after = calls.at(-1)!.id;
    }
  }

  private async learnOf(call: Call): Promise<void> {
    try {
      const found = await this.telephony.find(call.providerCallId!);
      if (found?.price) await this.costs.bill(call, found.price);
    } catch (error) {
      this.logger.warn({ callId: call.id, err: error }, 'The price of a call is not known yet');
    }
  }
}

import { Injectable } from '@nestjs/common';
import { MINUTE, SECOND } from '../../../kernel/clock';
import { Config } from '../../../platform/config';
import { UnitOfWork } from '../../../platform/database';
import { Counters, type ProviderCall } from '../../../platform/telephony';
import type { Call } from '../call.entity';
import { TelephoneCallsRepository } from './telephone-calls.repository';

/** What calls cost: set aside when they are dialed, estimated when they end, and known when the provider has told. */
@Injectable()
export class Costs {
  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly counters: Counters,
    private readonly config: Config,
    private readonly work: UnitOfWork,
  ) {}

  /** Sets aside what the calls may cost at most, in the transaction in which they are dialed. */
  async setAside(calls: Pick<Call, 'userId'>[], price: number): Promise<void> {
    await this.counters.add(calls.flatMap(({ userId }) => spent(userId, price)));
  }

  /** By minutes begun, as the network counts. Nobody having picked up, it costs nothing. */
  estimate(call: Call, durationSeconds: number): Promise<void> {
    const minutes = Math.ceil((durationSeconds * SECOND) / MINUTE);
    return this.note(call, minutes * this.config.CALL_PRICE_PER_MINUTE, null, false);
  }

  /** As the provider bills it. */
  bill(call: Call, { amount, currency }: NonNullable<ProviderCall['price']>): Promise<void> {
    return this.note(call, amount, currency, true);
  }

  private note({ id, userId }: Call, amount: number, currency: string | null, isFinal: boolean): Promise<void> {
    return this.work.run(async () => {
      const before = await this.rows.setCost(id, amount, currency, isFinal);
      if (amount !== before) await this.counters.add(spent(userId, amount - before));
    });
  }
}

function spent(userId: string, amount: number) {
  return [
    { kind: 'spent' as const, key: 'all', amount },
    { kind: 'spent-by-person' as const, key: userId, amount },
  ];
}

import type { Account } from './account';
import type { TwilioCall } from './call';
import type { Calls } from './rest/routes';

/** Makes the calls that are ordered, and lets them live. */
export class Switchboard implements Calls {
  constructor(private readonly account: Account) {}

  /** Resolves when the phone rings. */
  async place(call: TwilioCall): Promise<void> {
    call.startedAt = call.updatedAt = this.account.now();
    call.status = 'ringing';
  }

  end(call: TwilioCall): void {
    call.status = call.answeredAt ? 'completed' : 'canceled';
    call.endedAt = call.updatedAt = this.account.now();
  }

  redirect(): void {}
}

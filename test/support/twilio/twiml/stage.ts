import type { Account } from '../account';
import type { TwilioCall, WebhookKind } from '../call';
import type { Passing } from '../passing';
import type { Line } from '../people/line';
import type { Roads } from '../roads';
import type { Twiml } from './twiml';

/** What TwiML is carried out with. */
export interface Stage {
  call: TwilioCall;
  line: Line;
  account: Account;
  roads: Roads;
  passing: Passing;
  /** Aborted when the call is over. */
  hungUp: AbortSignal;
  /** @throws TwimlTrouble */
  fetch(about: WebhookKind, url: string, method: string | undefined, more?: Record<string, string>): Promise<Twiml>;
}

import type { Account } from '../account';
import { type ListFault, type OrderFault, Script } from '../faults';
import { type Fields, field } from '../fields';
import type { Switchboard } from '../switchboard';
import type { Texting } from '../texting';
import { listing } from './call-list';
import { orderedCall, orderedText } from './orders';
import { Refusal } from './refusal';
import { callShape, textShape } from './shapes';

/** How a request is answered: `cut` when its connection is, `silence` when it never will be. */
export type Answered = { status: number; body: unknown } | 'cut' | 'silence';

export interface Order {
  kind: 'calls' | 'texts';
  to: string | undefined;
}

/** Takes orders and lists calls, and does wrong what a test has scripted. */
export class Hazards {
  readonly orders = new Script<OrderFault, Order>();
  /** With how many calls there were when the fault was scripted. */
  readonly listings = new Script<{ fault: ListFault; known: number }, string | undefined>();

  constructor(
    private readonly account: Account,
    private readonly switchboard: Pick<Switchboard, 'place'>,
    private readonly texting: Pick<Texting, 'send'>,
  ) {}

  /** @throws Refusal */
  async order(kind: Order['kind'], fields: Fields): Promise<Answered> {
    const fault = this.orders.take({ kind, to: field(fields, 'To') });
    if (fault === 'hang') return 'silence';
    if (fault === '500-before') throw Refusal.of(20500);
    if (fault === '429') throw Refusal.of(20429);
    if (typeof fault === 'object') throw Refusal.any(fault.refuse);
    const { body, told } = this.take(kind, fields, fault === 'call-twice');
    if (fault === 'accept-and-drop') return 'cut';
    if (fault === 'accept-and-hang') return 'silence';
    if (fault === '500-after-accepting') throw Refusal.of(20500);
    if (fault === 'webhook-before-answer') await told;
    return { status: 201, body };
  }

  /** @throws Refusal */
  list(url: URL): Answered {
    const { calls } = this.account;
    const { fault, known } = this.listings.take(url.searchParams.get('To') ?? undefined) ?? {};
    if (fault === 'hang') return 'silence';
    if (fault === '500') throw Refusal.of(20500);
    const shown = fault === 'lagging' ? calls.slice(0, known) : calls;
    return { status: 200, body: listing(shown, this.account, url, fault !== 'undated') };
  }

  private take(kind: Order['kind'], fields: Fields, isTwice: boolean): { body: unknown; told: Promise<unknown> } {
    const { account } = this;
    if (kind === 'texts') {
      const text = orderedText(fields, account);
      this.texting.send(text);
      return { body: textShape(text, account), told: Promise.resolve() };
    }
    const call = orderedCall(fields, account);
    const calls = isTwice ? [call, orderedCall(fields, account)] : [call];
    account.calls.push(...calls);
    const body = callShape(call, account);
    return { body, told: Promise.all(calls.map((one) => this.switchboard.place(one))) };
  }
}

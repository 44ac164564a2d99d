import { Account, type Terms } from './account';
import type { TwilioCall } from './call';
import type { ListFault, OrderFault, Which, WhichOrders } from './faults';
import { Hazards } from './rest/hazards';
import { RestServer } from './rest/rest-server';
import { Switchboard } from './switchboard';
import type { TwilioText } from './text';

/**
 * Twilio on loopback, as its own SDK and our webhooks know it: it takes orders by REST, makes the calls, and plays the other side.
 * Nothing in it waits for time to pass.
 */
export class FakeTwilio {
  private constructor(
    private readonly account: Account,
    private readonly server: RestServer,
    private readonly hazards: Hazards,
  ) {}

  /** On a free port, unless one is given. */
  static async start({ port = 0, ...terms }: Terms & { port?: number }): Promise<FakeTwilio> {
    const account = new Account(terms);
    const switchboard = new Switchboard(account);
    const hazards = new Hazards(account, (call) => switchboard.place(call));
    const server = new RestServer(account, switchboard, hazards);
    await server.open(port);
    return new FakeTwilio(account, server, hazards);
  }

  /** What `TWILIO_API_BASE_URL` is to be. */
  get origin(): string {
    return this.server.origin;
  }

  /** All calls there ever were, the oldest first, with when they were ordered and by which fields. */
  get calls(): readonly TwilioCall[] {
    return this.account.calls;
  }

  /** All texts we sent. */
  get texts(): readonly TwilioText[] {
    return this.account.texts;
  }

  /** Goes wrong with orders that come: with the next call, unless something else is said. */
  does(fault: OrderFault, { number, times, of = 'calls' }: WhichOrders = {}): void {
    this.hazards.orders.add(fault, ({ kind, to }) => kind === of && (!number || to === number), times);
  }

  /** Goes wrong with listings of calls that come. */
  lists(fault: ListFault, { number, times }: Which = {}): void {
    this.hazards.listings.add({ fault, known: this.account.calls.length }, (to) => !number || to === number, times);
  }

  /** Its API cannot be reached until it comes back. What is under way goes on. */
  async goesDown(): Promise<void> {
    await this.server.close();
  }

  async comesBack(): Promise<void> {
    await this.server.open();
  }

  async stop(): Promise<void> {
    await this.server.close();
  }
}

import { Account, type NumberSettings, type Terms } from './account';
import type { Exchange, TwilioCall } from './call';
import type { ListFault, OrderFault, WebhookFault, Which, WhichOrders, WhichWebhooks } from './faults';
import { Journal, type Watcher } from './journal';
import { REAL, STANDING } from './passing';
import type { Line } from './people/line';
import { type Behaviour, People } from './people/people';
import type { Ring } from './people/ring';
import { Hazards } from './rest/hazards';
import { RestServer } from './rest/rest-server';
import { Roads } from './roads';
import { Switchboard } from './switchboard';
import type { TwilioText } from './text';
import { type Answered, Texting } from './texting';
import { Webhooks } from './webhooks/webhooks';

export interface Start extends Terms {
  /** A free one unless it is said. */
  port?: number;
  /** Phones ring out, talks reach their limit, and bills come, by the clock on the wall; otherwise nothing happens by itself. */
  realTime?: boolean;
}

/** Events of a call, unless something else is said. */
const EVENTS: ReadonlySet<string> = new Set(['initiated', 'ringing', 'answered', 'completed']);

/**
 * Twilio on loopback, as its own SDK and our webhooks know it: it takes orders by REST, makes the calls, fetches and carries out our
 * TwiML, opens the relay, and tells us what becomes of it, all of it signed. Who is called is scripted, or in the test's hand; so is
 * what goes wrong.
 */
export class FakeTwilio {
  private readonly journal = new Journal();
  private readonly roads = new Roads();
  private readonly people: People;
  private readonly webhooks: Webhooks;
  private readonly switchboard: Switchboard;
  private readonly texting: Texting;
  private readonly hazards: Hazards;
  private readonly server: RestServer;

  private constructor(
    private readonly account: Account,
    isRealTime: boolean,
  ) {
    const { journal, roads } = this;
    this.people = new People('rings');
    this.webhooks = new Webhooks(account, journal, roads);
    const passing = isRealTime ? REAL : STANDING;
    const network = { account, journal, roads, passing, webhooks: this.webhooks };
    this.switchboard = new Switchboard(network, this.people);
    this.texting = new Texting(account, this.webhooks, journal);
    this.hazards = new Hazards(account, this.switchboard, this.texting);
    this.server = new RestServer(account, this.switchboard, this.hazards);
  }

  static async start({ port = 0, realTime = false, ...terms }: Start): Promise<FakeTwilio> {
    const fake = new FakeTwilio(new Account(terms), realTime);
    await fake.server.open(port);
    return fake;
  }

  /** @throws Error what failed of the fake itself, or of a scripted person, meanwhile. */
  async stop(): Promise<void> {
    await this.server.close();
    this.switchboard.close();
  }

  /** What `TWILIO_API_BASE_URL` is to be. */
  get origin(): string {
    return this.server.origin;
  }

  /** All calls there ever were, the oldest first: when and by which fields they were ordered, what they were given, and what we were told. */
  get calls(): readonly TwilioCall[] {
    return this.account.calls;
  }

  /** All texts we sent. */
  get texts(): readonly TwilioText[] {
    return this.account.texts;
  }

  /** All calls that were ordered to say something and no more: to whom, and what. */
  get announcements(): { to: string; text: string }[] {
    return this.calls.flatMap(({ to, announcement }) =>
      announcement === undefined ? [] : [{ to, text: announcement }],
    );
  }

  /** What is set for the number of the account: where calls and texts to it are told. */
  get number(): NumberSettings {
    return this.account.number.settings;
  }

  /** What happens when this number is called, from now on. */
  person(number: string, behaviour: Behaviour): void {
    this.people.behave(number, behaviour);
  }

  /** What happens at all other numbers; they ring until a test does something about it, unless it is said. */
  everybody(behaviour: Behaviour): void {
    this.people.behaveAll(behaviour);
  }

  /** The oldest call that rings there, in the test's hand; waits for one. */
  ringing(number: string): Promise<Ring> {
    return this.switchboard.ringing(number);
  }

  /** Somebody calls us. `verstat` is how far the network vouches for their number. */
  callIn(from: string, { verstat = 'TN-Validation-Passed-A', behaviour }: CallIn = {}): Promise<Line> {
    return this.switchboard.comeIn(from, verstat, behaviour);
  }

  /** Somebody texts us. Resolves with what we answered. */
  textIn(from: string, body: string): Promise<Answered> {
    return this.texting.comeIn(from, body);
  }

  /** What a call has cost, as in `-0.0140`: Twilio knows it some time after the end. */
  bill(sid: string, price: string): void {
    this.account.call(sid)!.price = price;
  }

  /** Goes wrong with orders to come: with the next call, unless something else is said. */
  does(fault: OrderFault, { number, times, of = 'calls' }: WhichOrders = {}): void {
    this.hazards.orders.add(fault, ({ kind, to }) => kind === of && (!number || to === number), times);
  }

  /** Goes wrong with listings of calls to come. */
  lists(fault: ListFault, { number, times }: Which = {}): void {
    this.hazards.listings.add({ fault, known: this.calls.length }, (to) => !number || to === number, times);
  }

  /** Goes wrong with webhooks to come: with the next event of a call, unless something else is said. */
  tells(fault: WebhookFault, { number, times, about }: WhichWebhooks = {}): void {
    const isMeant = (kind: string) => (about ? kind === about : EVENTS.has(kind));
    this.webhooks.faults.add(fault, (one) => isMeant(one.about) && (!number || one.number === number), times);
  }

  /** Sends what was kept back as late. */
  tellsLate(): Promise<void> {
    return this.webhooks.tellLate();
  }

  /** Sends the very same once more. */
  repeats(exchange: Exchange): Promise<Exchange> {
    return this.webhooks.repeat(exchange);
  }

  /** Nothing goes wrong any more. */
  behaves(): void {
    for (const script of [this.hazards.orders, this.hazards.listings, this.webhooks.faults]) script.clear();
  }

  /** Its API cannot be reached until it comes back. What is under way goes on. */
  goesDown(): Promise<void> {
    return this.server.close();
  }

  comesBack(): Promise<void> {
    return this.server.open();
  }

  /**
   * Our address outside, such as `https://callivate.test`, is reached at this one: as through a proxy at which TLS ends. What is signed is
   * the address outside.
   */
  reaches(from: string, at: string): void {
    this.roads.lead(from, at);
  }

  /** Resolves when no webhook is under way. */
  quiet(): Promise<void> {
    return this.webhooks.quiet();
  }

  watch(watcher: Watcher): void {
    this.journal.watch(watcher);
  }
}

interface CallIn {
  verstat?: string;
  /** In the test's hand unless it is said. */
  behaviour?: Exclude<Behaviour, string>;
}

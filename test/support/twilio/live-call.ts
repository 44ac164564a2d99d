import type { Account } from './account';
import type { CallStatus, StatusEvent, TwilioCall, WebhookKind } from './call';
import { fieldList } from './fields';
import type { Journal } from './journal';
import type { Passing } from './passing';
import { Line } from './people/line';
import type { Roads } from './roads';
import { Interpreter } from './twiml/interpreter';
import { readTwiml, type Twiml, TwimlTrouble } from './twiml/twiml';
import { callParameters, statusParameters } from './webhooks/parameters';
import type { Webhooks } from './webhooks/webhooks';

/** A call is billed so long after its end, in seconds, where time passes. */
const BILLED_AFTER = 10;
const PRICE_OF_A_MINUTE = 0.014;

const USUAL_TIMEOUT = 60;
const USUAL_TIME_LIMIT = 4 * 60 * 60;

/** What a call that cannot go on says, in Twilio's own words. */
const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';

type Ending = 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** As SIP says it. */
const SIP_CODES: Record<Ending, number> = {
  completed: 200,
  busy: 486,
  'no-answer': 487,
  failed: 404,
  canceled: 487,
};

/** What calls live by. */
export interface Network {
  account: Account;
  webhooks: Webhooks;
  journal: Journal;
  passing: Passing;
  roads: Roads;
}

/** A call under way: it rings, is answered, goes by our TwiML, ends, and tells us of each. */
export class LiveCall {
  readonly line: Line;
  /** Whether the phone rings and we have been told. */
  isRinging = false;
  private sequence = 0;
  private talk: Promise<void> = Promise.resolve();
  private ending: Promise<void> | null = null;
  private readonly hungUp = new AbortController();

  constructor(
    readonly call: TwilioCall,
    private readonly network: Network,
  ) {
    const { journal } = network;
    this.line = new Line(
      () => this.end('completed'),
      (who, words) => journal.tell(who, call.person, words),
    );
  }

  /** Resolves when the phone rings and we have been told. */
  async ring(): Promise<void> {
    const { call, network } = this;
    call.startedAt = network.account.now();
    await this.tell('initiated');
    if (call.isOver) return;
    this.move('ringing');
    await this.tell('ringing');
    if (call.isOver) return;
    this.isRinging = true;
    network.journal.tell('rings', call.person, '');
    const timeout = Number(call.field('Timeout') ?? USUAL_TIMEOUT);
    const giveUp = () => void (this.isRinging && this.end('no-answer'));
    network.passing.after(timeout, giveUp, this.hungUp.signal);
  }

  /** The person answers. Resolves when we have been told, and are being asked what to say. */
  async pickUp(): Promise<Line> {
    if (!this.isRinging) throw new Error('It does not ring.');
    this.answer();
    await this.tell('answered');
    if (!this.call.isOver) this.converse(() => this.first());
    return this.line;
  }

  /** A call to us: we are asked before anybody answers it, so that we may turn it away. */
  async comeIn(url: string, method: string | undefined): Promise<void> {
    this.move('ringing');
    this.call.startedAt = this.network.account.now();
    const first = this.fetch('voice', url, method);
    const [verb] = (await first.catch(() => null))?.verbs ?? [];
    if (verb?.name === 'Reject') return this.end(verb.attributes.reason === 'busy' ? 'busy' : 'no-answer');
    if (this.call.isOver) return;
    this.answer();
    this.converse(() => first);
  }

  /** Ends it, once: whoever comes second waits for the same end. Resolves when we have been told. */
  end(status: Ending): Promise<void> {
    this.ending ??= this.finish(status);
    return this.ending;
  }

  /** Nobody is told any more. */
  abandon(): void {
    this.hungUp.abort();
    this.line.end();
  }

  private answer(): void {
    const { account, passing } = this.network;
    this.isRinging = false;
    this.move('in-progress');
    this.call.answeredAt = account.now();
    const limit = Number(this.call.field('TimeLimit') ?? USUAL_TIME_LIMIT);
    passing.after(limit, () => void this.end('completed'), this.hungUp.signal);
  }

  private converse(first: () => Promise<Twiml>): void {
    this.talk = this.carryOut(first);
    void this.talk.then(() => this.end('completed'));
  }

  private async carryOut(first: () => Promise<Twiml>): Promise<void> {
    const { call, line, network, hungUp } = this;
    const stage = { ...network, call, line, hungUp: hungUp.signal, fetch: this.fetch.bind(this) };
    try {
      await new Interpreter(stage).run(await first());
    } catch (error) {
      this.note(error as Error);
      if (!call.isOver) line.speak(APPLICATION_ERROR);
    }
  }

  /** Writes down what went wrong, as Twilio's debugger would; code 0 is a failure of this fake. */
  private note(error: Error): void {
    const trouble =
      error instanceof TwimlTrouble ? { code: error.code, text: error.message } : { code: 0, text: `${error.stack}` };
    this.call.notifications.push(trouble);
    this.network.journal.tell('trouble', this.call.person, `${trouble.code}: ${trouble.text}`);
  }

  private async first(): Promise<Twiml> {
    const { call } = this;
    const inline = call.field('Twiml');
    return inline ? this.read(inline, '', 'POST') : this.fetch('voice', call.field('Url')!, call.field('Method'));
  }

  private async fetch(
    about: WebhookKind,
    url: string,
    method: string | undefined,
    more: Record<string, string> = {},
  ): Promise<Twiml> {
    const { call, network } = this;
    const way = method === 'GET' ? 'GET' : 'POST';
    const parameters = { ...callParameters(call, network.account), ...more };
    const webhook = { about, url, method: way, parameters, number: call.person, exchanges: call.exchanges } as const;
    const answer = await network.webhooks.ask(webhook);
    if (!answer || answer.status >= 300)
      throw new TwimlTrouble(11200, `${about} was answered ${answer?.status ?? 'not'}.`);
    if (!/\b(xml|html)\b/.test(answer.contentType))
      throw new TwimlTrouble(12300, `${about} was answered with ${answer.contentType || 'no content type'}.`);
    return this.read(answer.body, url, way);
  }

  private read(xml: string, url: string, method: 'GET' | 'POST'): Twiml {
    const twiml = { url, method, verbs: readTwiml(xml) };
    this.call.documents.push(twiml);
    return twiml;
  }

  private async finish(status: Ending): Promise<void> {
    const { call, network } = this;
    this.isRinging = false;
    call.sipCode = SIP_CODES[status];
    call.endedAt = network.account.now();
    this.move(status);
    this.hungUp.abort();
    await this.talk;
    await this.tell('completed');
    network.journal.tell('over', call.person, status);
    this.line.end();
    network.passing.after(BILLED_AFTER, () => {
      call.price ??= (-PRICE_OF_A_MINUTE * Math.ceil((call.seconds ?? 0) / 60)).toFixed(4);
    });
  }

  private move(status: CallStatus): void {
    this.call.status = status;
    this.call.updatedAt = this.network.account.now();
  }

  private async tell(event: StatusEvent): Promise<void> {
    const { call, network } = this;
    const url = this.statusUrl(event);
    if (!url) return;
    const parameters = statusParameters(call, event, this.sequence, network.account);
    this.sequence += 1;
    const method = call.field('StatusCallbackMethod') === 'GET' ? 'GET' : 'POST';
    await network.webhooks.tell({
      about: event,
      url,
      method,
      parameters,
      number: call.person,
      exchanges: call.exchanges,
    });
  }

  /** Of an order we are told the events it asks for, or its end alone; of a call to us the end. */
  private statusUrl(event: StatusEvent): string | undefined {
    const { call, network } = this;
    if (call.direction === 'inbound')
      return event === 'completed' ? network.account.number.settings.StatusCallback : undefined;
    const asked = fieldList(call.fields, 'StatusCallbackEvent');
    return (asked.length ? asked : ['completed']).includes(event) ? call.field('StatusCallback') : undefined;
  }
}

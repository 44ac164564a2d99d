import { setImmediate } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio';
import type { Account } from '../account';
import type { Exchange, WebhookKind } from '../call';
import { Script, type WebhookFault } from '../faults';
import type { Journal } from '../journal';
import type { Roads } from '../roads';
import { type Answer, deliver } from './deliver';

/** So long Twilio waits for an answer, in milliseconds. */
const WAITS = 15_000;

export interface Webhook {
  about: WebhookKind;
  url: string;
  method: 'GET' | 'POST';
  parameters: Record<string, string>;
  /** Whose call or text it is about. */
  number: string;
  /** Where it is written down. */
  exchanges: Exchange[];
}

type Send = () => Promise<Exchange>;

/** Sends webhooks, signed as the SDK checks it, and does wrong what a test has scripted. */
export class Webhooks {
  readonly faults = new Script<WebhookFault, Webhook>();
  private readonly late: Send[] = [];
  /** By the call they are about. */
  private readonly overtaken = new Map<string, Send>();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  constructor(
    private readonly account: Account,
    private readonly journal: Journal,
    private readonly roads: Roads,
  ) {}

  /** Tells of something. What is answered is of no matter. */
  async tell(webhook: Webhook): Promise<void> {
    const fault = this.faults.take(webhook);
    const send = () => this.send(webhook, fault);
    const about = webhook.parameters.CallSid ?? '';
    if (fault === 'drop') return;
    if (fault === 'late') return void this.late.push(send);
    if (fault === 'reorder') return void this.overtaken.set(about, send);
    await send();
    if (fault === 'duplicate') await send();
    await this.overtaken.get(about)?.();
    this.overtaken.delete(about);
  }

  /** Asks what to do, and gives what was answered, to the second time where it was asked twice; nothing when no answer came. */
  async ask(webhook: Webhook): Promise<Answer | null> {
    const fault = this.faults.take(webhook);
    if (fault === 'late' || fault === 'reorder') throw new Error(`A question for TwiML cannot be ${fault}.`);
    if (fault === 'drop') return null;
    if (fault === 'duplicate') await this.send(webhook, fault);
    return (await this.send(webhook, fault)).answer;
  }

  /** Sends what was kept back as late. */
  async tellLate(): Promise<void> {
    for (const send of this.late.splice(0)) await send();
  }

  /** Sends the very same again, as somebody might who has seen it. */
  repeat(exchange: Exchange): Promise<Exchange> {
    return this.deliver({ ...exchange, answer: null }, 0);
  }

  /** Resolves when nothing is under way, nor follows at once from what was answered. */
  async quiet(): Promise<void> {
    do {
      await Promise.all(this.underWay);
      await setImmediate();
    } while (this.underWay.size > 0);
  }

  close(): void {
    this.closing.abort();
  }

  private async send(webhook: Webhook, fault: WebhookFault | undefined): Promise<Exchange> {
    const { about, method, parameters, exchanges } = webhook;
    const isGet = method === 'GET';
    const url = isGet ? withQuery(webhook.url, parameters) : webhook.url;
    const token = fault === 'wrong-signature' ? `not ${this.account.token}` : this.account.token;
    const signature = getExpectedTwilioSignature(token, url, isGet ? {} : parameters);
    const exchange: Exchange = { about, method, url, signature, parameters, at: this.account.now(), answer: null };
    exchanges.push(exchange);
    await this.deliver(exchange, typeof fault === 'object' ? fault.slow : 0);
    this.journal.tell('webhook', webhook.number, `${about} → ${exchange.answer?.status ?? 'no answer'}`);
    return exchange;
  }

  private async deliver(exchange: Exchange, slow: number): Promise<Exchange> {
    const { method, url, signature, parameters } = exchange;
    const body = method === 'GET' ? '' : new URLSearchParams(parameters).toString();
    const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(WAITS)]);
    const delivered = deliver({ method, road: this.roads.to(url), signature, body, slow }, signal);
    this.underWay.add(delivered);
    exchange.answer = await delivered.finally(() => this.underWay.delete(delivered));
    return exchange;
  }
}

function withQuery(url: string, parameters: Record<string, string>): string {
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(parameters)}`;
}

import type { Account } from './account';
import type { Exchange } from './call';
import type { Journal } from './journal';
import { newSid } from './sids';
import { TwilioText } from './text';
import { readTwiml } from './twiml/twiml';
import { textParameters } from './webhooks/parameters';
import type { Webhooks } from './webhooks/webhooks';

/** How we answered a text. */
export interface Answered {
  /** Nothing when we did not answer. */
  status: number | undefined;
  /** What we had texted back. */
  replies: string[];
  exchange: Exchange;
}

/** Words after which Twilio itself lets no more texts through, and after which it does again. */
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i;
const START = /^(start|yes|unstop)$/i;

/** Texts from us to people, and from people to us. */
export class Texting {
  constructor(
    private readonly account: Account,
    private readonly webhooks: Webhooks,
    private readonly journal: Journal,
  ) {}

  send(text: TwilioText): void {
    this.account.texts.push(text);
    this.journal.tell('text', text.to, text.body);
  }

  async comeIn(from: string, body: string): Promise<Answered> {
    const { account } = this;
    const { SmsUrl: url, SmsMethod } = account.number.settings;
    if (!url) throw new Error('The number of the account has no SmsUrl.');
    if (STOP.test(body.trim())) account.stopped.add(from);
    if (START.test(body.trim())) account.stopped.delete(from);
    const method = SmsMethod === 'GET' ? 'GET' : 'POST';
    const parameters = textParameters(newSid('SM'), from, body, account);
    const exchanges: Exchange[] = [];
    const answer = await this.webhooks.ask({ about: 'sms', url, method, parameters, number: from, exchanges });
    const replies = answer && answer.status < 300 ? repliesIn(answer.body) : [];
    for (const reply of replies) this.reply(from, reply);
    return { status: answer?.status, replies, exchange: exchanges.at(-1)! };
  }

  /** Nothing reaches who wants nothing, not even an answer. */
  private reply(to: string, body: string): void {
    const { account } = this;
    if (account.stopped.has(to)) return;
    this.send(new TwilioText(account.number.phoneNumber, to, body, account.now(), {}));
  }
}

/** An answer may be empty. */
function repliesIn(twiml: string): string[] {
  if (!twiml.trim()) return [];
  return readTwiml(twiml).flatMap(({ name, text }) => (name === 'Message' ? [text.trim()] : []));
}

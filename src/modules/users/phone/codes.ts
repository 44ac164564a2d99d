import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, SECOND } from '../../../kernel/clock';
import { spokenLanguage } from '../../../kernel/languages';
import { Config } from '../../../platform/config';
import { UnitOfWork } from '../../../platform/database';
import { type Count, Counters, masked, Pace, prefixOf, Telephony } from '../../../platform/telephony';
import { CODES_TO_NUMBER, CODES_TO_PREFIX, codeOf, digitByDigit } from '../domain/phone-code';
import { telephoneNotAvailable } from '../users.problems';
import { budgetSpent, codeNotSent, codesUsedUp } from './phone.problems';

/** A code, to whom and by which way. */
export interface Letter {
  userId: string;
  number: string;
  numberIndex: string;
  code: string;
  by: 'sms' | 'call';
  language: string;
}

const TEXTS = {
  en: (code: string) =>
    `${code} is your Callivate code. It is valid for 10 minutes. Nobody from Callivate will ask you for it. Reply STOP to stop.`,
  de: (code: string) =>
    `${code} ist Ihr Callivate-Code. Er gilt 10 Minuten. Niemand von Callivate fragt Sie danach. STOP beendet alles.`,
};

const SPOKEN = {
  en: (code: string) => `This is Callivate, an automated assistant. Your code is: ${digitByDigit(code)}.`,
  de: (code: string) => `Hier ist Callivate, ein automatischer Assistent. Ihr Code lautet: ${digitByDigit(code)}.`,
};

/** Sends codes: at a pace, within a budget, and few to one number or to its neighbours, so that nobody can make money of them. */
@Injectable()
export class Codes {
  private readonly logger = new Logger('Codes');

  constructor(
    private readonly telephony: Telephony,
    private readonly pace: Pace,
    private readonly counters: Counters,
    private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Six digits nobody can foresee. */
  newCode(): string {
    return codeOf(randomInt(1_000_000));
  }

  /**
   * Resolves when the provider has taken it. Without a provider the code stands in the log, on a machine that is nobody's but its
   * developer's.
   * @throws Problem when it may not or could not be sent
   */
  async send(letter: Letter): Promise<void> {
    if (this.telephony.isConfigured) return this.sendByProvider(letter);
    if (this.config.isProduction) throw telephoneNotAvailable('/number');
    this.logger.log({ userId: letter.userId, to: masked(letter.number), code: letter.code }, 'A code would be sent');
  }

  /** What was certainly not sent counts for nothing: it may be asked for again at once. */
  private async sendByProvider(letter: Letter): Promise<void> {
    const counts = this.countsOf(letter);
    await this.work.run(() => this.count(counts));
    const outcome = letter.by === 'sms' ? await this.text(letter) : await this.call(letter);
    if (outcome === 'sent' || outcome === 'placed' || outcome === 'unclear') return;
    await this.counters.add(counts.map((count) => ({ ...count, amount: -count.amount })));
    throw codeNotSent();
  }

  /**
   * Before it is sent; and looked at after it was counted, which is when whoever counts the same is done: a crowd of requests at once
   * gets no more than it would one by one. What is refused is not counted.
   */
  private async count(counts: Count[]): Promise<void> {
    if (!(await this.pace.takeAhead())) throw codeNotSent();
    await this.counters.add(counts);
    const [toNumber = 0, toPrefix = 0, ofPerson = 0, ofAll = 0] = await this.counters.read(counts);
    const now = this.clock.now();
    if (toNumber > CODES_TO_NUMBER || toPrefix > CODES_TO_PREFIX) throw codesUsedUp(secondsUntil(tomorrow(now), now));
    const { CALL_BUDGET_MONTHLY, CALL_BUDGET_PERSON_MONTHLY } = this.config;
    if (ofPerson > CALL_BUDGET_PERSON_MONTHLY || ofAll > CALL_BUDGET_MONTHLY)
      throw budgetSpent(secondsUntil(nextMonth(now), now));
  }

  private countsOf({ userId, number, numberIndex, by }: Letter): Count[] {
    const price = by === 'sms' ? this.config.TEXT_PRICE : this.config.CALL_PRICE_PER_MINUTE;
    return [
      { kind: 'codes-to-number', key: numberIndex, amount: 1 },
      { kind: 'codes-to-prefix', key: prefixOf(number), amount: 1 },
      { kind: 'spent-by-person', key: userId, amount: price },
      { kind: 'spent', key: 'all', amount: price },
    ];
  }

  private async text({ number, code, language }: Letter): Promise<string> {
    return (await this.telephony.text(number, TEXTS[spokenLanguage(language)](code))).kind;
  }

  private async call({ number, code, language }: Letter): Promise<string> {
    const text = SPOKEN[spokenLanguage(language)](code);
    return (await this.telephony.announce({ to: number, text, language })).kind;
  }
}

/** Days and months of what is counted are those of UTC. */
function tomorrow(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}

function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.ceil((moment.getTime() - now.getTime()) / SECOND);
}

import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { spokenLanguage } from '../../../kernel/languages';
import { Config } from '../../../platform/config';
import { UnitOfWork } from '../../../platform/database';
import { Counters, masked, Pace, prefixOf, Telephony } from '../../../platform/telephony';
import { CODES_TO_NUMBER, CODES_TO_PREFIX, codeOf, digitByDigit } from '../domain/phone-code';
import { telephoneNotAvailable } from '../users.problems';
import { codeNotSent, codesUsedUp } from './phone.problems';

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

  private async sendByProvider(letter: Letter): Promise<void> {
    const price = letter.by === 'sms' ? this.config.TEXT_PRICE : this.config.CALL_PRICE_PER_MINUTE;
    await this.work.run(() => this.count(letter, price));
    const outcome = letter.by === 'sms' ? await this.text(letter) : await this.call(letter);
    if (outcome === 'sent' || outcome === 'placed' || outcome === 'unclear') return;
    await this.counters.add(spent(letter, -price));
    throw codeNotSent();
  }

  /** Before it is sent, so that a crowd of requests at once is counted too. */
  private async count(letter: Letter, price: number): Promise<void> {
    const { userId, number, numberIndex } = letter;
    const [toNumber, toPrefix, ofPerson, ofAll] = (await this.counters.read([
      { kind: 'codes-to-number', key: numberIndex },
      { kind: 'codes-to-prefix', key: prefixOf(number) },
      { kind: 'spent-by-person', key: userId },
      { kind: 'spent', key: 'all' },
    ])) as [number, number, number, number];
    if (toNumber >= CODES_TO_NUMBER || toPrefix >= CODES_TO_PREFIX) throw codesUsedUp();
    const { CALL_BUDGET_MONTHLY, CALL_BUDGET_PERSON_MONTHLY } = this.config;
    if (ofPerson + price > CALL_BUDGET_PERSON_MONTHLY || ofAll + price > CALL_BUDGET_MONTHLY) throw codeNotSent();
    if (!(await this.pace.takeAhead())) throw codeNotSent();
    await this.counters.add([
      { kind: 'codes-to-number', key: numberIndex, amount: 1 },
      { kind: 'codes-to-prefix', key: prefixOf(number), amount: 1 },
      ...spent(letter, price),
    ]);
  }

  private async text({ number, code, language }: Letter): Promise<string> {
    return (await this.telephony.text(number, TEXTS[spokenLanguage(language)](code))).kind;
  }

  private async call({ number, code, language }: Letter): Promise<string> {
    const text = SPOKEN[spokenLanguage(language)](code);
    return (await this.telephony.announce({ to: number, text, language })).kind;
  }
}

function spent({ userId }: Letter, amount: number) {
  return [
    { kind: 'spent' as const, key: 'all', amount },
    { kind: 'spent-by-person' as const, key: userId, amount },
  ];
}

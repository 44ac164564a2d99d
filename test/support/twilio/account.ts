import type { TwilioCall } from './call';
import { newSid } from './sids';
import type { TwilioText } from './text';

export interface Terms {
  accountSid: string;
  authToken: string;
  /** The number of the account, E.164. */
  from: string;
  /** The present moment, as Twilio sees it; the machine's clock unless a test gives its own. */
  now?: () => Date;
  /** More calls than this are refused with 429; unless it is said, all are taken. */
  callsPerSecond?: number;
  /** Where calls may go, by ISO codes. */
  countries?: string[];
}

/** What is set for the number of the account, by its name in forms. */
export type NumberSettings = Partial<
  Record<'VoiceUrl' | 'VoiceMethod' | 'SmsUrl' | 'SmsMethod' | 'StatusCallback' | 'FriendlyName', string>
>;

/** An account as Twilio keeps it: its number, its calls and texts, and what is allowed to it. */
export class Account {
  readonly sid: string;
  readonly token: string;
  readonly calls: TwilioCall[] = [];
  readonly texts: TwilioText[] = [];
  readonly number: {
    sid: string;
    phoneNumber: string;
    capabilities: Record<string, boolean>;
    settings: NumberSettings;
  };
  readonly countries: Set<string>;
  /** Who has texted STOP: no text goes there. */
  readonly stopped = new Set<string>();
  readonly openedAt: Date;
  readonly callsPerSecond: number;
  readonly now: () => Date;

  constructor({
    accountSid,
    authToken,
    from,
    now = () => new Date(),
    callsPerSecond,
    countries = ['US', 'CA'],
  }: Terms) {
    this.sid = accountSid;
    this.token = authToken;
    this.now = now;
    this.openedAt = now();
    this.callsPerSecond = callsPerSecond ?? Number.POSITIVE_INFINITY;
    this.countries = new Set(countries);
    const capabilities = { voice: true, sms: true, mms: false, fax: false };
    this.number = { sid: newSid('PN'), phoneNumber: from, capabilities, settings: {} };
  }

  get uri(): string {
    return `/2010-04-01/Accounts/${this.sid}`;
  }

  call(sid: string): TwilioCall | undefined {
    return this.calls.find((call) => call.sid === sid);
  }
}

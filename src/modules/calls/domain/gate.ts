import { isProvenLately } from '../../../kernel/number-proof';
import type { LineName, Purpose } from './call';
import { isLate } from './lateness';

export type RefusalCode =
  | 'suppressed'
  | 'no-line'
  | 'number-not-verified'
  | 'number-not-proven-lately'
  | 'country-not-allowed'
  | 'number-type-not-allowed'
  | 'no-consent'
  | 'silent'
  | 'time-zone-unknown'
  | 'outside-window'
  | 'daily-cap'
  | 'number-cap'
  | 'prefix-cap'
  | 'person-budget'
  | 'budget'
  | 'provider-away'
  | 'unreadable'
  | 'checked-in'
  | 'gone'
  | 'paused'
  | 'late'
  | 'joined'
  | 'nobody';

/** Why a call is not made: a code for programs and a sentence for the person. */
export interface Refusal {
  code: RefusalCode;
  reason: string;
}

/** So often, over all people who ever had it, may one number be called in a day. */
const NUMBER_CAP = 15;

/** So often may the numbers of one prefix, ten thousand of them, be called in an hour. */
const PREFIX_CAP = 120;

/** How often a person may be rung in 24 hours, however many habits they have. */
export const DAILY_CAP: Record<LineName, number> = { browser: 60, telephone: 10 };

/** What is known of the person when the phone is about to ring. */
export interface PersonAtGate {
  suppressed: boolean;
  silentUntil: Date | null;
  /** Whether now lies inside their calling window; null when their time zone is not known. */
  insideWindow: boolean | null;
  appRings: 'any-hour' | 'calling-window';
  callsInLastDay: number;
  /** What there is to say of their telephone; null when it could not be read. Not asked for where the app rings. */
  telephone?: TelephoneAtGate | null;
}

/** What must be known to be well before a telephone rings. Money is in the currency of the account. */
export interface TelephoneAtGate {
  /** Whether there is a line, and whether it answers. */
  hasLine: boolean;
  isAway: boolean;
  /** The number they verified, if any: where it is, what it is, and when somebody was last heard there. */
  phone: { country: string; type: string; humanAt: Date; suppressed: boolean } | null;
  /** They have agreed to be called at this number. */
  consented: boolean;
  countries: readonly string[];
  callsToNumber: number;
  callsToPrefix: number;
  spentByPerson: number;
  spent: number;
  budgetOfPerson: number;
  budget: number;
  /** What the call may cost at most. */
  price: number;
}

/** One thing the call would be about. */
export interface ItemAtGate {
  /** Still asks for an answer. */
  open: boolean;
  /** Its habit was deleted, or asks for another time now. */
  gone?: boolean;
  /** Its habit is paused or archived. */
  resting: boolean;
  lateAfter: Date;
}

const SENTENCES: Record<RefusalCode, string> = {
  suppressed: 'You asked us not to call.',
  'no-line': 'There is no telephone line just now.',
  'number-not-verified': 'You have not verified a telephone number.',
  'number-not-proven-lately': 'Nobody has answered at your number for 45 days: please verify it again.',
  'country-not-allowed': 'We do not call numbers of this country.',
  'number-type-not-allowed': 'We do not call numbers of this kind.',
  'no-consent': 'You have not agreed to be called at this number.',
  silent: 'You asked for silence until later.',
  'time-zone-unknown': 'We do not know your time zone.',
  'outside-window': 'It was outside your calling hours.',
  'daily-cap': 'We have called you as often as we may in one day.',
  'number-cap': 'This number was called as often as it may be in one day.',
  'prefix-cap': 'Too many calls went to numbers like yours within the hour.',
  'person-budget': 'Your calls have cost as much as they may this month.',
  budget: 'Our calls have cost as much as they may this month.',
  'provider-away': 'The telephone network does not answer us.',
  unreadable: 'We could not make sure that we may call you.',
  gone: 'The habit was deleted, or its time was changed.',
  'checked-in': 'It was checked in already.',
  paused: 'The habit is paused.',
  late: 'We were too late to call.',
  joined: 'It was asked about in a call that was answered just before.',
  nobody: 'The account is no more.',
};

export function refusal(code: RefusalCode): Refusal {
  return { code, reason: SENTENCES[code] };
}

/**
 * Whether this person may be rung at all, now. Everything must be known to be well: what cannot be read is a refusal.
 * Asking to be called now puts aside the calling window and nothing else.
 */
export function personRefusal(
  person: PersonAtGate | undefined,
  line: LineName,
  purpose: Purpose,
  now: Date,
): Refusal | null {
  if (!person) return refusal('nobody');
  if (person.suppressed) return refusal('suppressed');
  const asked = purpose === 'now' || purpose === 'test';
  if (!asked) {
    const wanted = hoursRefusal(person, line, now);
    if (wanted) return wanted;
  }
  if (line === 'telephone') {
    const barred = telephoneRefusal(person.telephone, now);
    if (barred) return barred;
  }
  return person.callsInLastDay >= DAILY_CAP[line] ? refusal('daily-cap') : null;
}

/** Whether one thing still belongs into the call. */
export function itemRefusal(item: ItemAtGate, now: Date): Refusal | null {
  if (item.gone) return refusal('gone');
  if (!item.open) return refusal('checked-in');
  if (item.resting) return refusal('paused');
  return isLate(item.lateAfter, now) ? refusal('late') : null;
}

/** What was agreed to, then whom we would call, then what it costs, and at last whether it can be done. */
function telephoneRefusal(telephone: TelephoneAtGate | null | undefined, now: Date): Refusal | null {
  if (!telephone) return refusal('unreadable');
  const { phone, consented, hasLine, isAway } = telephone;
  if (!hasLine) return refusal('no-line');
  if (!phone) return refusal('number-not-verified');
  if (phone.suppressed) return refusal('suppressed');
  if (!consented) return refusal('no-consent');
  return numberRefusal(phone, telephone, now) ?? moneyRefusal(telephone) ?? (isAway ? refusal('provider-away') : null);
}

function numberRefusal(
  { country, type, humanAt }: NonNullable<TelephoneAtGate['phone']>,
  { countries, callsToNumber, callsToPrefix }: TelephoneAtGate,
  now: Date,
): Refusal | null {
  if (!countries.includes(country)) return refusal('country-not-allowed');
  if (type !== 'mobile' && type !== 'fixed-line') return refusal('number-type-not-allowed');
  if (!isProvenLately(humanAt, now)) return refusal('number-not-proven-lately');
  if (callsToNumber >= NUMBER_CAP) return refusal('number-cap');
  return callsToPrefix >= PREFIX_CAP ? refusal('prefix-cap') : null;
}

function moneyRefusal({ price, spentByPerson, budgetOfPerson, spent, budget }: TelephoneAtGate): Refusal | null {
  if (spentByPerson + price > budgetOfPerson) return refusal('person-budget');
  return spent + price > budget ? refusal('budget') : null;
}

/** The telephone keeps to the window always, the browser when the person says so. */
function hoursRefusal(person: PersonAtGate, line: LineName, now: Date): Refusal | null {
  if (person.silentUntil && person.silentUntil > now) return refusal('silent');
  if (person.insideWindow === null) return refusal('time-zone-unknown');
  const keepsToWindow = line === 'telephone' || person.appRings === 'calling-window';
  return keepsToWindow && !person.insideWindow ? refusal('outside-window') : null;
}

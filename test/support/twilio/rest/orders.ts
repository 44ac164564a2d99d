import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Account } from '../account';
import { TwilioCall } from '../call';
import { type Fields, field } from '../fields';
import { TwilioText } from '../text';
import { Refusal } from './refusal';

const LONGEST_TIMEOUT = 600;
const LONGEST_TEXT = 1600;

/** A call as it was ordered. @throws Refusal where Twilio would not make it. */
export function orderedCall(fields: Fields, account: Account): TwilioCall {
  const to = field(fields, 'To');
  const from = field(fields, 'From');
  if (!to) throw Refusal.of(21201);
  if (!from) throw Refusal.of(21213);
  if (from !== account.number.phoneNumber) throw Refusal.of(21210);
  checkReach(to, account, 21215);
  if (!field(fields, 'Twiml') && !isUrl(field(fields, 'Url'))) throw Refusal.of(21205);
  const callback = field(fields, 'StatusCallback');
  if (callback && !isUrl(callback)) throw Refusal.of(21205);
  const timeout = Number(field(fields, 'Timeout') ?? 60);
  if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT)) throw Refusal.of(21208);
  checkPace(account);
  return new TwilioCall('outbound-api', from, to, account.now(), fields);
}

/** A text as it was ordered. @throws Refusal where Twilio would not send it. */
export function orderedText(fields: Fields, account: Account): TwilioText {
  const to = field(fields, 'To');
  const from = field(fields, 'From');
  const body = field(fields, 'Body');
  if (!to) throw Refusal.of(21604);
  if (from !== account.number.phoneNumber) throw Refusal.of(21606);
  checkReach(to, account, 21408);
  if (!body) throw Refusal.of(21602);
  if (body.length > LONGEST_TEXT) throw Refusal.of(21617);
  if (account.stopped.has(to)) throw Refusal.of(21610);
  return new TwilioText(from, to, body, account.now(), fields);
}

function checkReach(to: string, account: Account, forbidden: 21215 | 21408): void {
  const number = parsePhoneNumberFromString(to);
  if (!number?.isPossible() || number.number !== to) throw Refusal.of(21211);
  if (!number.country || !account.countries.has(number.country)) throw Refusal.of(forbidden);
}

function checkPace({ calls, callsPerSecond, now }: Account): void {
  const lately = now().getTime() - 1000;
  const taken = calls.filter(({ direction, createdAt }) => direction !== 'inbound' && createdAt.getTime() > lately);
  if (taken.length >= callsPerSecond) throw Refusal.of(20429);
}

function isUrl(text: string | undefined): boolean {
  return text !== undefined && /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

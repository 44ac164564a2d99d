import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Account } from '../account';
import type { StatusEvent, TwilioCall } from '../call';
import { rfc2822 } from '../rest/shapes';

/** What every webhook of a call says. */
export function callParameters(call: TwilioCall, account: Account): Record<string, string> {
  return {
    AccountSid: account.sid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    ...ends(call.from, call.to),
    Caller: call.from,
    Called: call.to,
    ...(call.verstat && { StirVerstat: call.verstat }),
  };
}

/** What is said besides of an event of a call. `sequence` counts those that were told. */
export function statusParameters(
  call: TwilioCall,
  event: StatusEvent,
  sequence: number,
  account: Account,
): Record<string, string> {
  const seconds = call.seconds ?? 0;
  return {
    ...callParameters(call, account),
    ...(event === 'initiated' && { CallStatus: 'initiated' }),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(sequence),
    Timestamp: rfc2822(account.now()),
    ...(event === 'completed' && {
      CallDuration: String(seconds),
      Duration: String(Math.ceil(seconds / 60)),
      SipResponseCode: String(call.sipCode),
    }),
  };
}

/** What the webhook of a text to us says. */
export function textParameters(sid: string, from: string, body: string, account: Account): Record<string, string> {
  return {
    AccountSid: account.sid,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    SmsStatus: 'received',
    ...ends(from, account.number.phoneNumber),
    Body: body,
    NumMedia: '0',
    NumSegments: '1',
  };
}

function ends(from: string, to: string): Record<string, string> {
  return { From: from, FromCountry: countryOf(from), To: to, ToCountry: countryOf(to) };
}

function countryOf(number: string): string {
  return parsePhoneNumberFromString(number)?.country ?? '';
}

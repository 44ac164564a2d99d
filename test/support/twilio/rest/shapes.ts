import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Account } from '../account';
import type { Exchange, TwilioCall } from '../call';
import type { TwilioText } from '../text';

/** As in `Mon, 02 Mar 2026 20:00:00 +0000`: whole seconds, so a call may seem to have been made before it was ordered. */
export function rfc2822(moment: Date): string {
  return moment.toUTCString().replace('GMT', '+0000');
}

export function callShape(call: TwilioCall, account: Account): Record<string, unknown> {
  const uri = `${account.uri}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    account_sid: account.sid,
    parent_call_sid: null,
    from: call.from,
    from_formatted: formatted(call.from),
    to: call.to,
    to_formatted: formatted(call.to),
    phone_number_sid: account.number.sid,
    direction: call.direction,
    status: call.status,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    start_time: call.startedAt && rfc2822(call.startedAt),
    end_time: call.endedAt && rfc2822(call.endedAt),
    duration: call.seconds === null ? null : String(call.seconds),
    price: call.price,
    price_unit: 'USD',
    answered_by: null,
    annotation: null,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    api_version: '2010-04-01',
    uri: `${uri}.json`,
    subresource_uris: { events: `${uri}/Events.json`, notifications: `${uri}/Notifications.json` },
  };
}

export function exchangeShape({ method, url, parameters, at, answer }: Exchange): Record<string, unknown> {
  return {
    request: { method, url, parameters },
    response: answer && {
      response_code: answer.status,
      request_duration: 1,
      content_type: answer.contentType,
      response_body: answer.body,
      date_created: rfc2822(at),
    },
  };
}

export function textShape(text: TwilioText, account: Account): Record<string, unknown> {
  const uri = `${account.uri}/Messages/${text.sid}`;
  return {
    sid: text.sid,
    account_sid: account.sid,
    messaging_service_sid: null,
    from: text.from,
    to: text.to,
    body: text.body,
    status: 'queued',
    direction: 'outbound-api',
    num_segments: String(Math.ceil(text.body.length / 160)),
    num_media: '0',
    date_created: rfc2822(text.at),
    date_updated: rfc2822(text.at),
    date_sent: null,
    price: null,
    price_unit: 'USD',
    error_code: null,
    error_message: null,
    api_version: '2010-04-01',
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

export function accountShape(account: Account): Record<string, unknown> {
  return {
    sid: account.sid,
    owner_account_sid: account.sid,
    friendly_name: 'Fake account',
    status: 'active',
    type: 'Full',
    auth_token: account.token,
    date_created: rfc2822(account.openedAt),
    date_updated: rfc2822(account.openedAt),
    uri: `${account.uri}.json`,
    subresource_uris: { calls: `${account.uri}/Calls.json` },
  };
}

export function numberShape(account: Account): Record<string, unknown> {
  const { sid, phoneNumber, capabilities, settings } = account.number;
  return {
    sid,
    account_sid: account.sid,
    phone_number: phoneNumber,
    friendly_name: settings.FriendlyName ?? formatted(phoneNumber),
    capabilities,
    voice_url: settings.VoiceUrl ?? '',
    voice_method: settings.VoiceMethod ?? 'POST',
    voice_fallback_url: '',
    voice_caller_id_lookup: false,
    voice_receive_mode: 'voice',
    sms_url: settings.SmsUrl ?? '',
    sms_method: settings.SmsMethod ?? 'POST',
    sms_fallback_url: '',
    status_callback: settings.StatusCallback ?? '',
    status_callback_method: 'POST',
    address_requirements: 'none',
    beta: false,
    origin: 'twilio',
    status: 'in-use',
    date_created: rfc2822(account.openedAt),
    date_updated: rfc2822(account.openedAt),
    api_version: '2010-04-01',
    uri: `${account.uri}/IncomingPhoneNumbers/${sid}.json`,
  };
}

export function countryShape(iso: string, isAllowed: boolean): Record<string, unknown> {
  const url = `https://voice.twilio.com/v1/DialingPermissions/Countries/${iso}`;
  return {
    iso_code: iso,
    name: new Intl.DisplayNames(['en'], { type: 'region' }).of(iso),
    continent: 'UNKNOWN',
    country_codes: [],
    low_risk_numbers_enabled: isAllowed,
    high_risk_special_numbers_enabled: false,
    high_risk_tollfraud_numbers_enabled: false,
    url,
    links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
  };
}

function formatted(number: string): string {
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}

import type { Account } from '../account';
import type { TwilioCall } from '../call';
import { type Fields, field } from '../fields';
import { onlyPage, page } from './pages';
import { Refusal } from './refusal';
import { accountShape, callShape, countryShape, exchangeShape, numberShape, textShape } from './shapes';

/** One request of the REST API, checked as far as all are alike. */
export interface Asked {
  url: URL;
  /** What stands in the place of the id. */
  id: string;
  fields: Fields;
}

/** What calls are there for the API besides being looked at. */
export interface Calls {
  /** Ends a call, whether it rings or talks. */
  end(call: TwilioCall): void;
}

type Route = (asked: Asked, account: Account, calls: Calls) => unknown;

/** Everything but orders and the list of calls (`hazards.ts`); `*` is an id. Paths of an account go without it. */
const ROUTES: Record<string, Route> = {
  'GET .json': (_asked, account) => accountShape(account),
  'GET /Balance.json': (_asked, { sid }) => ({ account_sid: sid, balance: '100.00', currency: 'USD' }),
  'GET /Calls/*.json': ({ id }, account) => callShape(known(account.call(id)), account),
  'POST /Calls/*.json': changeCall,
  'GET /Calls/*/Events.json': ({ id, url }, account) => ({
    ...page([], 'events', () => null, url),
    events: known(account.call(id)).exchanges.map(exchangeShape),
  }),
  'GET /Messages.json': ({ url }, account) =>
    page(account.texts.toReversed(), 'messages', (text) => textShape(text, account), url),
  'GET /Messages/*.json': ({ id }, account) => textShape(known(account.texts.find(({ sid }) => sid === id)), account),
  'GET /IncomingPhoneNumbers.json': ({ url }, account) => {
    const wanted = url.searchParams.get('PhoneNumber') ?? account.number.phoneNumber;
    const found = wanted === account.number.phoneNumber ? [account.number] : [];
    return page(found, 'incoming_phone_numbers', () => numberShape(account), url);
  },
  'GET /IncomingPhoneNumbers/*.json': ({ id }, account) => numberShape(numberOf(account, id)),
  'POST /IncomingPhoneNumbers/*.json': changeNumber,
  'GET /v1/DialingPermissions/Countries': ({ url }, { countries }) => {
    const asked = url.searchParams.get('IsoCode');
    const shown = asked ? [asked] : [...countries];
    return onlyPage(
      shown.map((iso) => countryShape(iso, countries.has(iso))),
      'content',
      url,
    );
  },
  'GET /v1/DialingPermissions/Countries/*': ({ id }, { countries }) => countryShape(id, countries.has(id)),
};

/** @throws Refusal for what Twilio does not have, or refuses. */
export function answer(method: string, asked: Omit<Asked, 'id'>, account: Account, calls: Calls): unknown {
  const path = asked.url.pathname.replace(account.uri, '');
  const id = /(?<=\/)(?:(?:CA|SM|PN)[0-9a-f]{32}|[A-Z]{2}$)/.exec(path)?.[0] ?? '';
  const pattern = id ? path.replace(id, '*') : path;
  const route = ROUTES[`${method} ${pattern}`];
  if (route) return route({ ...asked, id }, account, calls);
  throw Refusal.of(Object.keys(ROUTES).some((one) => one.endsWith(` ${pattern}`)) ? 20004 : 20404);
}

function changeCall({ id, fields }: Asked, account: Account, calls: Calls): unknown {
  const call = known(account.call(id));
  if (call.isOver) throw Refusal.of(21220);
  if (field(fields, 'Url') || field(fields, 'Twiml')) throw new Error('No call is given other TwiML here.');
  const status = field(fields, 'Status');
  if (status === 'completed' || (status === 'canceled' && call.status !== 'in-progress')) calls.end(call);
  return callShape(call, account);
}

function changeNumber({ id, fields }: Asked, account: Account): unknown {
  const { settings } = numberOf(account, id).number;
  const names = ['VoiceUrl', 'VoiceMethod', 'SmsUrl', 'SmsMethod', 'StatusCallback', 'FriendlyName'] as const;
  for (const name of names) if (name in fields) settings[name] = field(fields, name) ?? '';
  return numberShape(account);
}

function numberOf(account: Account, id: string): Account {
  if (account.number.sid !== id) throw Refusal.of(20404);
  return account;
}

function known<Thing>(thing: Thing | undefined): Thing {
  if (!thing) throw Refusal.of(20404);
  return thing;
}

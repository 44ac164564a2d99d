import type { Config } from '../platform/config';
import type { Sdk } from '../platform/telephony';
import { type Found, looked, mend, well } from './check';

/** Paths of ours that the number leads to. */
const PATHS = { voiceUrl: '/twilio/inbound', smsUrl: '/twilio/messages', statusCallback: '/twilio/status' } as const;

type Leads = keyof typeof PATHS;

/** What Twilio says of the account: that it is open, that the number is its own and can speak and write, and where calls may go. */
export async function examineAccount(sdk: Sdk, config: Config, setWebhooks: boolean): Promise<Found[]> {
  return [
    ...(await looked('the account', () => account(sdk, config))),
    ...(await looked('the number', () => number(sdk, config, setWebhooks))),
    ...(await looked('the countries', () => countries(sdk, config))),
    pace(config),
  ];
}

async function account(sdk: Sdk, { TWILIO_ACCOUNT_SID: sid }: Config): Promise<Found> {
  const { status } = await sdk.api.v2010.accounts(sid!).fetch();
  if (status === 'active') return well('The account is open, and the token is its own.');
  return mend(`The account is ${status}.`, 'See https://console.twilio.com why.');
}

async function number(sdk: Sdk, config: Config, setWebhooks: boolean): Promise<Found[]> {
  const [own] = await sdk.incomingPhoneNumbers.list({ phoneNumber: config.TWILIO_FROM_NUMBER, limit: 1 });
  if (!own) return [mend('TWILIO_FROM_NUMBER is no number of the account.', 'Buy it, or set one that is.')];
  const { voice, sms } = own.capabilities as { voice?: boolean; sms?: boolean };
  const found = [
    voice ? well('The number can call.') : mend('The number cannot call.', 'Take one with the capability "voice".'),
    sms
      ? well('The number can send texts.')
      : mend('The number cannot send texts.', 'Take one with "sms", or let people have their code spoken.'),
  ];
  const astray = (Object.keys(PATHS) as Leads[]).filter((name) => own[name] !== addressOf(config, name));
  if (astray.length === 0) return [...found, well('Calls and texts to the number are told to us.')];
  if (!setWebhooks) return [...found, ...astray.map((name) => leadsAstray(config, name))];
  const settings = Object.fromEntries(astray.map((name) => [name, addressOf(config, name)]));
  await sdk.incomingPhoneNumbers(own.sid).update({ ...settings, voiceMethod: 'POST', smsMethod: 'POST' });
  return [...found, well(`Calls and texts to the number are told to us from now on (${astray.join(', ')}).`)];
}

function addressOf({ PUBLIC_BASE_URL }: Config, name: Leads): string {
  return new URL(PATHS[name], PUBLIC_BASE_URL).href;
}

function leadsAstray(config: Config, name: Leads): Found {
  const remedy = `Set it to ${addressOf(config, name)}, or let \`npm run doctor:twilio -- --set-webhooks\` do it.`;
  return mend(`The number's ${name} leads elsewhere.`, remedy);
}

async function countries(sdk: Sdk, { CALL_COUNTRIES }: Config): Promise<Found[]> {
  const found: Found[] = [];
  for (const iso of CALL_COUNTRIES.split(',')) {
    const { lowRiskNumbersEnabled } = await sdk.voice.v1.dialingPermissions.countries(iso).fetch();
    found.push(
      lowRiskNumbersEnabled
        ? well(`Calls to ${iso} are allowed.`)
        : mend(`Calls to ${iso} are not allowed.`, 'Allow them: Console, Voice, Settings, Geo permissions.'),
    );
  }
  return found;
}

/** Twilio tells nobody how many calls a second it takes. */
function pace({ TWILIO_CALLS_PER_SECOND: rate }: Config): Found {
  const usual =
    rate === 1 ? 'as Twilio takes from any account' : 'which Twilio must have granted: it takes one, unless asked';
  return well(`${rate} a second are asked for, ${usual}.`);
}

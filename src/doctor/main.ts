import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { giveUp } from '../give-up';
import { loadSdk } from '../platform/telephony';
import { readConfig } from '../read-config';
import { WrongUsage } from '../wrong-usage';
import { examineAccount } from './account';
import { type Found, mend, told, well } from './check';
import { examineAddress, examineFromOutside } from './reach';

const USAGE = 'npm run doctor:twilio [-- --set-webhooks] [-- --call]';

interface Wish {
  /** Lets the number lead to us. */
  setWebhooks: boolean;
  /** Has Twilio itself call our number, which costs a cent. */
  call: boolean;
}

/** Looks whether calls over Twilio would come about, and says what is to be mended; ends with 1 when something is. */
async function main(): Promise<void> {
  const found = await examine(wish());
  for (const one of found) console.log(told(one));
  process.exitCode = found.some(({ remedy }) => remedy) ? 1 : 0;
}

async function examine({ setWebhooks, call }: Wish): Promise<Found[]> {
  const config = await readConfig();
  if (!config.TWILIO_ACCOUNT_SID) {
    const remedy =
      'Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM_NUMBER and PUBLIC_BASE_URL (docs/telephony.md).';
    return [mend('No telephone line is configured: calls ring in the app.', remedy)];
  }
  const sdk = await loadSdk(config);
  return [
    well('The configuration is whole.'),
    ...(await examineAccount(sdk, config, setWebhooks)),
    ...(await examineAddress(config)),
    ...(call ? await examineFromOutside(sdk, config) : []),
  ];
}

/** @throws WrongUsage */
function wish(): Wish {
  try {
    const options = { 'set-webhooks': { type: 'boolean' }, call: { type: 'boolean' } } as const;
    const { values } = parseArgs({ options });
    return { setWebhooks: values['set-webhooks'] ?? false, call: values.call ?? false };
  } catch {
    throw new WrongUsage(USAGE);
  }
}

main().catch(giveUp);

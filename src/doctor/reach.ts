import { setTimeout as pause } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { Config } from '../platform/config';
import type { Sdk } from '../platform/telephony';
import { type Found, looked, mend, well } from './check';

const DOCTOR = '/twilio/doctor';

/** How often the call is looked at, and how long between two looks, in milliseconds. */
const LOOKS = 30;
const LOOK_EVERY = 2000;

/** As long as Twilio waits for an answer, in milliseconds. */
const ANSWERS_WITHIN = 15_000;

/** Whether the public address leads to us, and a signature made over it is right: as seen from this machine. */
export async function examineAddress(config: Config): Promise<Found[]> {
  const address = new URL(DOCTOR, config.PUBLIC_BASE_URL).href;
  return looked(`${address} from here`, async () => {
    const fields = { CallSid: 'a look from outside' };
    const signature = getExpectedTwilioSignature(config.TWILIO_AUTH_TOKEN!, address, fields);
    const [signed, unsigned] = [await post(address, fields, signature), await post(address, fields)];
    if (signed === 200 && unsigned === 403)
      return well('The public address is reached, and our signature is known there.');
    if (signed === 403) {
      return mend(
        'The public address is reached, and takes our signature for a wrong one.',
        'Let the service there have the same PUBLIC_BASE_URL and TWILIO_AUTH_TOKEN, and let no proxy change the path.',
      );
    }
    return mend(
      `The public address answers ${signed} to what is signed, and ${unsigned} to what is not.`,
      'Let PUBLIC_BASE_URL lead to a service with these variables, of the role api or all.',
    );
  });
}

/** Whether Twilio itself reaches us: our number calls our number, and Twilio tells what we answered. Costs a cent. */
export async function examineFromOutside(sdk: Sdk, config: Config): Promise<Found[]> {
  const address = new URL(DOCTOR, config.PUBLIC_BASE_URL).href;
  const own = config.TWILIO_FROM_NUMBER!;
  return looked('a call of our number to itself', async () => {
    const { sid } = await sdk.calls.create({ to: own, from: own, url: address, timeLimit: 30 });
    for (let look = 0; look < LOOKS; look += 1) {
      const code = await answerTold(sdk, sid, address);
      if (code === 200) return well('Twilio reaches us, and its signature is right.');
      if (code !== undefined) {
        return mend(`Twilio reaches us, and is answered ${code}.`, 'See the errors of the call in the console.');
      }
      await pause(LOOK_EVERY);
    }
    return mend('Twilio has not reached us.', 'Let the address be reached from outside, and the number be answered.');
  });
}

async function post(address: string, fields: Record<string, string>, signature?: string): Promise<number> {
  const headers = signature ? { 'x-twilio-signature': signature } : undefined;
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWERS_WITHIN),
  });
  await answer.body?.cancel();
  return answer.status;
}

/** The status that Twilio was answered at the address; nothing as long as it has not asked. */
async function answerTold(sdk: Sdk, sid: string, address: string): Promise<number | undefined> {
  const events = (await sdk.calls(sid).events.list({ limit: 20 })) as { request?: Asked; response?: Answered }[];
  const asked = events.find(({ request }) => request?.url === address);
  const code = asked?.response?.response_code ?? asked?.response?.responseCode;
  return code === undefined ? undefined : Number(code);
}

interface Asked {
  url?: string;
}

interface Answered {
  response_code?: number | string;
  responseCode?: number | string;
}

import { setTimeout as pause } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { type Figure, littleIsGood, percentile } from './figure';
import type { Ground } from './ground';
import { seedPeople } from './people';
import { PUBLIC_BASE_URL, Server } from './server';

/** Whose calls ring, each about one habit; the first ones get both sides warm. */
const PEOPLE = 192;
const WARM_UP = 48;

/** So many talk at once, one a little after the other. */
const LINES = 8;

/** Between an answer and the next words, in ms: together twenty turns a second, as of a hundred calls with a turn every five seconds. */
const BREATH = 400;

/** What is said turn by turn; an empty one is the silence before the greeting, and the last settles the call. */
const WORDS = ['', 'who is this', 'well, you know, it was raining', 'yes, I have just finished, thank you'];

/** In ms: the promise of each turn. */
const PROMISED_P99 = 100;

const TOKEN = 'a-token-of-the-bench-0123456789';

const LINE = {
  TWILIO_ACCOUNT_SID: `AC${'be'.repeat(16)}`,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_FROM_NUMBER: '+14155550100',
  TWILIO_CONVERSATION: 'gather',
};

/**
 * From the sending of a webhook with somebody's words until its answer is there, by rules: the built product, which checks the
 * signature, understands, writes down and goes on from the row; and a server that answers without a thought.
 */
export async function measureGathering(ground: Ground, profile?: string): Promise<Figure[]> {
  const url = await ground.database('gathering');
  await seedPeople(ground, url, PEOPLE);
  const { rows } = await ground.run<{ id: string }>(url, RINGING, ABOUT, 'SELECT id FROM calls');
  await ground.settle(url);
  const calls = rows.map(({ id }) => id);
  const servers = [await Server.floor(url), await Server.product(url, profile, LINE)] as const;
  try {
    const [floor, product] = [await talks(servers[0], calls), await talks(servers[1], calls)];
    return [0.5, 0.99].map((part) =>
      littleIsGood({
        name: `a turn by webhook, p${part * 100}`,
        unit: 'ms',
        product: percentile(product, part),
        floor: percentile(floor, part),
        ...(part === 0.99 && { atMost: PROMISED_P99 }),
      }),
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** How long each turn took, but for those of the first talks. */
async function talks({ origin }: Server, calls: string[]): Promise<number[]> {
  const waits: number[] = [];
  const left = calls.entries();
  const line = async (start: number) => {
    await pause(start);
    for (const [index, id] of left) {
      const taken = await talk(origin, id);
      if (index >= WARM_UP) waits.push(...taken);
    }
  };
  await Promise.all(Array.from({ length: LINES }, (_, index) => line((index * BREATH) / LINES)));
  return waits;
}

async function talk(origin: string, id: string): Promise<number[]> {
  await told(origin, `/twilio/calls/${id}/answer`, { CallSid: sidOf(id), CallStatus: 'in-progress' });
  const waits: number[] = [];
  for (const [turn, SpeechResult] of WORDS.entries()) {
    await pause(BREATH);
    const begun = performance.now();
    await told(origin, `/twilio/calls/${id}/gather?turn=${turn}`, { CallSid: sidOf(id), SpeechResult });
    waits.push(performance.now() - begun);
  }
  return waits;
}

async function told(origin: string, path: string, fields: Record<string, string>): Promise<void> {
  const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_BASE_URL + path, fields);
  const body = new URLSearchParams(fields);
  const answer = await fetch(origin + path, { method: 'POST', body, headers: { 'x-twilio-signature': signature } });
  const twiml = await answer.text();
  if (answer.status !== 200 || !twiml.includes('<Response>'))
    throw new Error(`${path} answered ${answer.status}: ${twiml}`);
}

/** As the rows have it. */
function sidOf(id: string): string {
  return `CA${id.replaceAll('-', '')}`;
}

const RINGING = `
  INSERT INTO calls (id, user_id, line, purpose, attempt, status, not_before, late_after, queued_at, dialed_at, ringing_at,
    lease_until, provider_call_id)
  SELECT id, user_id, 'telephone', 'due', 1, 'ringing', now(), now(), now(), now(), now(), now() + interval '1 hour',
    'CA' || replace(id::text, '-', '')
  FROM (SELECT uuidv7() AS id, id AS user_id FROM users) ready`;

const ABOUT = `
  INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
  SELECT c.id, 0, o.habit_id, o.id, now() FROM calls c CROSS JOIN LATERAL (
    SELECT id, habit_id FROM occurrences WHERE user_id = c.user_id AND day = current_date ORDER BY due_at LIMIT 1
  ) o`;

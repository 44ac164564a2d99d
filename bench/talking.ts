import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Figure, littleIsGood, percentile } from './figure';
import type { Ground } from './ground';
import { seedPeople } from './people';
import { Server } from './server';

/** Whose calls have been picked up, each about one habit; the first ones get both sides warm. */
const PEOPLE = 256;
const WARM_UP = 64;

/** So many talk at once. */
const LINES = 8;

/** Between an answer and the next words, in ms: what was said before has been written down by then, as in any real talk. */
const BREATH = 50;

/** What keeps a talk going, and makes the rules look far; the last settles it. */
const WORDS = [
  'who is this',
  'sorry, what did you say',
  'how does this work, what can I say to you',
  'well, you know, it was raining and then my brother called about the car',
  'yes, I have just finished, thank you',
];

/** In ms. The promise of the conversation. */
const PROMISED_P99 = 10;

/**
 * From the sending of somebody's words over a WebSocket until the first of ours arrives, by rules: the built product on one
 * side, on the other a socket that answers without a thought.
 */
export async function measureTalking(ground: Ground, profile?: string): Promise<Figure[]> {
  const url = await ground.database('talking');
  await seedPeople(ground, url, PEOPLE);
  const { rows } = await ground.run<{ id: string }>(url, PICKED_UP, ABOUT, 'SELECT id FROM calls');
  await ground.settle(url);
  const tickets = rows.map(({ id }) => id);
  const servers = [await Server.floor(url), await Server.product(url, profile)] as const;
  try {
    const [floor, product] = [await talks(servers[0], tickets), await talks(servers[1], tickets)];
    return [0.5, 0.99].map((part) =>
      littleIsGood({
        name: `words to first words, p${part * 100}`,
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

/** How long each answer took, but for those of the first talks. */
async function talks({ origin }: Server, tickets: string[]): Promise<number[]> {
  const waits: number[] = [];
  const left = tickets.entries();
  const line = async () => {
    for (const [index, ticket] of left) {
      const taken = await talk(`${origin.replace('http', 'ws')}/relay?ticket=${ticket}`);
      if (index >= WARM_UP) waits.push(...taken);
    }
  };
  await Promise.all(Array.from({ length: LINES }, line));
  return waits;
}

async function talk(url: string): Promise<number[]> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const waits: number[] = [];
  try {
    await answered(socket, { type: 'setup' });
    for (const voicePrompt of WORDS) {
      await pause(BREATH);
      waits.push(await answered(socket, { type: 'prompt', voicePrompt, lang: 'en-US', last: true }));
    }
    return waits;
  } finally {
    socket.terminate();
  }
}

/** Says something; how long until the first sentence of the answer came. What follows of it is over within a breath. */
async function answered(socket: WebSocket, message: object): Promise<number> {
  const begun = performance.now();
  socket.send(JSON.stringify(message));
  const [data] = await Promise.race([once(socket, 'message'), once(socket, 'close').then(closed)]);
  const took = performance.now() - begun;
  if (JSON.parse(String(data)).type !== 'text') throw new Error(`The answer was ${data}.`);
  return took;
}

function closed(): never {
  throw new Error('The line was closed in the middle of a talk.');
}

/** The id of a call is its ticket. */
const PICKED_UP = `
  INSERT INTO calls (id, user_id, line, purpose, attempt, status, not_before, queued_at, dialed_at, ringing_at, answered_at,
    lease_until, relay_ticket_hash)
  SELECT id, user_id, 'browser', 'due', 1, 'talking', now(), now(), now(), now(), now(), now() + interval '1 hour',
    sha256(convert_to(id::text, 'UTF8'))
  FROM (SELECT uuidv7() AS id, id AS user_id FROM users) ready`;

const ABOUT = `
  INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
  SELECT c.id, 0, o.habit_id, o.id, now() FROM calls c CROSS JOIN LATERAL (
    SELECT id, habit_id FROM occurrences WHERE user_id = c.user_id AND day = current_date ORDER BY due_at LIMIT 1
  ) o`;

import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { LIMITS } from '../../src/platform/limits';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';
import type { Exchange } from '../support/twilio/call';
import { World } from '../support/world';

const NOON = '2026-03-02T12:00:00Z';
const OPERATOR = 'an operator of this test and nobody else';
const FORM = 'application/x-www-form-urlencoded';
const SID = `CA${'0'.repeat(32)}`;
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** All routes the provider asks or tells. */
const ROUTES = [
  `/twilio/calls/${NOBODYS}/answer`,
  `/twilio/calls/${NOBODYS}/status`,
  `/twilio/calls/${NOBODYS}/gather?turn=1`,
  `/twilio/calls/${NOBODYS}/after`,
  '/twilio/inbound',
  '/twilio/status',
  '/twilio/messages',
  '/twilio/doctor',
];

/** All that a webhook could change. */
const TABLES = ['calls', 'call_items', 'turns', 'gathered_talks', 'messages', 'occurrences', 'check_ins'];
const MORE_TABLES = ['suppressions', 'number_suppressions', 'consents', 'telephony_counters', 'phones'];

let line: TelephoneWorld;

const post = (path: string, fields: Record<string, string>, signature?: string) =>
  line.world.http.raw(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': FORM, ...(signature !== undefined && { 'x-twilio-signature': signature }) },
  });
const signatureOf = (path: string, fields: Record<string, string>) =>
  getExpectedTwilioSignature(line.environment.TWILIO_AUTH_TOKEN!, `${line.environment.PUBLIC_BASE_URL}${path}`, fields);
const signed = (path: string, fields: Record<string, string>) => post(path, fields, signatureOf(path, fields));
const all = async () => {
  const tables = [...TABLES, ...MORE_TABLES].map(async (table) => {
    const rows = await line.world.rows<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t ORDER BY 1`);
    return [table, rows.map(({ row }) => row)];
  });
  return Object.fromEntries(await Promise.all(tables));
};

describe('What is sent to the routes of the provider', () => {
  beforeAll(async () => {
    line = await beginWithTelephone(NOON, { OPS_TOKEN: OPERATOR });
  });
  afterAll(() => line.end());

  const metric = async (name: string) => {
    const { body } = await line.world.http.raw<string>('/metrics', {
      headers: { authorization: `Bearer ${OPERATOR}` },
    });
    const lines = body.split('\n').filter((one) => one.startsWith(name));
    return Object.fromEntries(lines.map((one) => [/"(\w+)"/.exec(one)?.[1], Number(one.split(' ').at(-1))]));
  };

  it.each(ROUTES)('without the right signature is refused and counted, and changes nothing: %s', async (path) => {
    const [before, rows] = [await metric('callivate_webhooks_refused_total'), await all()];
    const fields = { CallSid: SID, From: '+14155552671', Body: 'STOP' };
    expectProblem(await post(path, fields), 403, 'not-signed-by-provider');
    expectProblem(await post(path, fields, 'bm8='), 403, 'not-signed-by-provider');
    expectProblem(
      await post(path, { ...fields, CallSid: 'CA1' }, signatureOf(path, fields)),
      403,
      'not-signed-by-provider',
    );
    const { missing = 0, wrong = 0 } = before;
    expect(await metric('callivate_webhooks_refused_total')).toEqual({ missing: missing + 1, wrong: wrong + 2 });
    expect(await all()).toEqual(rows);
  });

  it.each([...ROUTES.slice(0, 4), '/twilio/status', '/twilio/calls/1/status'])(
    'about a call that is not ours is 404, and changes nothing: %s',
    async (path) => {
      const rows = await all();
      const answer = await signed(path, { CallSid: SID, CallStatus: 'completed', CallDuration: '60' });
      expect(answer.status).toBe(404);
      expect(await all()).toEqual(rows);
    },
  );

  it('is not held to the limits of people, however much it is, nor counted against the address it comes from', async () => {
    const fields = { CallSid: SID, CallStatus: 'ringing' };
    const signature = signatureOf('/twilio/status', fields);
    for (let batch = 0; batch <= LIMITS.address.quota; batch += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => post('/twilio/status', fields, signature)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
      expect(answers[0]?.headers.get('RateLimit')).toBeNull();
    }
    expect((await line.world.person('Ada')).id).toBeTruthy();
  }, 60_000);

  it('is a form nowhere else', async () => {
    const ada = await line.world.person('Berta');
    for (const path of ['/api/v1/habits', '/api/v1/auth/sign-in', '/api/v1/habits?/twilio/']) {
      const headers = { 'content-type': FORM, ...ada.api.credentials };
      const answer = await line.world.http.raw(path, { method: 'POST', body: 'title=Run', headers });
      expect([path, answer.status]).toEqual([path, 415]);
    }
  });

  it('is looked at no more once an address has sent too much that is not signed', async () => {
    const statuses = new Set<number>();
    for (let batch = 0; batch <= LIMITS.address.quota; batch += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => post('/twilio/status', {}, 'bm8=')));
      for (const { status } of answers) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([403, 429]));
    expectProblem(await post('/twilio/status', {}, 'bm8='), 429, 'too-many-requests');
  }, 60_000);
});

it('Without an account there is no route of a provider', async () => {
  const world = await World.begin(NOON);
  for (const path of ROUTES) {
    const headers = { 'content-type': FORM, 'x-twilio-signature': 'bm8=' };
    expect((await world.http.raw(path, { method: 'POST', body: `CallSid=${SID}`, headers })).status).toBe(404);
  }
  await world.end();
});

describe.each(['relay', 'gather'])('What was told of a call by %s', (way) => {
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
    await ada.habit('Run', { at: '20:00' });
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
  });
  afterEach(() => line.end());

  const settled = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };
  const exchanges = (): Exchange[] => line.twilio.calls.flatMap((call) => call.exchanges);
  const sendAgain = async (told: Exchange[]) => {
    for (const exchange of told) {
      const { answer } = await line.twilio.repeats(exchange);
      expect([200, 204]).toContain(answer?.status);
    }
    await settled();
  };

  it('changes nothing when it is told again, in order or out of order, once all is settled', async () => {
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await talk.say('Hello?');
    await talk.say('Yes, just finished');
    await talk.ends();
    await settled();
    const rows = await all();
    const told = [...exchanges()];
    expect(new Set(told.map(({ about }) => about))).toEqual(
      new Set(['initiated', 'ringing', 'answered', 'voice', 'completed', way === 'relay' ? 'connect' : 'gather']),
    );
    await sendAgain(told);
    await sendAgain(told.toReversed());
    await Promise.all([...told, ...told].map((exchange) => line.twilio.repeats(exchange)));
    await settled();
    expect(await all()).toEqual(rows);
    expect(line.twilio.calls).toHaveLength(1);
  });

  it('takes no call back that is further on', async () => {
    const ring = await line.twilio.ringing(number);
    const status = async () => (await ada.calls()).map((call) => call.status);
    const rung = [...exchanges()];
    await sendAgain(rung.toReversed());
    expect(await status()).toEqual(['ringing']);
    const talk = await ring.pickUp();
    await talk.say('Hello?');
    expect(await status()).toEqual(['talking']);
    await sendAgain(rung.toReversed());
    expect(await status()).toEqual(['talking']);
    await talk.say('Yes, just finished');
    await talk.ends();
    await settled();
    expect(await ada.calls()).toMatchObject([{ ending: 'answered', results: [{ meaning: 'done' }] }]);
  });
});

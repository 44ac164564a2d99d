import { HOUR } from '../../src/kernel/clock';
import { Jobs } from '../../src/platform/jobs';
import { LIMITS } from '../../src/platform/limits';
import { Metrics } from '../../src/platform/metrics';
import { type Answer, HttpClient } from '../support/http-client';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

/** Windows are the library's, by the machine's own clock: a test uses quotas up and never waits for a window to end. */
describe('Limits', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterEach(async () => {
    await world.end();
  });

  const preview = { schedule: { startDate: '2026-03-03', times: ['07:00'], recurrence: null } };

  it('tell each answer how much is left', async () => {
    const ada = await world.person('Ada');
    const first = await ada.api.get('/me');
    const second = await ada.api.post('/habits/preview', preview);
    expect(first.headers.get('RateLimit-Policy')).toBe('"person";q=600;w=60');
    expect(first.headers.get('RateLimit')).toMatch(/^"person";r=599;t=\d{1,2}$/);
    expect(second.headers.get('RateLimit')).toMatch(/^"person";r=598;t=\d{1,2}$/);
  });

  it('refuse what is too much with a problem, and nobody else', async () => {
    const [ada, berta] = [await world.person('Ada'), await world.person('Berta')];
    await many(LIMITS.person.quota, () => ada.api.get('/me'));

    const refused = await ada.api.get('/me');

    expectProblem(refused, 429, 'too-many-requests');
    expect(refused.body).toMatchObject({ category: 'rate-limit', retryable: true });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused.headers.get('RateLimit')).toMatch(/^"person";r=0;t=/);
    expect((await berta.api.get('/me')).status).toBe(200);
    expect(await metric('callivate_rate_limited_total{limit="person"}')).toBe(1);
  });

  it('count by address who is not known, and refuse at last to look at guessed tokens', async () => {
    const ada = await world.person('Ada');
    const guess = () => world.http.as('guessed').get('/me');
    const guesses = await many(LIMITS.address.quota, guess);
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expectProblem(await guess(), 429, 'too-many-requests');
    expect((await ada.api.get('/me')).status).toBe(200);
  });

  it('hold neither probes nor operators', async () => {
    await many(LIMITS.address.quota, () => world.http.as('guessed').get('/me'));
    const probe = await world.http.raw('/health/live', {});
    expect(probe.status).toBe(200);
    expect(probe.headers.get('RateLimit')).toBeNull();
  });

  describe('of calls', () => {
    const used = (person: Person) => world.rows<{ key: string; points: number }>(USED, [`%${person.id}`]);
    const USED = 'SELECT key, points FROM limits WHERE key LIKE $1';

    it('are counted in rows, so that a replica and a restart count on', async () => {
      const ada = await world.person('Ada');
      const habit = await ada.habit('Read');
      const here = await ada.api.post(`/habits/${habit.id}/calls`);
      expect(here.headers.get('RateLimit-Policy')).toBe('"person";q=600;w=60, "calls";q=90;w=3600');
      expect(here.headers.get('RateLimit')).toMatch(/"calls";r=89;t=3600/);
      await world.rows('UPDATE limits SET points = $1', [LIMITS.calls.quota]);

      const replica = await world.replica();
      const there = await elsewhere(replica.getUrl(), ada, `/habits/${habit.id}/calls`);
      await replica.close();

      expectProblem(there, 429, 'too-many-requests');
      expect(await used(ada)).toEqual([{ key: `callivate:limit:calls:${ada.id}`, points: LIMITS.calls.quota + 1 }]);
    });

    it('are forgotten when their window is over', async () => {
      const ada = await world.person('Ada');
      await ada.api.post(`/habits/${(await ada.habit('Read')).id}/calls`);
      const now = world.clock.now().getTime();
      await world.rows('UPDATE limits SET expire = $1', [now + HOUR]);
      await world.app.get(Jobs).runAll();
      expect(await used(ada)).toHaveLength(1);
      await world.passes({ hours: 1, seconds: 1 });
      expect(await used(ada)).toEqual([]);
    });
  });

  async function metric(line: string): Promise<number> {
    const text = await world.app.get(Metrics).registry.metrics();
    return Number(
      text
        .split('\n')
        .find((found) => found.startsWith(line))
        ?.split(' ')[1],
    );
  }
});

describe('The address of a client', () => {
  const HOPS_AND_LEFT: [hops: string, forwarded: string, other: string, isTheSame: boolean][] = [
    ['0', '203.0.113.1', '203.0.113.2', true],
    ['1', '203.0.113.1', '203.0.113.2', false],
    ['1', '203.0.113.1, 198.51.100.9', '203.0.113.2, 198.51.100.9', true],
    ['1', '2001:db8:1:2::1', '2001:db8:1:2::2', true],
    ['1', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2', '203.0.113.1, 198.51.100.9', '203.0.113.2, 198.51.100.9', false],
  ];

  it.each(HOPS_AND_LEFT)('behind %s proxies: %s and %s are the same: %s', async (hops, one, other, isTheSame) => {
    const world = await World.begin('2026-03-02T12:00:00Z', { TRUST_PROXY: hops });
    const left = async (forwarded: string) => {
      const answer = await world.http.raw('/api/v1/me', { headers: { 'x-forwarded-for': forwarded } });
      return Number(/r=(\d+)/.exec(answer.headers.get('RateLimit') ?? '')?.[1]);
    };
    expect(await left(one)).toBe(LIMITS.address.quota - 1);
    expect(await left(other)).toBe(LIMITS.address.quota - (isTheSame ? 2 : 1));
    await world.end();
  });
});

async function many<Body>(times: number, send: () => Promise<Answer<Body>>): Promise<Answer<Body>[]> {
  const answers: Answer<Body>[] = [];
  while (answers.length < times) {
    answers.push(...(await Promise.all(Array.from({ length: Math.min(50, times - answers.length) }, send))));
  }
  return answers;
}

async function elsewhere(url: Promise<string>, person: Person, path: string): Promise<Answer> {
  const token = person.api.credentials.authorization!.replace('Bearer ', '');
  return new HttpClient((await url).replace('[::1]', '127.0.0.1'), token).post(path);
}

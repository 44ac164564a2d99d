import type { HabitResponse } from '../../src/modules/habits/habits.dto';
import type { Answer, HttpClient } from '../support/http-client';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

const TODAY = '2026-03-02';
const ELSEWHERE = 'https://app.example.org';

describe('The manners of the API', () => {
  let world: World;
  let ada: Person;
  let api: HttpClient;

  beforeAll(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`, { CORS_ORIGINS: `${ELSEWHERE},http://localhost:8081` });
    ada = await world.person('Ada');
    api = ada.api;
  });

  afterAll(() => world.end());

  const etagOf = ({ headers }: Answer<object>) => headers.get('etag') ?? '';

  describe('A thing that can be edited', () => {
    let habit: string;
    let read: string;

    beforeEach(async () => {
      habit = `/habits/${(await ada.habit('Read')).id}`;
      read = etagOf(await api.get(habit));
    });

    it('tells its version on making, reading and changing', async () => {
      const body = { title: 'Run', schedule: { startDate: TODAY, times: ['20:00'], recurrence: 'FREQ=DAILY' } };
      const made = await api.post<HabitResponse>('/habits', body);
      expect(etagOf(made)).toBe('"1"');
      expect(etagOf(await api.patch(`/habits/${made.body.id}`, { title: 'Walk' }))).toBe('"2"');
      expect(etagOf(await api.get(`/habits/${made.body.id}`))).toBe('"2"');
    });

    it.each(['/me', '/me/settings'])('%s has a version too', async (path) => {
      const before = etagOf(await api.get(path));
      const change = path === '/me' ? { name: `Ada ${before}` } : { followUpMinutes: 30 + Number(before.slice(1, -1)) };
      const changed = await api.patch(path, change, { 'if-match': before });

      expect(changed.status).toBe(200);
      expect(etagOf(changed)).not.toBe(before);
      const stale = path === '/me' ? { name: 'Countess' } : { followUpMinutes: 77 };
      expectProblem(await api.patch(path, stale, { 'if-match': before }), 412, 'changed-meanwhile');
      expect(await api.patch(path, change, { 'if-match': before })).toMatchObject({ status: 200, body: changed.body });
    });

    it('is changed by who has seen it, and the other learns that it was', async () => {
      const [one, other] = await Promise.all(
        ['Walk', 'Swim'].map((title) => api.patch(habit, { title }, { 'if-match': read })),
      );
      const [won, lost] = one!.status === 200 ? [one!, other!] : [other!, one!];
      expect(won.status).toBe(200);
      expectProblem(lost, 412, 'changed-meanwhile');
      expect(etagOf(lost)).toBe(etagOf(won));
    });

    it('takes a set that is so already, even from who is behind, and is none the newer for it', async () => {
      const { body, ...now } = await api.patch<HabitResponse>(habit, { title: 'Walk', lateMinutes: 20 });
      const same = { title: 'Walk', lateMinutes: 20, schedule: body.schedule };
      const again = await api.patch<HabitResponse>(
        habit,
        { ...same, schedule: withoutText(body) },
        { 'if-match': read },
      );
      expect(again).toMatchObject({ status: 200, body: { updatedAt: body.updatedAt } });
      expect(etagOf(again)).toBe(etagOf({ ...now, body }));
    });

    it('counts a pause and the archive as edits', async () => {
      const paused = await api.put(`${habit}/pause`, undefined, { 'if-match': read });
      expect(paused.status).toBe(200);
      expectProblem(await api.delete(`${habit}/pause`, { 'if-match': read }), 412);
      expect((await api.put(`${habit}/pause`, undefined, { 'if-match': read })).status).toBe(200);
      expectProblem(await api.put(`${habit}/archive`, undefined, { 'if-match': read }), 412);
      expectProblem(await api.delete(habit, { 'if-match': read }), 412);
      expect((await api.delete(habit, { 'if-match': etagOf(paused) })).status).toBe(204);
    });

    it('takes any of a list, and any at all', async () => {
      expect((await api.patch(habit, { title: 'A' }, { 'if-match': `"x", ${read}` })).status).toBe(200);
      expect((await api.patch(habit, { title: 'B' }, { 'if-match': '*' })).status).toBe(200);
      expectProblem(await api.patch(habit, { title: 'C' }, { 'if-match': `W/"3"` }), 412);
    });

    it.each(['3', '"3', 'W/3', '"a" "b"', '""",', '*, "3"', 'null'])('refuses %s as a version', async (malformed) => {
      expectProblem(await api.patch(habit, { title: 'D' }, { 'if-match': malformed }), 400, 'invalid-request');
    });

    it('is never said to be as it was, for the engine changes what no edit did', async () => {
      expect((await api.get(habit, { 'if-none-match': read })).status).toBe(200);
      expect((await api.get(habit, { 'if-none-match': '*' })).status).toBe(200);
    });
  });

  describe('A check-in', () => {
    it('by two devices at once: one wins and the other learns', async () => {
      await ada.habit('Stretch', { at: '12:30' });
      const { items } = await ada.today();
      const { id } = items.find(({ habit }) => habit.title === 'Stretch')!.occurrence;
      const seen = { 'if-match': etagOf(await api.get(`/occurrences/${id}`)) };
      const [one, other] = await Promise.all(
        ['completed', 'skipped'].map((status) => api.put(`/occurrences/${id}/check-in`, { status }, seen)),
      );

      expect([one!.status, other!.status].sort()).toEqual([200, 412]);
      const won = one!.status === 200 ? one! : other!;
      const again = await api.put(`/occurrences/${id}/check-in`, { status: won.body.status }, seen);
      expect(again).toMatchObject({ status: 200, body: won.body });
      expectProblem(await api.delete(`/occurrences/${id}/check-in`, seen), 412);
      expect((await api.delete(`/occurrences/${id}/check-in`, { 'if-match': etagOf(won) })).status).toBe(200);
    });
  });

  describe('What is read', () => {
    it.each([
      '/habits',
      '/today',
      `/occurrences?from=${TODAY}&to=${TODAY}`,
      '/streaks',
      '/calendar/2026-03',
      '/calls',
      '/notifications',
      '/me/suppression',
    ])('%s is sent once, and then is as it was until it changes', async (path) => {
      const first = await api.get(path);
      const etag = etagOf(first);
      expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');

      for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
        const again = await api.get(path, { 'if-none-match': known });
        expect(again).toMatchObject({ status: 304, body: '' });
        expect(etagOf(again)).toBe(etag);
        expect(again.headers.get('cache-control')).toBe('private, no-cache');
        expect(again.headers.get('content-type')).toBeNull();
      }
      expect(await api.get(path, { 'if-none-match': 'W/"other"' })).toMatchObject({ status: 200, body: first.body });
    });

    it('is sent anew when it has changed', async () => {
      const before = etagOf(await api.get('/habits'));
      await ada.habit('Sing');
      expect((await api.get('/habits', { 'if-none-match': before })).status).toBe(200);
    });

    it('can be asked for by its head alone', async () => {
      const { status, headers, body } = await world.http.raw('/api/v1/habits', {
        method: 'HEAD',
        headers: api.credentials,
      });
      expect({ status, body }).toEqual({ status: 200, body: '' });
      expect(headers.get('etag')).toBe(etagOf(await api.get('/habits')));
      const known = { ...api.credentials, 'if-none-match': headers.get('etag')! };
      expect((await world.http.raw('/api/v1/habits', { method: 'HEAD', headers: known })).status).toBe(304);
    });

    it('is kept by nobody when it is a token, a change or a problem', async () => {
      const answers = [
        await world.http.post('/auth/dev', { email: 'ada@example.com' }),
        await api.patch('/me', { locale: 'en-GB' }),
        await api.get('/habits/17'),
        await world.http.get('/habits'),
        await api.get('/nowhere'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 401, 404]);
      for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store');
    });

    it('leaves the page and the probes as they are', async () => {
      const page = await world.http.raw('/', {});
      expect(page.headers.get('cache-control')).toBe('public, max-age=0');
      const probe = await world.http.raw('/health/live', {});
      expect(probe.headers.get('etag')).toBeNull();
    });
  });

  describe('Other origins', () => {
    const preflight = (origin: string, path = '/api/v1/habits') =>
      world.http.raw(path, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const corsHeaders = ({ headers }: Answer<object>) =>
      [...headers.keys()].filter((name) => name.startsWith('access-control-'));

    it('that are named may call, and see what they need', async () => {
      const { status, headers } = await preflight(ELSEWHERE);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(ELSEWHERE);
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
      expect(headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key.*If-Match/);
      expect(headers.get('access-control-max-age')).toBe('7200');
      expect(headers.get('access-control-allow-credentials')).toBeNull();

      const answer = await api.get('/habits', { origin: ELSEWHERE });
      expect(answer.headers.get('access-control-allow-origin')).toBe(ELSEWHERE);
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/ETag.*Retry-After.*X-Correlation-Id/);
      expect(answer.headers.get('vary')).toMatch(/\bOrigin\b/i);
    });

    it('may read the stream of events', async () => {
      const leaving = new AbortController();
      const headers = { ...api.credentials, origin: ELSEWHERE };
      const stream = await fetch(`${world.http.origin}/api/v1/events`, { headers, signal: leaving.signal });
      leaving.abort();
      expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(stream.headers.get('cache-control')).toBe('no-store');
      expect(stream.headers.get('access-control-allow-origin')).toBe(ELSEWHERE);
      expect(stream.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('see why they were refused', async () => {
      const refused = await world.http.get('/habits', { origin: ELSEWHERE });
      expectProblem(refused, 401);
      expect(refused.headers.get('access-control-allow-origin')).toBe(ELSEWHERE);
    });

    it.each(['https://evil.example', 'null', 'https://app.example.org.evil.example', 'http://app.example.org', '*'])(
      'such as %s, which is not named, hear no word of it',
      async (origin) => {
        expect(corsHeaders(await preflight(origin))).toEqual([]);
        expect(corsHeaders(await api.get('/habits', { origin }))).toEqual([]);
      },
    );
  });

  describe('Each answer', () => {
    it('says what a page may do with it, and nothing of what made it', async () => {
      const { headers } = await world.http.raw('/', {});
      expect(headers.get('permissions-policy')).toMatch(/^microphone=\(self\), camera=\(\)/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
      expect(headers.get('content-security-policy')).toMatch(/media-src 'self' data:/);
      for (const name of ['x-powered-by', 'server', 'strict-transport-security']) expect(headers.get(name)).toBeNull();
    });
  });
});

describe('Without other origins named', () => {
  it('there is no word of them', async () => {
    const world = await World.begin(`${TODAY}T12:00:00Z`, { PUBLIC_BASE_URL: 'https://callivate.example.org' });
    const { headers, status } = await world.http.raw('/api/v1/habits', {
      method: 'OPTIONS',
      headers: { origin: ELSEWHERE, 'access-control-request-method': 'POST' },
    });
    await world.end();

    expect(status).toBe(204);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });
});

/** A schedule as it is sent: its wording is only ever read. */
function withoutText({ schedule: { text: _, ...schedule } }: HabitResponse): object {
  return schedule;
}

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCalendar } from '../support/calendar-file';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

const TODAY = '2026-03-02';

interface Made {
  url: string;
  createdAt: string;
}

describe('The calendar feed', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
    ada = await world.person('Ada');
  });

  afterEach(() => world.end());

  const make = async (who = ada) => (await (await who.fresh()).post<Made>('/me/calendar-feed')).body;
  /** As a calendar program does: it knows the address and nothing else. */
  const ask = (url: string, init: RequestInit = {}) =>
    world.http.raw<string>(url.slice(world.http.origin.length), init);
  const askInVain = (url: string) => world.http.raw(url.slice(world.http.origin.length), {});
  const read = async (url: string) => readCalendar((await ask(url)).body);
  const standing = async () => (await (await ada.fresh()).get('/me/calendar-feed')).body;

  it('is read by any calendar program, at an address that is told once', async () => {
    const habit = await ada.habit('Read ten pages', { at: '20:00' });
    const answer = await ada.api.post<Made>('/me/calendar-feed');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.createdAt).toBe(`${TODAY}T12:00:00.000Z`);
    expect(answer.body.url).toMatch(new RegExp(`^${world.http.origin}/api/v1/calendar\\.ics\\?token=[\\w-]{43}$`));

    const feed = await ask(answer.body.url);
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { properties, events } = readCalendar(feed.body);
    expect(properties).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', 'X-WR-CALNAME': 'Callivate' });
    expect(properties['REFRESH-INTERVAL']).toBe('PT1H');
    expect(events).toHaveLength(60);
    expect(events[0]).toEqual({
      UID: `${habit.id}-2026-03-02T2000@callivate`,
      DTSTAMP: '20260302T120000Z',
      DTSTART: '20260302T200000Z',
      DTEND: '20260302T201500Z',
      SUMMARY: 'Read ten pages',
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
      SEQUENCE: '1',
    });
    const starts = events.map(({ DTSTART }) => DTSTART);
    expect([starts[26], starts[27]]).toEqual(['20260328T200000Z', '20260329T190000Z']);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(60);
  });

  it.each([
    'Läufe; 走 🌅, "weit" \\n und \\ weiter',
    'Two\nlines\tand a tab',
    `${'👨‍👩‍👧‍👦'.repeat(12)} together`,
    `${'x'.repeat(65)}🌅${'é'.repeat(80)}`,
    'END:VEVENT',
  ])('writes whatever the habit is called so that it is read as that: %s', async (title) => {
    await ada.habit(title, { every: null });
    expect((await read((await make()).url)).events.map(({ SUMMARY }) => SUMMARY)).toEqual([title]);
  });

  it('knows a moment again when it is planned, moved by a new zone, or skipped', async () => {
    await ada.habit('Read', { at: '20:00' });
    const { url } = await make();
    const before = await read(url);
    await (await ada.fresh()).patch('/me', { timeZone: 'Europe/Berlin' });
    const [first] = await ada.occurrences(TODAY, TODAY);
    await ada.checkIn(first!.id, 'skipped');
    await world.time.work();
    const after = await read(url);

    expect(after.events.map(({ UID }) => UID)).toEqual(before.events.map(({ UID }) => UID));
    expect(after.events.map(({ DTSTART, STATUS }) => [DTSTART, STATUS]).slice(0, 2)).toEqual([
      ['20260302T190000Z', 'CANCELLED'],
      ['20260303T190000Z', 'CONFIRMED'],
    ]);
  });

  it('is the same text until something changes, and then not sent again', async () => {
    await ada.habit('Read', { at: '20:00' });
    const { url } = await make();
    const first = await ask(url);
    const etag = first.headers.get('etag')!;
    expect([etag, first.headers.get('cache-control')]).toEqual([expect.stringMatching(/^W\//), 'private, no-cache']);

    await world.passes({ hours: 3 });
    const again = await ask(url, { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await ask(url, { method: 'HEAD' });
    expect([head.status, head.body, head.headers.get('etag')]).toEqual([200, '', etag]);

    await ada.habit('Run', { at: '21:00' });
    const changed = await ask(url, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(readCalendar(changed.body).events).toHaveLength(120);
  });

  it('opens by its newest address alone, and by none once it is revoked', async () => {
    expectProblem(await ada.api.get('/me/calendar-feed'), 404, 'not-found');
    const old = await make();
    await ask(old.url);
    await world.passes({ hours: 1 });
    const { url } = await make();
    expect(await standing()).toEqual({ createdAt: `${TODAY}T13:00:00.000Z`, lastReadAt: null });
    expectProblem(await askInVain(old.url), 404, 'not-found');
    expect((await ask(url)).status).toBe(200);

    const api = await ada.fresh();
    for (let twice = 0; twice < 2; twice += 1) expect((await api.delete('/me/calendar-feed')).status).toBe(204);
    expectProblem(await askInVain(url), 404, 'not-found');
    expectProblem(await api.get('/me/calendar-feed'), 404, 'not-found');
    const { items } = (await api.get<{ items: { action: string; detail: object | null }[] }>('/me/audit')).body;
    const made = { action: 'calendar-feed-made', detail: null };
    expect(items.slice(0, 3)).toMatchObject([{ action: 'calendar-feed-revoked', detail: null }, made, made]);
  });

  it('notes that it is read, once an hour', async () => {
    const { url } = await make();
    const lastReadAt = async () => (await standing()).lastReadAt;
    expect(await lastReadAt()).toBeNull();
    await ask(url);
    await world.passes({ minutes: 59 });
    await ask(url);
    expect(await lastReadAt()).toBe(`${TODAY}T12:00:00.000Z`);
    await world.passes({ minutes: 1 });
    await ask(url);
    expect(await lastReadAt()).toBe(`${TODAY}T13:00:00.000Z`);
  });

  it('is one person’s alone, and gone with them', async () => {
    const bea = await world.person('Bea');
    await bea.habit('Paint');
    await ada.habit('Read', { every: null });
    const { url } = await make();
    expect((await read((await make(bea)).url)).events).toHaveLength(60);
    expect((await read(url)).events.map(({ SUMMARY }) => SUMMARY)).toEqual(['Read']);
    await (await ada.fresh()).delete('/me');
    expectProblem(await askInVain(url), 404, 'not-found');
  });

  it('shows what is pinned to a zone while that of its person is not known', async () => {
    const { accessToken } = (await world.http.post<{ accessToken: string }>('/auth/dev', { email: 'cai@example.com' }))
      .body;
    const cai = world.http.as(accessToken);
    const schedule = { startDate: TODAY, times: ['20:00'], recurrence: null, timeZone: 'Asia/Tokyo' };
    await cai.post('/habits', { title: 'Call Kyoto', schedule: { ...schedule, startDate: '2026-03-04' } });
    const { url } = (await cai.post<Made>('/me/calendar-feed')).body;
    expect((await read(url)).events.map(({ DTSTART }) => DTSTART)).toEqual(['20260304T110000Z']);
  });

  it.each(['', '?token=', '?token=a&token=b', `?token=${'x'.repeat(101)}`])('asks for a token: %s', async (query) => {
    const answer = await world.http.get(`/calendar.ics${query}`);
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/token' }]);
  });

  it('keeps of its token the hash alone', async () => {
    const { url } = await make();
    const [row] = await world.rows<{ row: string }>('SELECT f::text AS row FROM calendar_feeds f');
    expect(row!.row).not.toContain(new URL(url).searchParams.get('token'));
    expect(row!.row).not.toContain(Buffer.from(new URL(url).searchParams.get('token')!).toString('hex'));
  });
});

describe('The token of a calendar feed', () => {
  const OPERATOR = 'operators-alone-0123456789-0123456789-01';
  let collector: Server;
  let world: World;
  const traced: string[] = [];

  beforeAll(async () => {
    collector = createServer((request, response) => {
      request.setEncoding('latin1').on('data', (text: string) => traced.push(text));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, OPS_TOKEN: OPERATOR };
    world = await World.begin(`${TODAY}T12:00:00Z`, environment);
  });

  afterAll(() => collector.close());

  it('is told to whoever made it and to nobody else: not by a problem, the log, metrics, the status or a trace', async () => {
    const ada = await world.person('Ada');
    const { url } = (await ada.api.post<Made>('/me/calendar-feed')).body;
    const token = new URL(url).searchParams.get('token')!;
    const asks = async (query: string) => world.http.raw(`/api/v1/calendar.ics?token=${token}${query}`, {});

    expect((await asks('')).status).toBe(200);
    const odd = await asks('&from=2026-03-02');
    await world.rows('ALTER TABLE calendar_feeds RENAME TO lost');
    const failed = await asks('');
    await world.rows('ALTER TABLE lost RENAME TO calendar_feeds');
    await ada.api.delete('/me/calendar-feed');
    const revoked = await asks('');

    expect([odd, failed, revoked].map(({ status }) => status)).toEqual([400, 500, 404]);
    const operators = world.http.as(OPERATOR);
    const reports = ['/metrics', '/status'].map((path) => operators.raw(path, { headers: operators.credentials }));
    const told = [odd, failed, revoked, ...(await Promise.all(reports))].map(({ body }) => JSON.stringify(body));
    await world.end();
    expect(told.join()).toContain('/api/v1/calendar.ics');
    expect(world.log.lines.join()).toContain('/api/v1/calendar.ics');
    expect(traced.join('')).toContain('GET /api/v1/calendar.ics');
    for (const text of [...told, ...world.log.lines, ...traced]) expect(text).not.toContain(token);
  });
});

import { World } from '../support/world';

const TOKEN = 'an operator of this test and nobody else';

describe('Operators', () => {
  let world: World;
  const asked = (path: string, token = TOKEN) =>
    world.http.raw<string>(path, { headers: { authorization: `Bearer ${token}` } });
  const metrics = async () => (await asked('/metrics')).body;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T19:00:00Z', { OPS_TOKEN: TOKEN });
  });
  afterAll(() => world.end());

  it.each(['/metrics', '/status', '/config/validate'])(
    'alone read %s: no stranger, and no signed-in person',
    async (path) => {
      const ada = await world.person('Ada');
      expect((await world.http.raw(path, {})).status).toBe(401);
      expect((await world.http.raw(path, { headers: ada.api.credentials })).status).toBe(401);
      expect((await asked(path)).status).toBe(200);
    },
  );

  it('see a ring in its second, how the call ended, and how long a turn took', async () => {
    const grace = await world.person('Grace');
    await grace.habit('Read', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const line = await grace.phone.pickUp();
    await line.say('Yes, just finished');
    const told = await metrics();
    expect(told).toContain('callivate_ring_lateness_seconds_bucket{le="0.05",line="browser",purpose="due"} 1');
    expect(told).toContain(
      'callivate_calls_ended_total{line="browser",purpose="due",ending="answered",refusal="none"} 1',
    );
    expect(told).toContain('callivate_turn_seconds_count{layer="rules"} 1');
    const { body } = await asked('/status');
    expect(body).toMatchObject({ punctuality: { rings: 1, onTime: 1, latestSeconds: 0 } });
  });

  it('see requests by route, never by id', async () => {
    const ada = await world.person('Ada');
    await ada.api.get('/habits/019e0000-0000-7000-8000-000000000000');
    const told = await metrics();
    expect(told).toMatch(
      /callivate_http_request_seconds_count\{method="GET",route="\/api\/v1\/habits\/:id",status="404"\} 1/,
    );
    expect(told).not.toContain('019e0000');
  });

  it('see which program this is, and by which zone data it goes', async () => {
    const { body } = await asked('/status');
    expect(body).toMatchObject({
      service: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        role: 'all',
        zoneData: expect.stringMatching(/^20\d\d[a-z]$/),
        uptimeSeconds: expect.any(Number),
      },
    });
  });

  it('see every job with its last run, and the queues', async () => {
    const { body } = await asked('/status');
    const { jobs, queues } = body as unknown as { jobs: Record<string, unknown>[]; queues: unknown[] };
    expect(jobs.find(({ job }) => job === 'calls.dispatch')).toMatchObject({ lastOutcome: 'done', failures: 0 });
    expect(jobs.length).toBeGreaterThanOrEqual(10);
    expect(queues).toEqual([expect.objectContaining({ queue: 'retention', waiting: 0, active: 0 })]);
  });

  it('see the last failures, newest first, with the correlation id and without the person', async () => {
    await world.http.raw('/api/v1/today', { headers: { 'x-correlation-id': 'find-me-again' } });
    const { body } = await asked('/status');
    const { errors } = body as unknown as { errors: { refusals: object[]; hours: object[] } };
    expect(errors.refusals[0]).toMatchObject({
      code: 'unauthenticated',
      category: 'authentication',
      where: 'GET /api/v1/today',
      correlationId: 'find-me-again',
    });
    expect(errors.hours.at(-1)).toMatchObject({ authentication: expect.any(Number) });
  });
});

describe('Everybody', () => {
  it('can read what each problem means, at the address its type leads to', async () => {
    const world = await World.begin('2026-03-02T19:00:00Z');
    const { body } = await world.http.get<{ type: string }>('/today');
    const [path, code] = body.type.split('#');
    const page = await world.http.raw<string>(path!, {});
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body).toContain(`<article id="${code}">`);
    expect(page.body).toContain('<article id="call-in-progress">');
    await world.end();
  });
});

import { answered, offline, refused, Scripted } from './scripted';

const HABIT = { title: 'Read', schedule: { startDate: '2026-03-02', times: ['07:00'] } };

describe('The typed client tries again', () => {
  const read = (service: Scripted) => service.client().api.GET('/api/v1/today');
  const make = (service: Scripted, headers?: Record<string, string>) =>
    service.client().api.POST('/api/v1/habits', { body: HABIT, headers });
  const keys = ({ asked }: Scripted) => asked.map(({ headers }) => headers.get('idempotency-key'));

  it.each([429, 502, 503, 504])('after a %i', async (status) => {
    const service = new Scripted([refused(status), answered({ day: '2026-03-02' })]);

    expect((await read(service)).data).toEqual({ day: '2026-03-02' });
    expect(service.waits).toEqual([500]);
  });

  it('after no answer at all, three times, and longer each time', async () => {
    const service = new Scripted([offline(), offline(), offline(), offline(), answered({})]);

    await expect(read(service)).rejects.toThrow('fetch failed');
    expect(service.asked).toHaveLength(4);
    expect(service.waits).toEqual([500, 1000, 2000]);
  });

  it('and tells the refusal it got at last', async () => {
    const service = new Scripted([refused(503), refused(502), refused(429), refused(503)]);

    await expect(read(service)).rejects.toMatchObject({ status: 503, code: 'some-code' });
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['Mon, 02 Mar 2026 12:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
    ['soon', 500],
  ])('after as long as Retry-After: %s says', async (retryAfter, wait) => {
    const service = new Scripted([refused(503, { 'retry-after': retryAfter }), answered({})]);
    await read(service);

    expect(service.waits).toEqual([wait]);
  });

  it('but not when it would wait longer than a minute', async () => {
    const service = new Scripted([refused(429, { 'retry-after': '61' }), answered({})]);

    await expect(read(service)).rejects.toMatchObject({ status: 429 });
    expect(service.waits).toEqual([]);
  });

  it.each([400, 403, 404, 409, 412, 422, 500])('but not after a %i', async (status) => {
    const service = new Scripted([refused(status, { 'retry-after': '1' }), answered({})]);

    await expect(make(service)).rejects.toMatchObject({ status });
    expect(service.asked).toHaveLength(1);
  });

  it('after a 401 only with a new token, and not when there is none to get', async () => {
    const service = new Scripted([refused(401), answered({ accessToken: 'b', refreshToken: 'c' }), answered({})]);
    await read(service);
    expect(service.asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer access',
      null,
      'Bearer b',
    ]);

    const over = new Scripted([refused(401), refused(401), answered({})]);
    await expect(read(over)).rejects.toMatchObject({ status: 401 });
    expect(over.asked).toHaveLength(2);
    expect(over.waits).toEqual([]);
  });

  it('a POST under one key and whole, so that it is done once', async () => {
    const service = new Scripted([offline(), refused(503), answered({}, 201)]);
    await make(service);

    expect(new Set(keys(service)).size).toBe(1);
    expect(keys(service)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(await Promise.all(service.asked.map((request) => request.json()))).toEqual([HABIT, HABIT, HABIT]);
  });

  it('each POST under a key of its own, or under the one it is given', async () => {
    const service = new Scripted([answered({}, 201), answered({}, 201), answered({}, 201)]);
    await make(service);
    await make(service);
    await make(service, { 'idempotency-key': 'kept-since-yesterday' });

    expect(new Set(keys(service)).size).toBe(3);
    expect(keys(service)[2]).toBe('kept-since-yesterday');
  });

  it('whatever is a set without a key: it may be said twice', async () => {
    const service = new Scripted([offline(), answered({})]);
    const params = { path: { id: 'o' } };
    await service.client().api.PUT('/api/v1/occurrences/{id}/check-in', { params, body: { status: 'completed' } });

    expect(keys(service)).toEqual([null, null]);
  });
});

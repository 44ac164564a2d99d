import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { named, newId, UnitOfWork } from '../../src/platform/database';
import type { Person } from '../support/person';
import { World } from '../support/world';

/** Until a request without a connection is answered, in ms: 3 s by the limit, and some for two busy cores. */
const ANSWERED_WITHIN = 6000;

const OPERATOR = { authorization: `Bearer ${'o'.repeat(32)}` };

interface DatabaseSection {
  pool: { size: number; idle: number; waiting: number };
  slowQueries: number;
  slowest: { query: string; count: number; p95Milliseconds: number }[];
}

describe('When the database cannot do it', () => {
  let world: World;
  let work: UnitOfWork;
  let ada: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z', { DATABASE_POOL_SIZE: '2', OPS_TOKEN: 'o'.repeat(32) });
    work = world.app.get(UnitOfWork);
    ada = await world.person('Ada');
    await world.rows('CREATE TABLE notes (id integer PRIMARY KEY, title text UNIQUE, stars integer CHECK (stars < 6))');
    await world.rows('INSERT INTO notes VALUES (1), (2)');
  });

  afterAll(() => world.end());

  /** Takes all connections until it is called. */
  async function takeAllConnections(): Promise<() => Promise<void>> {
    const runners = [1, 2].map(() => world.app.get(DataSource).createQueryRunner());
    await Promise.all(runners.map((runner) => runner.connect()));
    return async () => {
      for (const runner of runners) await runner.release();
    };
  }

  const problemOf = (sql: string) => work.run(() => work.execute(sql)).catch((problem) => problem);
  const read = async <Body>(path: string) => (await world.http.raw<Body>(path, { headers: OPERATOR })).body;

  it('every request is answered in time when all connections are taken: come back in 2 s', async () => {
    const giveBack = await takeAllConnections();
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ada.api.get<{ code: string }>('/me')));
    expect(performance.now() - begun).toBeLessThan(ANSWERED_WITHIN);
    for (const { status, body, headers } of answers) {
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'database-busy', '2']);
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
    await giveBack();
    const after = await Promise.all(Array.from({ length: 20 }, () => ada.api.get('/me')));
    expect(after.map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  it('and metrics and probes are answered all the same, without a claim nobody could check', async () => {
    const giveBack = await takeAllConnections();
    const metrics = await world.http.raw<string>('/metrics', { headers: OPERATOR });
    expect([metrics.status, metrics.body]).toEqual([
      200,
      expect.stringContaining('callivate_database_pool_connections'),
    ]);
    const ready = await world.http.raw<{ error: object }>('/health/ready', {});
    expect([ready.status, ready.body.error]).toMatchObject([503, { schema: { message: 'It could not be asked.' } }]);
    await giveBack();
  });

  it('a request that waits its turn is served when a connection comes free in time', async () => {
    const giveBack = await takeAllConnections();
    const answer = ada.api.get('/me');
    await giveBack();
    expect((await answer).status).toBe(200);
  });

  it('what it refuses is said in the words of the API, without values', async () => {
    await work.execute(`INSERT INTO notes VALUES (3, 'ada@example.com')`);
    const taken = await problemOf(`INSERT INTO notes VALUES (4, 'ada@example.com')`);
    expect(taken).toMatchObject({ status: 409, kind: { code: 'already-taken' }, errors: [{ pointer: '/title' }] });
    expect(JSON.stringify([taken, taken.also.cause])).not.toContain('@example.com) already');
    const unfit = await problemOf('INSERT INTO notes VALUES (4, NULL, 7)');
    expect(unfit).toMatchObject({ status: 400, kind: { code: 'invalid-request' } });
    const dangling = await problemOf(`INSERT INTO suppressions VALUES ('${newId()}', now(), 'app', 'no')`);
    expect(dangling).toMatchObject({ status: 409, kind: { code: 'gone-meanwhile' } });
    const faulty = await problemOf('SELECT nothing FROM nowhere');
    expect(faulty).toMatchObject({ status: 500, kind: { code: 'database-failed', retryable: false } });
  });

  it('a statement or a lock that takes too long is given up: come back in 2 s', async () => {
    const busy = { status: 503, kind: { code: 'database-busy' }, also: { headers: { 'Retry-After': '2' } } };
    expect(await problemOf(`SET LOCAL statement_timeout = 20; SELECT pg_sleep(5)`)).toMatchObject(busy);
    const waiting = await work.run(async () => {
      await work.execute('UPDATE notes SET stars = 1 WHERE id = 1');
      const other = world.app.get(DataSource).transaction(async (manager) => {
        await manager.query('SET LOCAL lock_timeout = 20');
        await manager.query('UPDATE notes SET stars = 2 WHERE id = 1');
      });
      return other.catch((error) => error);
    });
    expect(waiting.driverError.code).toBe('55P03');
  });

  it('two transactions that wait for each other both get done: who is thrown out begins again', async () => {
    let met = 0;
    let letGo!: () => void;
    const bothHoldOne = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const touch = (id: number) => work.execute('UPDATE notes SET stars = coalesce(stars, 0) + 1 WHERE id = $1', [id]);
    const tries = { forth: 0, back: 0 };
    const crossing = (way: 'forth' | 'back', [first, second]: [number, number]) =>
      work.run(async () => {
        tries[way] += 1;
        await touch(first);
        met += 1;
        if (met === 2) letGo();
        await bothHoldOne;
        await touch(second);
      });
    await work.execute('UPDATE notes SET stars = 0');
    await Promise.all([crossing('forth', [1, 2]), crossing('back', [2, 1])]);
    expect(tries.forth + tries.back).toBe(3);
    expect(await world.rows('SELECT stars FROM notes WHERE id < 3')).toEqual([{ stars: 2 }, { stars: 2 }]);
  });

  it('a transaction that loses each time is given up after the third', async () => {
    let tries = 0;
    const hopeless = work.run(async () => {
      tries += 1;
      await work.execute(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'serialization_failure'; END $$`);
    });
    await expect(hopeless).rejects.toMatchObject({ status: 503, kind: { code: 'database-busy' } });
    expect(tries).toBe(3);
  });

  it('nothing is tried again that failed for another reason', async () => {
    let tries = 0;
    const failing = work.run(async () => {
      tries += 1;
      throw new Error('mine');
    });
    await expect(failing).rejects.toThrow('mine');
    expect(tries).toBe(1);
  });

  it('a connection that is cut in the middle of a transaction is a 503, and the next one works', async () => {
    const cut = await work
      .run(async () => {
        const row = await work.row<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await world.app.get(DataSource).query('SELECT pg_terminate_backend($1, 1000)', [row!.pid]);
        await work.row('SELECT 1');
      })
      .catch((problem) => problem);
    expect(cut).toMatchObject({ status: 503, kind: { code: 'database-unavailable' } });
    expect(cut.also.headers).toEqual({ 'Retry-After': '5' });
    expect((await ada.api.get('/me')).status).toBe(200);
  });

  it('a slow query is told by its name, with how long and how much, and never with what was asked', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn');
    await named('notes.ponder', () => work.rows('SELECT pg_sleep($1), $2::text', [0.21, 'ada@example.com']));
    const told = { query: 'notes.ponder', milliseconds: expect.any(Number), rows: 1 };
    expect(warn.mock.calls).toEqual([[told, 'A slow query']]);
    warn.mockRestore();
  });

  it('operators see it: by name, by class, by connection', async () => {
    const metrics = await read<string>('/metrics');
    expect(metrics).toMatch(/callivate_database_query_seconds_count\{query="sessions.isAlive"\} \d+/);
    expect(metrics).toMatch(/callivate_database_query_seconds_count\{query="transaction"\} \d+/);
    expect(metrics).toMatch(/callivate_database_errors_total\{class="contended"\} [4-9]/);
    // One wait for all twenty: the guard asks once whose the session is.
    expect(metrics).toMatch(/callivate_database_errors_total\{class="busy"\} [1-9]/);
    expect(metrics).toMatch(/callivate_database_pool_connections\{state="size"\} [12]/);
    const { database } = await read<{ database: DatabaseSection }>('/status');
    expect(database.pool).toEqual({ size: expect.any(Number), idle: expect.any(Number), waiting: 0 });
    expect(database.slowQueries).toBeGreaterThan(0);
    expect(database.slowest).toHaveLength(10);
    expect(database.slowest[0]).toEqual({
      query: expect.any(String),
      count: expect.any(Number),
      p95Milliseconds: expect.any(Number),
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient } from '../support/http-client';
import type { App } from './support/app';
import { type Machine, onAMachine } from './support/machine';
import { RedisServer } from './support/redis';
import { staysSo, timeOf, until } from './support/until';

/** The bound of docs/decisions/0009, in ms, and what a request may take on a busy machine. */
const AT_MOST = 5000 + 500;

/** People who read at the same time, and how long each waits between two reads, in ms: below their limits. */
const READERS = 8;
const PACE = 150;

describe('Two processes', () => {
  it('with Redis see each other’s word, through its death and its return', () =>
    withRedis(async (machine, redis) => {
      const [one, other] = await pair(machine, { REDIS_URL: redis.url });
      await shareTheLimit(one, other);
      await seeTheOthersWord(one, other);
      await surviveItsDeath(machine, redis, [one, other]);
    }));

  it('with a Redis that hangs go on, and an ended session is refused within the bound', () =>
    withRedis(async (machine, redis) => {
      const [one, other] = await pair(machine, { REDIS_URL: redis.url });
      const ada = await signIn(one, 'Ada');
      expect(await statusAt(other, ada)).toBe(200);
      redis.freeze();
      expect((await (await at(one, ada)).get('/me')).headers.get('RateLimit')).toMatch(/^"person";r=\d+;t=\d+$/);
      expect((await (await at(one, ada)).post('/auth/logout')).status).toBe(204);
      expect(await statusAt(one, ada)).toBe(401);
      expect(await timeOf(() => refusalAt(other, ada))).toBeLessThan(AT_MOST);
    }));

  it('without Redis see each other’s word within the bound', () =>
    onAMachine(async (machine) => {
      const [one, other] = await pair(machine, {});
      await seeTheOthersWord(one, other);
    }));

  it('start although Redis is not there, and use it once it is', async () => {
    const redis = await RedisServer.absent();
    await onAMachine(async (machine) => {
      const app = machine.start({ REDIS_URL: redis.url });
      const ada = await signIn(app, 'Ada');
      expect(await statusAt(app, ada)).toBe(200);
      await redis.startAgain();
      await until('a hit', () => hasNewHits(machine, app, ada));
    }).finally(() => redis.kill());
  });
});

async function withRedis(play: (machine: Machine, redis: RedisServer) => Promise<void>): Promise<void> {
  const redis = await RedisServer.start();
  await onAMachine((machine) => play(machine, redis)).finally(() => redis.kill());
}

async function pair(machine: Machine, environment: Record<string, string>): Promise<[App, App]> {
  const apps: [App, App] = [machine.start(environment), machine.start(environment)];
  await Promise.all(apps.map((app) => app.printedAddress()));
  return apps;
}

async function shareTheLimit(one: App, other: App): Promise<void> {
  const token = await signIn(one, 'Emma');
  const left = async (app: App) => {
    const { headers } = await (await at(app, token)).get('/me');
    return Number(/r=(\d+)/.exec(headers.get('RateLimit') ?? '')?.[1]);
  };
  const here = await left(one);
  expect(await left(other)).toBe(here - 1);
}

/** A session that is ended, and a zone that is changed, at one process; told by the other. */
async function seeTheOthersWord(one: App, other: App): Promise<void> {
  const [ada, berta] = [await signIn(one, 'Ada'), await signIn(one, 'Berta')];
  const zoneAt = async (app: App) => (await (await at(app, berta)).get<{ timeZone: string }>('/today')).body.timeZone;
  expect([await statusAt(other, ada), await zoneAt(one), await zoneAt(other)]).toEqual([200, 'UTC', 'UTC']);

  await (await at(one, ada)).post('/auth/logout');
  expect(await statusAt(one, ada)).toBe(401);
  expect(await timeOf(() => refusalAt(other, ada))).toBeLessThan(AT_MOST);

  await (await at(one, berta)).patch('/me', { timeZone: 'Asia/Tokyo' });
  expect(await zoneAt(one)).toBe('Asia/Tokyo');
  const seen = () => until('the new zone', async () => (await zoneAt(other)) === 'Asia/Tokyo');
  expect(await timeOf(seen)).toBeLessThan(AT_MOST);
}

async function surviveItsDeath(machine: Machine, redis: RedisServer, apps: [App, App]): Promise<void> {
  const readers = await Promise.all(Array.from({ length: READERS }, (_, index) => signIn(apps[0], `Reader ${index}`)));
  const reading = new AbortController();
  const statuses = Promise.all(readers.map((token, index) => read(apps[index % 2]!, token, reading.signal)));
  await pause(1000);
  await redis.kill();
  await pause(3000);
  await redis.startAgain();
  await until('hits again', () => hasNewHits(machine, apps[0], readers[0]!));
  reading.abort();
  const seen = (await statuses).flat();
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.filter((status) => status !== 200)).toEqual([]);
}

async function read(app: App, token: string, signal: AbortSignal): Promise<number[]> {
  const statuses: number[] = [];
  const api = await at(app, token);
  await staysSo(60_000, async () => {
    statuses.push((await api.get('/today')).status);
    await pause(PACE);
    return !signal.aborted;
  });
  return statuses;
}

async function hasNewHits(machine: Machine, app: App, token: string): Promise<boolean> {
  const before = await hitsOf(machine, app);
  await statusAt(app, token);
  await statusAt(app, token);
  return (await hitsOf(machine, app)) > before;
}

async function hitsOf(machine: Machine, app: App): Promise<number> {
  const token = readFileSync(join(machine.dataDir, 'secrets/ops-token'), 'utf8');
  const { body } = await (await app.http()).raw<string>('/metrics', { headers: { authorization: `Bearer ${token}` } });
  return Number(/callivate_cache_requests_total\{cache="sessions",outcome="hit"\} (\d+)/.exec(body)?.[1] ?? 0);
}

async function signIn(app: App, name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  const { status, body } = await (await app.http()).post<{ accessToken: string }>('/auth/dev', {
    email,
    name,
    timeZone: 'UTC',
  });
  if (status !== 200) throw new Error(`${name} could not sign in: ${status}`);
  return body.accessToken;
}

async function at(app: App, token: string): Promise<HttpClient> {
  return (await app.http()).as(token);
}

async function statusAt(app: App, token: string): Promise<number> {
  return (await (await at(app, token)).get('/me')).status;
}

function refusalAt(app: App, token: string): Promise<unknown> {
  return until('the refusal', async () => (await statusAt(app, token)) === 401);
}

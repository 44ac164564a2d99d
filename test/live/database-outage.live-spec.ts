import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from '../support/postgres';
import type { App } from './support/app';
import { onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, reach, staysSo, until } from './support/until';

/** PostgreSQL is gone from so long before the minute until so long after it, in ms. */
const GONE = { before: 7000, after: 8000 };

/** After its return the service does all it did, in ms. */
const RECOVERS_WITHIN = 10_000;

/** Between two sign-ins, in ms, so that they stay within what one address may ask. */
const WITHIN_THE_LIMIT = 200;

/** A request without a database is answered in time, in ms: nobody hangs. */
const ANSWERED_WITHIN = 5000;

describe('While its database is gone', () => {
  it('the service says so and when to come back, and then rings for what fell due', () =>
    onAMachine(async (machine) => {
      const postgres = await startThrowAwayPostgres();
      try {
        const url = postgres.url('postgres');
        await survives(machine.start({ DATABASE_URL: url, OPS_TOKEN: 'o'.repeat(32) }), postgres);
        expect(await listeners(url)).toBe(1);
      } finally {
        await postgres.stop();
      }
    }));
});

async function survives(app: App, postgres: ThrowAwayPostgres): Promise<void> {
  const ada = await Person.signIn(app, 'Ada');
  const minute = nextMinute(GONE.before + 3000);
  await ada.habit('Read', minute);
  const events = await ada.listen();

  await reach(new Date(minute.getTime() - GONE.before));
  await postgres.fall();
  const end = minute.getTime() + GONE.after;
  expect(await staysSo(end - Date.now(), () => saysSo(app))).toBe(true);
  expect(events.rings).toEqual([]);

  await postgres.rise();
  const back = Date.now();
  await until('the first answer', async () => (await request(app)).status === 200, RECOVERS_WITHIN);
  await until('readiness', async () => (await app.readiness()) === 200, RECOVERS_WITHIN);
  const ring = await events.ring(RECOVERS_WITHIN);
  expect(ring.at.getTime() - back).toBeLessThan(RECOVERS_WITHIN);
  expect(await staysSo(3000, () => events.rings.length === 1)).toBe(true);
  expect(await ada.calls()).toMatchObject([{ id: ring.callId, purpose: 'due', status: 'ringing' }]);
}

/** Whether requests are refused with the hour to return, it takes no traffic, and nobody restarts it for that. */
async function saysSo(app: App): Promise<boolean> {
  await pause(WITHIN_THE_LIMIT);
  const begun = performance.now();
  const { status, headers, body } = await request(app);
  expect(performance.now() - begun).toBeLessThan(ANSWERED_WITHIN);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'database-unavailable', '5']);
  const live = await (await app.http()).raw('/health/live', {});
  return live.status === 200 && (await app.readiness()) === 503;
}

/** Signs somebody in: reads and writes. */
async function request(app: App) {
  return (await app.http()).post('/auth/dev', { email: 'grace@example.com', name: 'Grace', timeZone: 'UTC' });
}

/** How many connections wait for changes; asked by another one. */
async function listeners(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE application_name = 'callivate-changes'`,
  );
  await client.end();
  return rowCount ?? 0;
}

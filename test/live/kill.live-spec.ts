import type { App } from './support/app';
import { onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, reach, staysSo, timeOf, until } from './support/until';

/** After the last sign of life of a talk until another process has settled it, in ms. */
const RESCUED_WITHIN = 20_000;

/** A killed PostgreSQL is back, in ms. */
const RECOVERS_WITHIN = 10_000;

/** A dial that was cut in the middle is looked after when its lease is over, 30 s later. */
const RINGS_AGAIN_WITHIN = 60_000;

describe('kill -9', () => {
  it.concurrent('of the process that talks: another one settles the call as lost and queues one follow-up', () =>
    onAMachine(async (machine) => {
      const [talking, other] = [machine.start(), machine.start()];
      const ada = await Person.signIn(talking, 'Ada');
      const minute = nextMinute();
      const titles = ['Read', 'Run'];
      for (const title of titles) await ada.habit(title, minute);
      const { callId } = await (await ada.listen()).ring();
      const adaElsewhere = await ada.at(other);
      await (await ada.pickUp(callId)).say('yes');
      await until('the word kept', async () => (await adaElsewhere.call(callId)).results.length === 1);
      await talking.kill();

      const call = () => adaElsewhere.call(callId);
      const took = await timeOf(() => until('the settling', async () => (await call()).status === 'ended'));
      expect(took).toBeLessThan(RESCUED_WITHIN);
      expect((await call()).ending).toBe('lost');
      expect(Object.values(await adaElsewhere.today()).sort()).toEqual(['completed', 'due']);
      const purposes = async () => (await adaElsewhere.calls()).map(({ purpose, status }) => `${purpose} ${status}`);
      const expected = ['due ended', 'follow-up queued'];
      expect(await purposes()).toEqual(expected);
      expect(await staysSo(2000, async () => (await purposes()).join() === expected.join())).toBe(true);
    }));

  it.concurrent('of all processes the moment a habit falls due: the next start rings, once', () =>
    onAMachine(async (machine) => {
      const apps = [machine.start(), machine.start()];
      const ada = await Person.signIn(apps[0]!, 'Ada');
      const minute = nextMinute();
      await ada.habit('Read', minute);
      await reach(minute);
      await Promise.all(apps.map((app) => app.kill()));

      const next = machine.start();
      const adaNow = await ada.at(next);
      const events = await adaNow.listen();
      const ring = await events.ring(RINGS_AGAIN_WITHIN);
      expect(await staysSo(3000, () => events.rings.length === 1)).toBe(true);
      const calls = await adaNow.calls();
      expect(calls.map(({ id, purpose, status }) => ({ id, purpose, status }))).toEqual([
        { id: ring.callId, purpose: 'due', status: 'ringing' },
      ]);
    }));

  it.concurrent('of PostgreSQL: the app is not ready until it has recovered by itself, and rings for what fell due', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const ada = await Person.signIn(app, 'Ada');
      const minute = nextMinute();
      await ada.habit('Read', minute);
      const events = await ada.listen();
      await reach(new Date(minute.getTime() - 200));
      machine.killPostgres();

      expect(await recovery(app)).toBeLessThan(RECOVERS_WITHIN);
      expect((await events.ring(RECOVERS_WITHIN)).at.getTime()).toBeGreaterThanOrEqual(minute.getTime());
      expect(await staysSo(3000, () => events.rings.length === 1)).toBe(true);
      expect(await ada.calls()).toHaveLength(1);
    }));

  it.concurrent('of the only app: PostgreSQL goes on, and the next start joins it', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const ada = await Person.signIn(app, 'Ada');
      const postgres = machine.postgresPid;
      await app.kill();

      const next = machine.start();
      expect(await (await ada.at(next)).calls()).toEqual([]);
      expect(machine.postgresPid).toBe(postgres);
      expect(next.output).toContain('PostgreSQL was running already');
    }));
});

/** How long it takes from the first 503 to the next 200, in ms. */
async function recovery(app: App): Promise<number> {
  await until('a 503', async () => (await app.readiness()) === 503, RECOVERS_WITHIN);
  return timeOf(() => until('a 200', async () => (await app.readiness()) === 200));
}

import type { HabitResponse } from '../../src/modules/habits/habits.dto';
import { newId } from '../../src/platform/database';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

/** A Monday. */
const TODAY = '2026-03-02';

describe('A pause', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
  });

  afterEach(() => world.end());

  const habitOf = async (person: Person, { id }: { id: string }) =>
    (await (await person.fresh()).get<HabitResponse>(`/habits/${id}`)).body;
  const put = async (person: Person, path: string, body?: object) => (await person.fresh()).put(path, body);
  const remove = async (person: Person, path: string) => (await person.fresh()).delete(path);
  /** All that was asked of them, as `2026-03-02 20:00 planned`. */
  const askedOf = async (person: Person, from = TODAY, to = '2026-03-12') =>
    (await person.occurrences(from, to)).map(({ day, localTime, status }) => `${day} ${localTime} ${status}`);

  describe('of a habit', () => {
    it('until a day is silent before it, and asks again on that day by itself', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: '20:00' });

      const paused = await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-05' });

      expect(paused.body).toMatchObject({
        status: 'paused',
        pause: { of: 'habit', since: `${TODAY}T12:00:00.000Z`, resumesOn: '2026-03-05' },
        nextDueAt: '2026-03-05T20:00:00.000Z',
      });
      await world.reaches('2026-03-05T19:59', 'Europe/Lisbon');
      expect(await ada.calls()).toEqual([]);
      expect(await habitOf(ada, run)).toMatchObject({ status: 'active', pause: null });
      await world.reaches('2026-03-05T20:00', 'Europe/Lisbon');
      await (await ada.phone.pickUp()).say('yes');
      expect(await askedOf(ada, TODAY, '2026-03-05')).toEqual(['2026-03-05 20:00 completed']);
    });

    it('ends where the day of the person ends', async () => {
      const ada = await world.person('Ada');
      await ada.api.patch('/me/settings', { dayEndsAt: '03:00' });
      const run = await ada.habit('Run', { at: ['01:00', '04:00'] });
      await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-04' });
      await world.reaches('2026-03-04T12:00', 'Europe/Lisbon');
      expect((await askedOf(ada, TODAY, '2026-03-04'))[0]).toBe('2026-03-04 04:00 missed');
    });

    it('must end after today, in the zone the habit is in', async () => {
      const ada = await world.person('Ada');
      const [here, there] = [await ada.habit('Run'), await ada.habit('Call', { zone: 'Pacific/Kiritimati' })];
      for (const [{ id }, first] of [
        [here, '2026-03-03'],
        [there, '2026-03-04'],
      ] as const) {
        const refused = await put(ada, `/habits/${id}/pause`, { resumesOn: '2026-03-02' });
        expectProblem(refused, 400);
        expect(fieldErrors(refused)).toEqual({
          '/resumesOn': `Name a day after today, "${first}" or later; to end a pause now, delete it.`,
        });
        expect(await put(ada, `/habits/${id}/pause`, { resumesOn: first })).toMatchObject({ status: 200 });
      }
      for (const resumesOn of ['2026-02-30', 'tomorrow', 5]) {
        const refused = await put(ada, `/habits/${here.id}/pause`, { resumesOn });
        expect(Object.keys(fieldErrors(refused))).toEqual(['/resumesOn']);
      }
      expect(fieldErrors(await put(ada, '/me/pause', { resumesOn: '2026-3-9' }))).toEqual({
        '/resumesOn': 'Write "2026-3-9" as "2026-03-09".',
      });
      expectProblem(await put(ada, `/habits/${here.id}/pause`, { until: '2026-03-09' }), 400);
    });

    it('must end before the last day there is', async () => {
      const ada = await world.person('Ada');
      const { id } = await ada.habit('Run');
      for (const path of [`/habits/${id}/pause`, '/me/pause']) {
        for (const resumesOn of ['2200-01-01', '2500-01-01', '9999-12-31']) {
          const refused = await put(ada, path, { resumesOn });
          expectProblem(refused, 400);
          expect(fieldErrors(refused)).toEqual({
            '/resumesOn': 'Name a day up to "2199-12-31"; to pause until it is resumed by hand, make it null.',
          });
        }
        expect(await put(ada, path, { resumesOn: '2199-12-31' })).toMatchObject({ status: 200 });
      }
    });

    it('is a set: the last word holds, and the same word changes nothing', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: '20:00' });
      const set = async (body?: object) => {
        const { status, headers } = await put(ada, `/habits/${run.id}/pause`, body);
        expect(status).toBe(200);
        return [headers.get('etag'), (await habitOf(ada, run)).pause?.resumesOn, (await habitOf(ada, run)).nextDueAt];
      };

      expect(await set({ resumesOn: '2026-03-04' })).toEqual(['"2"', '2026-03-04', '2026-03-04T20:00:00.000Z']);
      expect(await set({ resumesOn: '2026-03-04' })).toEqual(['"2"', '2026-03-04', '2026-03-04T20:00:00.000Z']);
      expect(await set({ resumesOn: '2026-03-03' })).toEqual(['"3"', '2026-03-03', '2026-03-03T20:00:00.000Z']);
      expect(await set()).toEqual(['"4"', null, null]);
      expect(await set({ resumesOn: null })).toEqual(['"4"', null, null]);
      expect(await set({ resumesOn: '2026-03-04' })).toEqual(['"5"', '2026-03-04', '2026-03-04T20:00:00.000Z']);
      expect(await world.rows('SELECT FROM habit_pauses')).toHaveLength(1);
    });

    it('that is ended the same day brings back what is still to come, and nothing that was before', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: ['13:00', '18:00'] });
      await world.reaches(`${TODAY}T13:00`, 'Europe/Lisbon');
      await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-10' });
      expect((await ada.calls()).map(({ ending }) => ending)).toEqual(['canceled']);
      await world.passes({ hours: 1 });
      await remove(ada, `/habits/${run.id}/pause`);

      await world.reaches(`${TODAY}T18:00`, 'Europe/Lisbon');
      await (await ada.phone.pickUp()).say('yes');
      expect(await askedOf(ada, TODAY, TODAY)).toEqual([`${TODAY} 13:00 skipped`, `${TODAY} 18:00 completed`]);
      expect(await ada.streakOf(run)).toBe(1);
    });

    it('moves with the person to the beginning of that day elsewhere', async () => {
      const ada = await world.person('Ada', 'Europe/Lisbon');
      const run = await ada.habit('Run', { at: '07:00' });
      await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-05' });
      for (const [timeZone, dueAt] of [
        ['Asia/Tokyo', '2026-03-04T22:00:00.000Z'],
        ['Pacific/Honolulu', '2026-03-05T17:00:00.000Z'],
      ]) {
        await ada.api.patch('/me', { timeZone });
        expect(await habitOf(ada, run)).toMatchObject({ status: 'paused', nextDueAt: dueAt });
      }
      await world.reaches('2026-03-05T07:00', 'Pacific/Honolulu');
      await (await ada.phone.pickUp()).say('yes');
      expect(await ada.calls()).toHaveLength(1);
    });

    it('is over for whoever flies to where that day has begun, and stays over', async () => {
      const ada = await world.person('Ada', 'Pacific/Honolulu');
      const run = await ada.habit('Run', { at: '23:30' });
      await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-03' });
      await ada.api.patch('/me', { timeZone: 'Pacific/Kiritimati' });
      expect(await habitOf(ada, run)).toMatchObject({ status: 'active', pause: null });
      await ada.api.patch('/me', { timeZone: 'Pacific/Honolulu' });
      expect(await habitOf(ada, run)).toMatchObject({ status: 'active', nextDueAt: '2026-03-03T09:30:00.000Z' });
    });
  });

  describe('of everything', () => {
    it('silences all habits, also one made meanwhile, until the day named', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: '20:00' });

      const paused = await put(ada, '/me/pause', { resumesOn: '2026-03-04' });
      const read = await ada.habit('Read', { at: '21:00' });

      const pause = { since: `${TODAY}T12:00:00.000Z`, resumesOn: '2026-03-04' };
      expect(paused).toMatchObject({ status: 200, body: { paused: true, ...pause } });
      expect((await (await ada.fresh()).get('/me/pause')).body).toEqual({ paused: true, ...pause });
      for (const habit of [run, read]) {
        expect(await habitOf(ada, habit)).toMatchObject({ status: 'paused', pause: { of: 'everything', ...pause } });
      }
      await world.reaches('2026-03-04T20:00', 'Europe/Lisbon');
      await (await ada.phone.pickUp()).say('yes');
      expect(await ada.calls()).toHaveLength(1);
      expect(await askedOf(ada, TODAY, '2026-03-04')).toEqual([
        '2026-03-04 20:00 completed',
        '2026-03-04 21:00 planned',
      ]);
      const nothing = { paused: false, since: null, resumesOn: null };
      expect((await (await ada.fresh()).get('/me/pause')).body).toEqual(nothing);
    });

    it('without an end lasts until it is ended, and cancels what rings', async () => {
      const ada = await world.person('Ada');
      await ada.habit('Run', { at: '20:00' });
      await world.reaches(`${TODAY}T20:00`, 'Europe/Lisbon');

      for (let times = 0; times < 2; times += 1) {
        expect((await put(ada, '/me/pause')).body).toMatchObject({ paused: true, resumesOn: null });
      }
      const read = await ada.habit('Read', { at: '21:00' });
      await world.passes({ hours: 50 });
      expect((await ada.calls()).map(({ ending }) => ending)).toEqual(['canceled']);
      expect(await askedOf(ada)).toEqual([`${TODAY} 20:00 skipped`]);
      expect(await habitOf(ada, read)).toMatchObject({ status: 'paused', nextDueAt: null });

      for (let times = 0; times < 2; times += 1) expect((await remove(ada, '/me/pause')).status).toBe(204);
      expect((await askedOf(ada)).slice(0, 3)).toEqual([
        `${TODAY} 20:00 skipped`,
        '2026-03-05 20:00 planned',
        '2026-03-05 21:00 planned',
      ]);
      const actions = await world.rows<{ action: string }>(
        `SELECT action FROM audit_entries WHERE action LIKE 'everything%' ORDER BY at`,
      );
      expect(actions.map(({ action }) => action)).toEqual(['everything-paused', 'everything-resumed']);
    });

    it('leaves paused what is paused by itself, and the longer of both is told', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: '20:00' });
      await put(ada, `/habits/${run.id}/pause`, { resumesOn: '2026-03-05' });

      await put(ada, '/me/pause', { resumesOn: '2026-03-04' });
      expect((await habitOf(ada, run)).pause).toMatchObject({ of: 'habit', resumesOn: '2026-03-05' });
      await put(ada, '/me/pause', { resumesOn: '2026-03-06' });
      expect((await habitOf(ada, run)).pause).toMatchObject({ of: 'everything', resumesOn: '2026-03-06' });
      await put(ada, '/me/pause');
      expect((await habitOf(ada, run)).pause).toMatchObject({ of: 'everything', resumesOn: null });

      await remove(ada, '/me/pause');
      expect(await habitOf(ada, run)).toMatchObject({ status: 'paused', pause: { of: 'habit' } });
      await remove(ada, `/habits/${run.id}/pause`);
      expect(await habitOf(ada, run)).toMatchObject({ status: 'active', nextDueAt: `${TODAY}T20:00:00.000Z` });
    });

    it('must end after today, where the person is', async () => {
      const ada = await world.person('Ada');
      const refused = await put(ada, '/me/pause', { resumesOn: TODAY });
      expectProblem(refused, 400);
      expect(Object.keys(fieldErrors(refused))).toEqual(['/resumesOn']);
    });

    it('until a day needs to know where the person is', async () => {
      const ada = await world.person('Ada');
      await world.rows('UPDATE users SET time_zone = NULL');
      expectProblem(await put(ada, '/me/pause', { resumesOn: '2026-03-09' }), 409, 'time-zone-needed');
      expect((await put(ada, '/me/pause')).status).toBe(200);
    });
  });

  describe('or the archive', () => {
    it('holds a habit that rang from ringing again under the time that replaced it', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: '13:00' });
      await world.reaches(`${TODAY}T13:00`, 'Europe/Lisbon');
      await (await ada.phone.pickUp()).say('yes');
      const moveTo = async (time: string) =>
        (await ada.fresh()).patch(`/habits/${run.id}`, {
          schedule: { startDate: TODAY, times: [time], recurrence: 'FREQ=DAILY' },
        });

      await moveTo('18:00');
      for (const state of ['pause', 'archive']) {
        await put(ada, `/habits/${run.id}/${state}`);
        await remove(ada, `/habits/${run.id}/${state}`);
      }
      await moveTo('19:00');
      await put(ada, `/habits/${run.id}/pause`);
      await moveTo('20:00');
      await remove(ada, `/habits/${run.id}/pause`);

      expect(await askedOf(ada, TODAY, '2026-03-03')).toEqual([`${TODAY} 13:00 completed`, '2026-03-03 20:00 planned']);
    });
  });
});

describe('Two hundred habits', () => {
  it('are as many as one may have; an archived one makes room, and two do not fit where there is room for one', async () => {
    const world = await World.begin(`${TODAY}T12:00:00Z`);
    const ada = await world.person('Ada');
    const first = await ada.habit('First');
    await world.rows(
      `INSERT INTO habits (id, user_id, title, kind, start_date, times, channel, created_at, updated_at)
       SELECT id, $2, 'Run', 'yes-no', $3, '{20:00}', 'push', now(), now() FROM unnest($1::uuid[]) id`,
      [Array.from({ length: 198 }, newId), ada.id, TODAY],
    );
    const schedule = { startDate: TODAY, times: ['20:00'], recurrence: 'FREQ=DAILY' };
    const make = () => ada.api.post('/habits', { title: 'One more', schedule });

    const both = await Promise.all([make(), make()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expectProblem(await make(), 409, 'too-many-habits');

    expect((await ada.api.put(`/habits/${first.id}/archive`)).status).toBe(200);
    expect((await make()).status).toBe(201);
    expectProblem(await ada.api.delete(`/habits/${first.id}/archive`), 409, 'too-many-habits');
    await world.end();
  });
});

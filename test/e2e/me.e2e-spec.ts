import { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

describe('Me', () => {
  let world: World;
  let today = '2026-03-02';

  beforeAll(async () => {
    world = await World.begin(`${today}T12:00:00Z`);
  });

  afterAll(() => world.end());

  const habitOf = (person: Person, at: string, more: object = {}) => person.habit('Run', { at, every: null, ...more });

  describe('the profile', () => {
    it('tells who is signed in, and takes changes one by one', async () => {
      const ada = await world.person('Ada');

      const { status, body } = await ada.api.patch('/me', {
        name: 'Ada L.',
        locale: 'en-GB',
        onboardingCompleted: true,
      });

      const expected = { name: 'Ada L.', locale: 'en-GB', onboardingCompleted: true, timeZone: 'Europe/Lisbon' };
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: ada.id, email: 'ada@example.com', avatarUrl: null, ...expected });
      expect((await ada.api.get('/me')).body).toEqual(body);
      expect((await ada.api.patch('/me', { name: null })).body).toMatchObject({ name: null, locale: 'en-GB' });
    });

    it('names what is wrong, and changes nothing then', async () => {
      const bea = await world.person('Bea');

      const refused = await bea.api.patch('/me', { name: '', timeZone: 'Mars/Olympus', locale: 7, age: 36 });

      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused)).sort()).toEqual(['/age', '/locale', '/name', '/timeZone']);
      expect(fieldErrors(refused)['/timeZone']).toBe(
        'There is no time zone "Mars/Olympus"; give an IANA name like "Europe/Berlin".',
      );
      expect((await bea.api.get('/me')).body).toMatchObject({ name: 'Bea', timeZone: 'Europe/Lisbon' });
    });

    it('live in a zone as IANA spells it, however it was typed, and learn which one was meant', async () => {
      const bob = await world.person('Bob');
      for (const [typed, kept] of [
        ['europe/berlin', 'Europe/Berlin'],
        ['ASIA/CALCUTTA', 'Asia/Calcutta'],
        ['utc', 'UTC'],
      ]) {
        expect((await (await bob.fresh()).patch('/me', { timeZone: typed })).body).toMatchObject({ timeZone: kept });
      }
      const refused = await (await bob.fresh()).patch('/me', { timeZone: 'Europe/Berln' });
      expect(fieldErrors(refused)).toEqual({
        '/timeZone': 'There is no time zone "Europe/Berln"; did you mean "Europe/Berlin"?',
      });
      for (const timeZone of ['2026-03-01T00:00Z', '2026-03-01T00:00+01:00[Europe/Berlin]', '+01:00', '', null, 7]) {
        expectProblem(await (await bob.fresh()).patch('/me', { timeZone }), 400);
      }
    });

    it('is asked for a time zone before anything is planned on a guess', async () => {
      const cai = await Person.signIn(world, 'Cai');
      const schedule = { startDate: today, times: ['20:00'], recurrence: 'FREQ=DAILY' };

      const asked = await cai.api.post('/habits', { title: 'Run', schedule });
      expectProblem(asked, 409, 'time-zone-needed');
      expect(Object.keys(fieldErrors(asked))).toEqual(['/schedule/timeZone']);
      expectProblem(await cai.api.get('/today'), 409, 'time-zone-needed');
      expectProblem(await cai.api.post('/habits/preview', { schedule }), 409, 'time-zone-needed');

      const pinned = { ...schedule, timeZone: 'Asia/Tokyo' };
      expect((await cai.api.post('/habits', { title: 'Run', schedule: pinned })).status).toBe(201);
      await cai.api.patch('/me', { timeZone: 'Europe/Paris' });
      expect((await cai.api.post('/habits', { title: 'Run', schedule })).status).toBe(201);
    });

    it('moves what is planned to the new zone, and leaves alone what is pinned and what has rung', async () => {
      today = await world.nextNoon();
      const dan = await world.person('Dan');
      const rung = await habitOf(dan, '12:05');
      const follows = await habitOf(dan, '20:00');
      const pinned = await habitOf(dan, '20:00', { zone: 'Europe/Lisbon' });
      await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
      await dan.phone.decline();

      const api = await dan.fresh();
      await api.patch('/me', { timeZone: 'America/New_York' });

      const dueOf = async ({ id }: { id: string }) =>
        (await api.get<{ items: { dueAt: string }[] }>(`/habits/${id}/occurrences?from=${today}&to=${today}`)).body
          .items;
      expect(await dueOf(rung)).toMatchObject([{ dueAt: `${today}T12:05:00.000Z`, status: 'due' }]);
      expect(await dueOf(pinned)).toMatchObject([{ dueAt: `${today}T20:00:00.000Z` }]);
      expect((await dueOf(follows)).map(({ dueAt }) => dueAt)).toEqual([expect.stringMatching(/T01:00:00.000Z$/)]);
    });
  });

  describe('the settings', () => {
    it('begin with a day that rings from eight to nine in the evening, and keep what is left out', async () => {
      const eve = await world.person('Eve');
      const before = (await eve.api.get('/me/settings')).body;
      expect(before).toMatchObject({ ringOn: 'app', appRings: 'any-hour', followUpMinutes: 30, graceMinutes: 120 });
      expect(before).toMatchObject({ callingWindow: { start: '08:00', end: '21:00', days: {} }, dayEndsAt: '00:00' });
      expect(before).toMatchObject({ bundleMinutes: 10 });

      const { body } = await eve.api.patch('/me/settings', {
        followUpMinutes: 10,
        bundleMinutes: 0,
        timeFormat: '12h',
        dayEndsAt: '03:00',
      });

      expect(body).toEqual({ ...before, followUpMinutes: 10, bundleMinutes: 0, timeFormat: '12h', dayEndsAt: '03:00' });
      expect((await eve.api.get('/me/settings')).body).toEqual(body);
    });

    it('follow up after as many minutes as they say', async () => {
      today = await world.nextNoon();
      const fay = await world.person('Fay');
      await fay.api.patch('/me/settings', { followUpMinutes: 5 });
      await habitOf(fay, '12:05');
      await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
      await fay.phone.decline();

      await world.passes({ minutes: 4, seconds: 59 });
      expect(await fay.phone.isSilent()).toBe(true);
      await world.passes({ seconds: 1 });
      expect((await fay.phone.ringing()).purpose).toBe('follow-up');
    });

    it.each([
      ['a telephone that is not there', { ringOn: 'phone' }, 409, '/ringOn'],
      [
        'a window that begins at 25:00',
        { callingWindow: { start: '25:00', end: '21:00' } },
        400,
        '/callingWindow/start',
      ],
      [
        'a day that is none',
        { callingWindow: { start: '08:00', end: '21:00', days: { XX: null } } },
        400,
        '/callingWindow/days/XX',
      ],
      [
        'half a day',
        { callingWindow: { start: '08:00', end: '21:00', days: { SA: { start: '10:00' } } } },
        400,
        '/callingWindow/days/SA/end',
      ],
      ['no patience', { followUpMinutes: 4 }, 400, '/followUpMinutes'],
      ['a bundle of more than an hour', { bundleMinutes: 61 }, 400, '/bundleMinutes'],
      ['half a minute', { graceMinutes: 15.5 }, 400, '/graceMinutes'],
      ['a day that ends at noon', { dayEndsAt: '12:00' }, 400, '/dayEndsAt'],
      ['a silence without a zone', { silentUntil: '2026-03-05T10:00' }, 400, '/silentUntil'],
      ['a silence that is no moment', { silentUntil: true }, 400, '/silentUntil'],
      ['a silence until a day that does not exist', { silentUntil: '2026-02-30T10:00:00Z' }, 400, '/silentUntil'],
      ['a silence beyond all calendars', { silentUntil: '-271821-04-20T00:00:00Z' }, 400, '/silentUntil'],
      ['a setting that does not exist', { volume: 11 }, 400, '/volume'],
    ])('refuse %s by name', async (_, change, status, pointer) => {
      const gil = await world.person('Gil');
      const refused = await gil.api.patch('/me/settings', change);

      expectProblem(refused, status);
      expect(Object.keys(fieldErrors(refused))).toEqual([pointer]);
    });
  });

  describe('leaving', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    const traces = async (userId: string) => {
      const tables = await world.rows<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'user_id' AND table_schema = 'public'`,
      );
      const counts = await Promise.all(
        tables.map(({ name }) =>
          world.rows<{ n: number }>(`SELECT count(*) AS n FROM ${name} WHERE user_id = $1`, [userId]),
        ),
      );
      return Object.fromEntries(
        tables.map(({ name }, i) => [name, Number(counts[i]![0]!.n)]).filter(([, n]) => n !== 0),
      );
    };

    it('takes everything along, a call that rings included', async () => {
      const nia = await world.person('Nia');
      await habitOf(nia, '12:05');
      await nia.habit('Read', { at: '12:00', from: today, channel: 'push' });
      await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
      const api = await nia.fresh();
      expect(Object.keys(await traces(nia.id))).toEqual(
        expect.arrayContaining(['calls', 'habits', 'occurrences', 'sessions']),
      );

      expect((await api.delete('/me')).status).toBe(204);

      expect(await traces(nia.id)).toEqual({});
      expectProblem(await api.get('/me'), 401);
      await world.passes({ hours: 3 });
      expect(await traces(nia.id)).toEqual({});
    });

    it('ends the talk that is under way, whatever is still said in it', async () => {
      const oli = await world.person('Oli');
      await habitOf(oli, '12:05');
      await habitOf(oli, '12:05');
      await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
      const line = await oli.phone.pickUp();
      await (await oli.fresh()).delete('/me');

      await line.say('yes');
      await line.say('yes');

      expect(line.closed).toMatchObject({ code: 4409 });
      expect(await traces(oli.id)).toEqual({});
    });
  });
});

import { addDays } from '../../src/kernel/local-time';
import type { HabitPage, HabitResponse, PreviewResponse } from '../../src/modules/habits/habits.dto';
import type { OccurrencePage } from '../../src/modules/habits/occurrences.dto';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

describe('Habits', () => {
  let world: World;
  let today = '2026-03-02';

  beforeAll(async () => {
    world = await World.begin(`${today}T12:00:00Z`);
  });

  afterAll(() => world.end());

  const daily = (...times: string[]) => ({ startDate: today, times, recurrence: 'FREQ=DAILY' });
  const occurrencesOf = async (person: Person, { id }: { id: string }, day: string) => {
    const api = await person.fresh();
    const { body } = await api.get<OccurrencePage>(`/habits/${id}/occurrences?from=${day}&to=${day}`);
    return body.items.map(({ localTime, status }) => `${localTime} ${status}`);
  };

  it('are made, read, changed and deleted', async () => {
    const { api } = await world.person('Ada');
    const made = await api.post<HabitResponse>('/habits', { title: 'Read ten pages', schedule: daily('20:00') });

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ title: 'Read ten pages', kind: 'yes-no', target: null, channel: 'call' });
    expect(made.body).toMatchObject({ status: 'active', lateMinutes: 10, nextDueAt: `${today}T20:00:00.000Z` });
    expect(made.body.schedule).toEqual({
      ...daily('20:00'),
      endDate: null,
      timeZone: null,
      goal: null,
      exceptions: [],
      text: 'Every day at 20:00',
    });
    expect(made.body.streak).toEqual({ current: 0, longest: 0, unit: 'day' });
    expect((await api.get(`/habits/${made.body.id}`)).body).toEqual(made.body);

    const changed = await api.patch<HabitResponse>(`/habits/${made.body.id}`, {
      title: 'Read',
      schedule: daily('21:00'),
    });
    expect(changed.body).toMatchObject({ title: 'Read', nextDueAt: `${today}T21:00:00.000Z`, channel: 'call' });

    expect((await api.delete(`/habits/${made.body.id}`)).status).toBe(204);
    expectProblem(await api.get(`/habits/${made.body.id}`), 404, 'not-found');
    expectProblem(await api.delete(`/habits/${made.body.id}`), 404, 'not-found');
    expect((await api.get('/today')).body).toMatchObject({ items: [] });
  });

  it('show what they asked for a page at a time, each once', async () => {
    const person = await world.person('Ava');
    const { id } = await person.habit('Drink', { at: ['13:00', '16:00', '19:00', '22:00'] });
    await person.habit('Eat', { at: '16:00' });
    const days = `from=${today}&to=2026-03-03`;
    const pages = async (path: string) => {
      const sizes: number[] = [];
      const shown: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: OccurrencePage = (
          await person.api.get<OccurrencePage>(`${path}?${days}&limit=3${cursor && `&cursor=${cursor}`}`)
        ).body;
        sizes.push(page.items.length);
        shown.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      }
      const { body } = await person.api.get<OccurrencePage>(`${path}?${days}`);
      expect([shown, body.nextCursor]).toEqual([body.items.map((item) => item.id), null]);
      return sizes;
    };

    expect(await pages('/occurrences')).toEqual([3, 3, 3, 1]);
    expect(await pages(`/habits/${id}/occurrences`)).toEqual([3, 3, 2]);
  });

  it('take back the schedule they gave, and what asks for nothing', async () => {
    const ada = await world.person('Ada');
    const { id, schedule } = await ada.habit('Read', { at: '20:00' });

    const again = await ada.api.patch(`/habits/${id}`, { schedule: { ...schedule, goal: null, exceptions: [] } });
    expect(again).toMatchObject({ status: 200, body: { schedule } });
  });

  it('are listed a page at a time, in order of making, none twice and none left out', async () => {
    const bea = await world.person('Bea');
    const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
    for (const title of titles) await bea.habit(title, { every: null });

    const read: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null; page += 1) {
      const { body }: { body: HabitPage } = await bea.api.get(`/habits?limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(...body.items.map(({ title }) => title));
      expect(body.items).toHaveLength(page < 2 ? 2 : 1);
      cursor = body.nextCursor;
    }
    expect(read).toEqual(titles);
  });

  it('are paused and resumed: a set, not a toggle', async () => {
    const cai = await world.person('Cai');
    const run = await cai.habit('Run', { at: '20:00' });
    const { api } = cai;

    for (let times = 0; times < 2; times += 1) {
      expect((await api.put(`/habits/${run.id}/pause`)).body).toMatchObject({ status: 'paused', nextDueAt: null });
    }
    expect(await occurrencesOf(cai, run, today)).toEqual([]);
    expect((await api.get<HabitPage>('/habits?status=paused')).body.items.map(({ id }) => id)).toEqual([run.id]);
    expect((await api.get<HabitPage>('/habits?status=active')).body.items).toEqual([]);

    for (let times = 0; times < 2; times += 1) {
      expect((await api.delete(`/habits/${run.id}/pause`)).body).toMatchObject({ status: 'active' });
    }
    expect(await occurrencesOf(cai, run, today)).toEqual(['20:00 planned']);
  });

  it('are archived with all their history, and taken out again: a set, not a toggle', async () => {
    const dan = await world.person('Dan');
    const run = await dan.habit('Run', { at: ['18:00', '20:00'] });
    const [item] = (await dan.today()).items;
    await dan.checkIn(item!.occurrence.id);
    const { api } = dan;

    for (let times = 0; times < 2; times += 1) {
      expect((await api.put(`/habits/${run.id}/archive`)).body).toMatchObject({ status: 'archived', nextDueAt: null });
    }
    expect(await occurrencesOf(dan, run, today)).toEqual(['18:00 completed']);
    expect((await api.get<HabitPage>('/habits')).body.items).toEqual([]);
    expect((await api.get<HabitPage>('/habits?status=archived')).body.items).toHaveLength(1);
    expectProblem(await api.patch(`/habits/${run.id}`, { title: 'Walk' }), 409, 'habit-archived');
    expectProblem(await api.put(`/habits/${run.id}/pause`), 409, 'habit-archived');

    for (let times = 0; times < 2; times += 1) {
      expect((await api.delete(`/habits/${run.id}/archive`)).body).toMatchObject({ status: 'active' });
    }
    expect(await occurrencesOf(dan, run, today)).toEqual(['18:00 completed', '20:00 planned']);
  });

  it('are pinned to a zone as IANA spells it, however it was typed', async () => {
    const { api } = await world.person('Zoe');
    const pinned = (timeZone: string) => ({ title: 'Read', schedule: { ...daily('20:00'), timeZone } });

    const { body } = await api.post<HabitResponse>('/habits', pinned('europe/berlin'));
    expect(body.schedule).toMatchObject({ timeZone: 'Europe/Berlin', text: expect.stringContaining('Europe/Berlin') });
    const moved = await api.patch<HabitResponse>(`/habits/${body.id}`, { schedule: pinned('ASIA/calcutta').schedule });
    expect(moved.body.schedule.timeZone).toBe('Asia/Calcutta');
    expect(await world.rows('SELECT time_zone FROM habits WHERE id = $1', [body.id])).toEqual([
      { timeZone: 'Asia/Calcutta' },
    ]);
    const { schedule } = pinned('asia/tokyo');
    const shown = await api.post<PreviewResponse>('/habits/preview', { schedule });
    expect(shown.body.schedule.timeZone).toBe('Asia/Tokyo');
  });

  it('are shown before they are kept', async () => {
    const { api } = await world.person('Eve');
    const schedule = { startDate: today, times: ['07:00'], recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR' };
    const preview = (request: object) => api.post<PreviewResponse>('/habits/preview', request);

    const { status, body } = await preview({ schedule, count: 3 });

    expect(status).toBe(200);
    expect(body.text).toBe('Mon, Wed and Fri at 07:00');
    expect(body.instants).toEqual(['2026-03-04T07:00:00.000Z', '2026-03-06T07:00:00.000Z', '2026-03-09T07:00:00.000Z']);
    expect((await preview({ schedule, count: 1, timeZone: 'Asia/Tokyo' })).body.instants).toEqual([
      '2026-03-03T22:00:00.000Z',
    ]);
    expect(body.schedule).toEqual({
      ...{ ...schedule, endDate: null, timeZone: null, goal: null, exceptions: [] },
      text: 'Mon, Wed and Fri at 07:00',
    });
    const nowhere = await preview({ schedule, timeZone: 'Asia/Tokio' });
    expectProblem(nowhere, 400, 'invalid-request');
    expect(fieldErrors(nowhere)).toEqual({
      '/timeZone': 'There is no time zone "Asia/Tokio"; did you mean "Asia/Tokyo"?',
    });
    expect((await api.get<HabitPage>('/habits')).body.items).toEqual([]);
  });

  describe('with single changes', () => {
    const NAMES = { localTime: '20:00' };
    const canceled = (localDate: string) => ({ ...NAMES, localDate });
    const moved = (localDate: string, date: string, time: string) => ({
      ...canceled(localDate),
      movedTo: { localDate: date, localTime: time },
    });
    const usual = { startDate: '2026-03-02', times: ['20:00'], recurrence: 'FREQ=DAILY' };
    const EXCEPTION = '/schedule/exceptions/0';

    it.each<[string, object, string, string]>([
      [
        'all its moments are canceled',
        { recurrence: 'FREQ=DAILY;COUNT=2', exceptions: [canceled('2026-03-02'), canceled('2026-03-03')] },
        '/schedule/exceptions',
        'The changes cancel every moment of this schedule: leave one of them out, or give the schedule more dates.',
      ],
      [
        'all that is left of it is canceled',
        { startDate: '2026-03-01', endDate: '2026-03-02', exceptions: [canceled('2026-03-02')] },
        '/schedule/exceptions',
        'The changes cancel every moment still to come: leave one of them out, or give the schedule more dates.',
      ],
      [
        'it is past, changed or not',
        { startDate: '2026-02-27', endDate: '2026-03-01', exceptions: [canceled('2026-03-01')] },
        '/schedule/endDate',
        'All of this schedule is past: choose a date or a time still to come.',
      ],
      [
        'a moment is changed that is past',
        { startDate: '2026-03-01', exceptions: [canceled('2026-03-01')] },
        EXCEPTION,
        '2026-03-01 at 20:00 is past and stays as it was: leave this change out.',
      ],
      [
        'a moment is moved to what is past',
        { exceptions: [moved('2026-03-02', '2026-03-02', '11:59')] },
        `${EXCEPTION}/movedTo`,
        '2026-03-02 at 11:59 is past: choose a time still to come, or null to cancel the moment.',
      ],
      [
        'two moments fall together on the night the clocks of the person change',
        { times: ['20:00', '03:30'], exceptions: [moved('2026-03-28', '2026-03-29', '02:30')] },
        `${EXCEPTION}/movedTo`,
        '2026-03-29 at 02:30 falls together with 2026-03-29 at 03:30 as clocks change: choose another time, or cancel one of the two.',
      ],
    ])('are refused alike when shown and when made, where %s', async (_, changed, pointer, message) => {
      const { api } = await world.person('Pia', 'Europe/Berlin');
      const schedule = { ...usual, ...changed };

      for (const path of ['/habits/preview', '/habits']) {
        const refused = await api.post(path, { schedule, ...(path === '/habits' && { title: 'Run' }) });
        expectProblem(refused, 400, 'invalid-request');
        expect(fieldErrors(refused)).toEqual({ [pointer]: message });
      }
    });

    it('keep old changes through later edits, and take no new ones of what is past', async () => {
      const today = await world.nextNoon();
      const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
      const quinn = await world.person('Quinn', 'UTC');
      const exceptions = [canceled(today), moved(tomorrow, today, '13:00')];
      const schedule = { ...usual, startDate: yesterday, exceptions };
      const { id } = (await quinn.api.post<HabitResponse>('/habits', { title: 'Run', schedule })).body;
      await world.time.reach(new Date(`${addDays(today, 3)}T12:00:00Z`));
      const api = await quinn.fresh();
      const edited = { ...schedule, endDate: addDays(today, 60) };

      expect((await api.post('/habits/preview', { schedule: edited, habitId: id })).status).toBe(200);
      expect((await api.patch<HabitResponse>(`/habits/${id}`, { schedule: edited })).status).toBe(200);

      const changes: [object, string][] = [
        [canceled(yesterday), '/schedule/exceptions/2'],
        [moved(addDays(today, 4), addDays(today, 2), '12:00'), '/schedule/exceptions/2/movedTo'],
      ];
      for (const [change, pointer] of changes) {
        const wrong = { ...schedule, exceptions: [...exceptions, change] };
        for (const refused of [
          await api.patch(`/habits/${id}`, { schedule: wrong }),
          await api.post('/habits/preview', { schedule: wrong, habitId: id }),
        ]) {
          expectProblem(refused, 400, 'invalid-request');
          expect(Object.keys(fieldErrors(refused))).toEqual([pointer]);
        }
      }
      expect((await api.get<HabitResponse>(`/habits/${id}`)).body.schedule.exceptions).toHaveLength(2);
    });

    it("are shown for a habit of one's own alone", async () => {
      const run = await (await world.person('Rosa')).habit('Run', {});
      const { api } = await world.person('Sven');
      const refused = await api.post('/habits/preview', { text: 'every day at 7', habitId: run.id });
      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({ '/habitId': 'There is no such habit: leave it out for a new one.' });
    });
  });

  it('have a target when they count, and only then', async () => {
    const { api } = await world.person('Fay');
    const target = { value: 5, unit: 'km', direction: 'at-least' };
    const make = (fields: object) =>
      api.post<HabitResponse>('/habits', { title: 'Run', schedule: daily('20:00'), ...fields });

    const { status, body } = await make({ kind: 'numeric', target });
    expect(status).toBe(201);
    expect(body.target).toEqual(target);
    expect((await api.patch(`/habits/${body.id}`, { target: { ...target, value: 7.5 } })).body).toMatchObject({
      kind: 'numeric',
      target: { value: 7.5 },
    });

    for (const refused of [
      await make({ kind: 'numeric' }),
      await make({ kind: 'numeric', target: null }),
      await make({ target }),
      await api.patch(`/habits/${body.id}`, { kind: 'yes-no' }),
      await api.patch(`/habits/${body.id}`, { target: null }),
    ]) {
      expectProblem(refused, 400);
      expect(Object.keys(fieldErrors(refused))).toEqual(['/target']);
    }
    expect((await api.patch(`/habits/${body.id}`, { kind: 'yes-no', target: null })).body).toMatchObject({
      target: null,
    });
  });

  describe('as time passes', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    it('ring several times a day, each time on its own', async () => {
      const gil = await world.person('Gil');
      const drink = await gil.habit('Drink', { at: ['14:00', '13:00', '15:00'], every: null });
      expect(drink.schedule.times).toEqual(['13:00', '14:00', '15:00']);

      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      await (await gil.phone.pickUp()).say('yes');
      await world.reaches(`${today}T14:00`, 'Europe/Lisbon');
      await (await gil.phone.pickUp()).say('skip it');

      expect(await gil.dayOf(today)).toEqual(['13:00 completed', '14:00 skipped', '15:00 planned']);
    });

    it('do not ring twice in a day for a time that was moved after it rang', async () => {
      const hal = await world.person('Hal');
      const run = await hal.habit('Run', { at: ['13:00', '18:00'] });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      await (await hal.phone.pickUp()).say('yes');
      await world.reaches(`${today}T13:10`, 'Europe/Lisbon');

      const schedule = { startDate: today, times: ['14:00', '18:30'], recurrence: 'FREQ=DAILY' };
      expect((await (await hal.fresh()).patch(`/habits/${run.id}`, { schedule })).status).toBe(200);

      expect(await occurrencesOf(hal, run, today)).toEqual(['13:00 completed', '18:30 planned']);
      await world.reaches(`${today}T14:00`, 'Europe/Lisbon');
      expect(await hal.phone.isSilent()).toBe(true);
      today = await world.nextNoon();
      expect(await occurrencesOf(hal, run, today)).toEqual(['14:00 planned', '18:30 planned']);
      await (await hal.fresh()).delete(`/habits/${run.id}`);
    });

    it('stop ringing the moment they are paused, and a rest costs no streak', async () => {
      const ida = await world.person('Ida');
      const run = await ida.habit('Run', { at: ['13:00', '14:00'], every: null });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      await (await ida.phone.pickUp()).say('yes');
      await world.reaches(`${today}T14:00`, 'Europe/Lisbon');

      await (await ida.fresh()).put(`/habits/${run.id}/pause`);

      expect((await ida.calls()).map(({ ending }) => ending)).toEqual(['answered', 'canceled']);
      await world.passes({ hours: 4 });
      expect(await ida.calls()).toHaveLength(2);
      expect(await ida.messages()).toEqual([]);
      expect(await ida.dayOf(today)).toEqual(['13:00 completed', '14:00 skipped']);
      expect(await ida.streakOf(run)).toBe(1);
    });

    it('stay in the zone they are pinned to, wherever the person goes', async () => {
      const jan = await world.person('Jan', 'Europe/Lisbon');
      const pinned = await jan.habit('Call home', { at: '23:00', every: null, zone: 'Asia/Tokyo' });
      const follows = await jan.habit('Run', { at: '23:00', every: null });
      expect([pinned.nextDueAt, follows.nextDueAt]).toEqual([`${today}T14:00:00.000Z`, `${today}T23:00:00.000Z`]);

      await jan.api.patch('/me', { timeZone: 'Europe/Berlin' });

      const dueOf = async ({ id }: { id: string }) =>
        (await jan.api.get<HabitResponse>(`/habits/${id}`)).body.nextDueAt;
      expect([await dueOf(pinned), await dueOf(follows)]).toEqual([pinned.nextDueAt, `${today}T22:00:00.000Z`]);
    });

    it('write instead of ringing when the person prefers it', async () => {
      const kim = await world.person('Kim');
      await kim.habit('Run', { at: '13:00', every: null, channel: 'push' });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');

      expect(await kim.calls()).toEqual([]);
      expect(await kim.messages()).toMatchObject([{ kind: 'habit-due', title: 'Run', body: 'It is 13:00. Done?' }]);
      await world.passes({ hours: 2, seconds: 1 });
      expect(await kim.dayOf(today)).toEqual(['13:00 missed']);
    });

    it('are deleted with their history while they ring', async () => {
      const lea = await world.person('Lea');
      const run = await lea.habit('Run', { at: '13:00', every: null });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');

      expect((await (await lea.fresh()).delete(`/habits/${run.id}`)).status).toBe(204);

      expect(await lea.phone.isSilent()).toBe(true);
      expect(await lea.dayOf(today)).toEqual([]);
    });
  });
});

import type { AnswerResponse, CallPage, CallResponse } from '../../src/modules/calls/calls.dto';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

describe('Calls', () => {
  let world: World;
  let today: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });

  beforeEach(async () => {
    today = await world.nextNoon();
  });

  afterAll(() => world.end());

  const once = (person: Person, at: string, title = 'Run') => person.habit(title, { at, every: null });
  const callNow = async (person: Person, { id }: { id: string }) =>
    (await person.fresh()).post<CallResponse>(`/habits/${id}/calls`);
  const answer = async (person: Person, { id }: { id: string }) =>
    (await person.fresh()).post<AnswerResponse>(`/calls/${id}/answer`);
  const story = async (person: Person) => (await person.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`);
  const rings = async (person: Person, at = '13:00') => {
    await once(person, at);
    await world.reaches(`${today}T${at}`, 'Europe/Lisbon');
    return person.phone.ringing();
  };

  describe('a person asks for', () => {
    it('are about what is open today', async () => {
      const ada = await world.person('Ada');
      const run = await ada.habit('Run', { at: ['13:00', '20:00'], every: null });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      await ada.phone.decline();

      const asked = await callNow(ada, run);

      expect(asked).toMatchObject({ status: 202, body: { purpose: 'now', status: 'ringing', habitIds: [run.id] } });
      const line = await ada.phone.pickUp();
      expect(line.heard[0]).toMatch(/about “Run”/);
      await line.say('yes');
      expect(await ada.dayOf(today)).toEqual(['13:00 completed', '20:00 planned']);
      await world.reaches(`${today}T13:40`, 'Europe/Lisbon');
      expect(await story(ada)).toEqual(['due declined', 'follow-up canceled', 'now answered']);
    });

    it('are about what is due next when nothing is open, which then rings no more', async () => {
      const bea = await world.person('Bea');
      await callNow(bea, await once(bea, '20:00'));
      await (await bea.phone.pickUp()).say('yes');

      expect(await bea.dayOf(today)).toEqual(['20:00 completed']);
      await world.reaches(`${today}T20:05`, 'Europe/Lisbon');
      expect(await story(bea)).toEqual(['now answered']);
    });

    it('ask all the same when nothing is due any more, and mark nothing', async () => {
      const cai = await world.person('Cai');
      const run = await once(cai, '20:00');
      await cai.checkIn((await cai.today()).items[0]!.occurrence.id, 'skipped');

      expect((await callNow(cai, run)).body).toMatchObject({ status: 'ringing', occurrenceIds: [] });
      const line = await cai.phone.pickUp();
      await line.say('yes');

      expect(line.isOver).toBe(true);
      expect(await cai.dayOf(today)).toEqual(['20:00 skipped']);
      expect(await cai.streakOf(run)).toBe(0);
    });

    it('do not speak of tomorrow once today is done', async () => {
      const eli = await world.person('Eli');
      const run = await eli.habit('Run', { at: '20:00', from: today });
      await eli.checkIn((await eli.today()).items[0]!.occurrence.id);

      expect((await callNow(eli, run)).body).toMatchObject({ status: 'ringing', occurrenceIds: [] });
      await (await eli.phone.pickUp()).say('yes');

      expect(await eli.streakOf(run)).toBe(1);
    });

    it('come outside the window and in times of silence, but not to who has said stop', async () => {
      const dan = await world.person('Dan');
      const run = await once(dan, '20:00');
      const callingWindow = { start: '08:00', end: '09:00' };
      await dan.api.patch('/me/settings', {
        appRings: 'calling-window',
        callingWindow,
        silentUntil: `${today}T23:00:00Z`,
      });

      expect((await callNow(dan, run)).body).toMatchObject({ status: 'ringing' });
      await dan.phone.decline();
      await dan.api.put('/me/suppression', {});
      const refusal = { code: 'suppressed', reason: 'You asked us not to call.' };
      expect((await callNow(dan, run)).body).toMatchObject({ status: 'ended', ending: 'refused', refusal });
    });

    it('are not made twice at once, nor for a habit that rests', async () => {
      const eve = await world.person('Eve');
      const run = await once(eve, '20:00');

      const asked = await Promise.all(Array.from({ length: 5 }, () => callNow(eve, run)));
      expect(asked.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
      await world.time.work();
      expectProblem(await eve.api.post('/me/test-call'), 409, 'call-in-progress');
      await eve.phone.decline();
      await eve.api.put(`/habits/${run.id}/pause`);
      expectProblem(await callNow(eve, run), 409, 'habit-not-active');
      await eve.api.put(`/habits/${run.id}/archive`);
      expectProblem(await callNow(eve, run), 409, 'habit-not-active');
    });

    it('are not pressed upon them again when they do not answer', async () => {
      const fay = await world.person('Fay');
      await callNow(fay, await once(fay, '20:00'));
      await fay.phone.decline();
      await world.passes({ hours: 1 });

      expect(await story(fay)).toEqual(['now declined']);
      expect(await fay.messages()).toEqual([]);
    });

    it('may be a test, which marks nothing', async () => {
      const gil = await world.person('Gil');
      expect(await gil.api.post('/me/test-call')).toMatchObject({
        status: 202,
        body: { purpose: 'test', habitIds: [] },
      });

      const line = await gil.phone.pickUp();

      expect(line.heard.join(' ')).toContain('The test call works.');
      expect((await gil.calls())[0]).toMatchObject({ ending: 'answered', results: [], occurrenceIds: [] });
    });

    it('end where a day’s calls have been made', async () => {
      const hal = await world.person('Hal');
      await hal.api.post('/me/test-call');
      await hal.phone.decline();
      await world.rows(
        `INSERT INTO calls SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
         FROM calls c, generate_series(1, 59) WHERE c.user_id = $1`,
        [hal.id],
      );

      const capped = (await hal.api.post('/me/test-call')).body;
      expect(capped).toMatchObject({ ending: 'refused', refusal: { code: 'daily-cap' } });
      await world.passes({ hours: 24, seconds: 1 });
      expect((await (await hal.fresh()).post('/me/test-call')).body).toMatchObject({ status: 'ringing' });
    });
  });

  describe('that are not answered', () => {
    it('are followed up once when declined, then by a message', async () => {
      const ida = await world.person('Ida');
      await rings(ida);
      await ida.phone.decline();
      await world.reaches(`${today}T13:30`, 'Europe/Lisbon');
      await ida.phone.decline();
      await world.reaches(`${today}T15:00`, 'Europe/Lisbon');

      expect(await story(ida)).toEqual(['due declined', 'follow-up declined']);
      expect((await ida.messages()).map(({ kind }) => kind)).toEqual(['missed-call']);
    });

    it('share one follow-up when they were one call', async () => {
      const jan = await world.person('Jan');
      await once(jan, '13:00', 'Read');
      expect((await rings(jan)).occurrenceIds).toHaveLength(2);
      await jan.phone.decline();
      await world.reaches(`${today}T13:30`, 'Europe/Lisbon');

      const line = await jan.phone.pickUp();
      await line.say('yes');
      await line.say('yes');

      expect(await story(jan)).toEqual(['due declined', 'follow-up answered']);
      expect(await jan.dayOf(today)).toEqual(['13:00 completed', '13:00 completed']);
    });

    it('are lost when picked up and never connected, and followed up', async () => {
      const kim = await world.person('Kim');
      await answer(kim, await rings(kim));

      await world.passes({ seconds: 14 });
      expect(await story(kim)).toEqual(['due null']);
      await world.passes({ seconds: 1 });
      expect(await story(kim)).toEqual(['due lost', 'follow-up null']);
      await world.passes({ minutes: 30 });
      expect((await kim.phone.ringing()).purpose).toBe('follow-up');
    });
  });

  it('are listed the newest first, a page at a time, of all or about one occurrence', async () => {
    const quin = await world.person('Quin');
    const call = await rings(quin);
    await quin.phone.decline();
    await world.reaches(`${today}T13:30`, 'Europe/Lisbon');
    const api = await quin.fresh();
    const page = (query: string) => api.get<CallPage>(`/calls?${query}`).then(({ body }) => body);

    const newest = await page('limit=1');
    expect(newest.items.map(({ purpose }) => purpose)).toEqual(['follow-up']);
    const oldest = await page(`limit=1&cursor=${newest.nextCursor}`);
    expect(oldest).toMatchObject({ items: [{ id: call.id }], nextCursor: null });
    expect((await page(`occurrenceId=${call.occurrenceIds[0]}`)).items).toHaveLength(2);
    expect((await page('occurrenceId=01920000-0000-7000-8000-000000000000')).items).toEqual([]);
    expect((await api.get(`/calls/${call.id}`)).body).toMatchObject({
      attempt: 1,
      ending: 'declined',
      durationSeconds: null,
    });
  });
});

import type { CheckInHistory, OccurrenceResponse } from '../../src/modules/habits/occurrences.dto';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

describe('Check-ins', () => {
  let world: World;
  let today = '2026-03-02';

  beforeAll(async () => {
    world = await World.begin(`${today}T12:00:00Z`);
  });

  afterAll(() => world.end());

  const occurrenceOf = async (person: Person) => (await person.today()).items[0]!.occurrence;
  const put = async (person: Person, id: string, word: object) =>
    (await person.fresh()).put<OccurrenceResponse>(`/occurrences/${id}/check-in`, word);
  const takeBack = async (person: Person, id: string) =>
    (await person.fresh()).delete<OccurrenceResponse>(`/occurrences/${id}/check-in`);

  const history = async (person: Person, id: string) =>
    (await (await person.fresh()).get<CheckInHistory>(`/occurrences/${id}/check-ins`)).body.items;

  it('are set, not toggled: the same again changes nothing, not even the hour it was said', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { every: null });
    const { id } = await occurrenceOf(ada);

    const first = await put(ada, id, { status: 'completed', note: 'In the rain' });
    await world.passes({ minutes: 1 });
    const again = await put(ada, id, { status: 'completed', note: 'In the rain' });

    expect(first.body).toMatchObject({
      status: 'completed',
      checkIn: { via: 'app', note: 'In the rain', quote: null },
    });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect((await ada.timeline(id)).filter((kind) => kind === 'checked-in')).toHaveLength(1);
  });

  it('are corrected by the next word, and every word stays in the history', async () => {
    const bea = await world.person('Bea');
    const run = await bea.habit('Run', { every: null });
    const { id } = await occurrenceOf(bea);

    for (const status of ['completed', 'missed', 'skipped', 'completed'] as const) {
      expect((await bea.checkIn(id, status)).status).toBe(status);
      expect(await bea.streakOf(run)).toBe(status === 'completed' ? 1 : 0);
    }

    const kinds = await bea.timeline(id);
    expect(kinds.filter((kind) => kind === 'checked-in')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'check-in-replaced')).toHaveLength(3);
  });

  it('are all told afterwards: what was said when, what replaced it, and what was taken back', async () => {
    const ann = await world.person('Ann');
    await ann.habit('Run', { every: null });
    const { id } = await occurrenceOf(ann);
    const begun = world.clock.now().toISOString();
    await put(ann, id, { status: 'missed', note: 'Too tired' });
    await world.passes({ minutes: 1 });
    await put(ann, id, { status: 'skipped', reason: 'rest-day' });
    await world.passes({ minutes: 1 });
    await takeBack(ann, id);

    const said = await history(ann, id);

    const [missed, skipped, takenBack] = said;
    expect(missed).toMatchObject({ kind: 'check-in', status: 'missed', note: 'Too tired', via: 'app', at: begun });
    expect(skipped).toMatchObject({
      kind: 'check-in',
      status: 'skipped',
      reason: 'rest-day',
      at: missed!.supersededAt,
    });
    expect(takenBack).toMatchObject({ kind: 'taken-back', status: null, via: 'app', at: skipped!.supersededAt });
    expect(takenBack!.supersededAt).toBeNull();
    expect(said).toHaveLength(3);
  });

  it('go to one of two who say something else at once; the other learns what stands now', async () => {
    const leo = await world.person('Leo');
    await leo.habit('Run', { every: null });
    const { id } = await occurrenceOf(leo);
    const seen = (await leo.api.get(`/occurrences/${id}`)).headers.get('etag')!;
    const say = (status: string) => leo.api.put(`/occurrences/${id}/check-in`, { status }, { 'if-match': seen });

    const answers = await Promise.all([say('completed'), say('skipped')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [winner, loser] = answers[0]!.status === 200 ? answers : answers.toReversed();
    const now = await leo.api.get<OccurrenceResponse>(`/occurrences/${id}`);
    expect(now.body).toEqual(winner!.body);
    expect(loser!.headers.get('etag')).toBe(now.headers.get('etag'));
    expect((await history(leo, id)).map(({ kind }) => kind)).toEqual(['check-in']);
  });

  it('keep the number of a habit that counts, and why something was skipped', async () => {
    const cai = await world.person('Cai');
    const target = { value: 5, unit: 'km', direction: 'at-least' as const };
    await cai.habit('Run', { every: null, kind: 'numeric', target });
    const { id } = await occurrenceOf(cai);

    expect((await put(cai, id, { status: 'completed', quantity: 5.25 })).body.checkIn).toMatchObject({
      quantity: 5.25,
    });
    expect((await put(cai, id, { status: 'completed', quantity: 6 })).body.checkIn).toMatchObject({ quantity: 6 });
    expect((await put(cai, id, { status: 'skipped', reason: 'sick', note: 'A cold' })).body.checkIn).toMatchObject({
      status: 'skipped',
      reason: 'sick',
      note: 'A cold',
      quantity: null,
    });
  });

  it.each([
    ['a status that is none', { status: 'done' }, '/status'],
    ['no status', {}, '/status'],
    ['less than nothing', { status: 'completed', quantity: -1 }, '/quantity'],
    ['a number in words', { status: 'completed', quantity: 'five' }, '/quantity'],
    ['a novel', { status: 'completed', note: 'x'.repeat(1001) }, '/note'],
    ['a reason in words of one’s own', { status: 'skipped', reason: 'Ill' }, '/reason'],
    ['a reason for what was done', { status: 'completed', reason: 'sick' }, '/reason'],
    ['a reason for what was missed', { status: 'missed', reason: 'other' }, '/reason'],
    ['a number of what is not counted', { status: 'completed', quantity: 5 }, '/quantity'],
    ['a way of its own', { status: 'completed', via: 'call' }, '/via'],
  ])('refuse %s by name', async (_, word, pointer) => {
    const dan = await world.person('Dan');
    await dan.habit('Run', { every: null });
    const { id } = await occurrenceOf(dan);

    const refused = await put(dan, id, word);

    expectProblem(refused, 400, 'invalid-request');
    expect(Object.keys(fieldErrors(refused))).toEqual([pointer]);
  });

  it('are nobody else’s to give, take back or see', async () => {
    const eve = await world.person('Eve');
    const stranger = await world.person('Stranger');
    const run = await eve.habit('Run', { every: null });
    const { id } = await occurrenceOf(eve);
    const at = `/habits/${run.id}/days/${today}/20:00/check-in`;

    expectProblem(await put(stranger, id, { status: 'completed' }), 404, 'not-found');
    expectProblem(await takeBack(stranger, id), 404, 'not-found');
    expectProblem(await stranger.api.get(`/occurrences/${id}/timeline`), 404, 'not-found');
    expectProblem(await stranger.api.get(`/occurrences/${id}/check-ins`), 404, 'not-found');
    expectProblem(await stranger.api.post(`/occurrences/${id}/progress`, { quantity: 1 }, KEY), 404, 'not-found');
    expectProblem(await stranger.api.put(at, { status: 'completed' }), 404, 'not-found');
    expectProblem(await stranger.api.delete(at), 404, 'not-found');
    expect((await occurrenceOf(eve)).checkIn).toBeNull();
  });

  describe('by date and time', () => {
    const at = async (person: Person, { id }: { id: string }, day: string, time: string, status = 'completed') =>
      (await person.fresh()).put<OccurrenceResponse>(`/habits/${id}/days/${day}/${time}/check-in`, { status });

    it('may come early, and are found again by the plan', async () => {
      const fay = await world.person('Fay');
      const run = await fay.habit('Run', { at: '11:00' });
      const tomorrow = daysAfter(today, 1);

      const early = await at(fay, run, tomorrow, '11:00');
      expect(early).toMatchObject({ status: 200, body: { localDate: tomorrow, status: 'completed' } });
      expectProblem(await at(fay, run, daysAfter(today, 3), '11:00'), 409, 'too-early');

      today = await world.nextNoon();
      expect(await fay.calls()).toEqual([]);
      expect(await fay.dayOf(today)).toEqual(['11:00 completed']);
      await (await fay.fresh()).put(`/habits/${run.id}/archive`);
    });

    it('may come after the fact, for days the service never saw', async () => {
      const gil = await world.person('Gil');
      const run = await gil.habit('Run', { at: '11:00', from: '2026-02-20' });

      for (const day of ['2026-02-20', '2026-02-22', '2026-02-21']) {
        expect((await at(gil, run, day, '11:00')).body).toMatchObject({ day, status: 'completed' });
      }

      expect(await gil.streakOf(run)).toBe(3);
      expect((await gil.calendar('2026-02')).days.filter(({ status }) => status === 'completed')).toHaveLength(3);
      await (await gil.fresh()).put(`/habits/${run.id}/archive`);
      expectProblem(await at(gil, run, '2026-02-23', '11:00'), 409, 'habit-archived');
    });

    it('repair for two days, and are history from then on or before the habit began', async () => {
      const ivy = await world.person('Ivy');
      const run = await ivy.habit('Run', { at: '11:00', channel: 'push' });
      const first = today;
      const earlier = '2019-02-28';

      expect((await at(ivy, run, earlier, '11:00')).body).toMatchObject({
        ...{ day: earlier, status: 'completed', checkIn: { backfill: true } },
      });
      expectProblem(await at(ivy, run, earlier, '11:01'), 404, 'not-found');
      await world.nextNoon();
      today = await world.nextNoon();
      expect((await at(ivy, run, daysAfter(first, 1), '11:00')).body.checkIn).toMatchObject({ backfill: false });
      expect((await at(ivy, run, first, '11:00')).body.checkIn).toMatchObject({ backfill: true });
      expect(await ivy.streakOf(run)).toBe(3);
      await (await ivy.fresh()).put(`/habits/${run.id}/archive`);
    });

    it('reach back to 1970, and no further', async () => {
      const joy = await world.person('Joy');
      const run = await joy.habit('Run', { at: '11:00', channel: 'push' });

      for (const day of ['1969-12-31', '0001-01-01']) {
        for (const refused of [
          await at(joy, run, day, '11:00'),
          await (await joy.fresh()).delete(`/habits/${run.id}/days/${day}/11:00/check-in`),
        ]) {
          expectProblem(refused, 400, 'invalid-request');
          expect(fieldErrors(refused)).toEqual({
            '/localDate': `${day} is too long ago: check in for "1970-01-01" or a later date.`,
          });
        }
        expect(await joy.occurrences(day, day)).toEqual([]);
      }
      expect((await at(joy, run, '1970-01-01', '11:00')).body).toMatchObject({ status: 'completed' });
      await (await joy.fresh()).put(`/habits/${run.id}/archive`);
    });

    it('say what is wrong with a date or a time, and what would be right', async () => {
      const ian = await world.person('Ian');
      const run = await ian.habit('Run', { at: '20:00', every: null });

      for (const [day, time, wrong] of [
        ['2026-02-30', '20:00', ['/localDate', expect.stringMatching(/^2026-02-30 does not exist.*"2026-02-28"\.$/)]],
        ['2026-3-2', '20:00', ['/localDate', 'Write "2026-3-2" as "2026-03-02".']],
        ['0000-01-01', '20:00', ['/localDate', expect.stringMatching(/is not a date/)]],
        ['yesterday', '20:00', ['/localDate', expect.stringMatching(/like "2026-03-29"\.$/)]],
        [today, '7:00', ['/localTime', 'Write "7:00" as "07:00".']],
        [today, '8pm', ['/localTime', 'Write "8pm" as "20:00".']],
        [today, '25:00', ['/localTime', expect.stringMatching(/^"25:00" does not exist.*"23:59"\.$/)]],
        [today, '%00', ['/localTime', expect.stringMatching(/is not a time of day/)]],
      ] as const) {
        for (const refused of [
          await at(ian, run, day, time),
          await (await ian.fresh()).delete(`/habits/${run.id}/days/${day}/${time}/check-in`),
        ]) {
          expectProblem(refused, 400, 'invalid-request');
          expect(Object.entries(fieldErrors(refused))).toEqual([wrong]);
        }
      }
      expectProblem(await at(ian, { id: '17' }, today, '20:00'), 404, 'not-found');
    });

    it('find nothing on a date or at a time the habit does not have', async () => {
      const hal = await world.person('Hal');
      const run = await hal.habit('Run', { at: '20:00', every: null });

      for (const [day, time] of [
        ['9999-12-31', '20:00'],
        [daysAfter(today, 1), '20:00'],
        [today, '20:01'],
      ] as const) {
        expectProblem(await at(hal, run, day, time), 404, 'not-found');
        expectProblem(await (await hal.fresh()).delete(`/habits/${run.id}/days/${day}/${time}/check-in`), 404);
      }
    });
  });

  describe('taken back', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    it('before its time leave it planned, and it rings', async () => {
      const ida = await world.person('Ida');
      await ida.habit('Run', { at: '13:00', every: null });
      const { id } = await occurrenceOf(ida);
      await ida.checkIn(id);

      expect((await takeBack(ida, id)).body).toMatchObject({ status: 'planned', checkIn: null });
      expect((await takeBack(ida, id)).body).toMatchObject({ status: 'planned', checkIn: null });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      expect((await ida.phone.ringing()).occurrenceIds).toEqual([id]);
    });

    it('after its time leave it due, and it closes when its time is over', async () => {
      const jan = await world.person('Jan');
      const run = await jan.habit('Run', { at: '13:00', every: null });
      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      const { id } = await occurrenceOf(jan);
      await jan.checkIn(id);
      const api = await jan.fresh();

      const { body } = await api.delete(`/habits/${run.id}/days/${today}/13:00/check-in`);

      expect(body).toMatchObject({ status: 'due', checkIn: null });
      await world.passes({ hours: 3 });
      expect(await jan.dayOf(today)).toEqual(['13:00 missed']);
    });

    it('after it has closed leave it missed; a word that comes later still beats the miss', async () => {
      const kim = await world.person('Kim');
      const run = await kim.habit('Run', { at: '13:00', every: null, channel: 'push' });
      const { id } = await occurrenceOf(kim);
      await world.reaches(`${today}T16:00`, 'Europe/Lisbon');
      expect(await kim.dayOf(today)).toEqual(['13:00 missed']);

      await kim.checkIn(id);
      expect(await kim.streakOf(run)).toBe(1);
      expect((await takeBack(kim, id)).body).toMatchObject({ status: 'missed', checkIn: null });
      expect(await kim.streakOf(run)).toBe(0);
      expect(await kim.timeline(id)).toEqual(
        expect.arrayContaining(['planned', 'due', 'missed', 'check-in-taken-back']),
      );
    });
  });

  describe('given early and taken back after its schedule has changed', () => {
    let pat: Person;
    let run: { id: string };
    let tomorrow: string;

    beforeEach(async () => {
      today = await world.nextNoon();
      tomorrow = daysAfter(today, 1);
      pat = await world.person(`Pat-${today}`);
      run = await pat.habit('Run', { at: '07:00' });
      expect((await said()).status).toBe(200);
    });

    const path = () => `/habits/${run.id}/days/${tomorrow}/07:00/check-in`;
    const said = async () =>
      (await pat.fresh()).put<OccurrenceResponse>(path(), { status: 'completed', note: 'Early' });
    const takenBack = async () => (await (await pat.fresh()).delete<OccurrenceResponse>(path())).body;
    const schedule = (changes: object) => ({
      startDate: today,
      times: ['07:00'],
      recurrence: 'FREQ=DAILY',
      ...changes,
    });
    const edit = async (changes: object) =>
      expect((await (await pat.fresh()).patch(`/habits/${run.id}`, { schedule: schedule(changes) })).status).toBe(200);
    const dues = async () =>
      (await (await pat.fresh()).get<{ items: OccurrenceResponse[] }>('/upcoming?days=3')).body.items.map(
        ({ dueAt, status }) => `${String(dueAt).slice(0, 16)} ${status}`,
      );

    it('ring when the person who has flown expects it', async () => {
      await (await pat.fresh()).patch('/me', { timeZone: 'America/New_York' });
      expect(await takenBack()).toMatchObject({ status: 'planned', timeZone: 'America/New_York' });
      expect(await dues()).toContain(`${tomorrow}T11:00 planned`);
    });

    it('stay silent where the moment was canceled, and ring where it was moved to', async () => {
      const change = { localDate: tomorrow, localTime: '07:00' };
      await edit({ exceptions: [{ ...change, movedTo: null }] });
      expect(await takenBack()).toMatchObject({ status: 'skipped', closedBecause: 'not-asked' });
      expect((await dues())[0]).toBe(`${daysAfter(today, 2)}T07:00 planned`);

      await edit({ exceptions: [{ ...change, movedTo: { localDate: today, localTime: '23:50' } }] });
      expect((await dues())[0]).toBe(`${today}T23:50 planned`);
    });

    it('make way for the time that replaced theirs, which is asked for again', async () => {
      await edit({ times: ['09:00'] });
      expect(await dues()).not.toContain(`${tomorrow}T09:00 planned`);
      await takenBack();
      await edit({ times: ['09:00'], endDate: daysAfter(today, 9) });
      expect((await dues()).slice(0, 2)).toEqual([`${tomorrow}T09:00 planned`, `${daysAfter(today, 2)}T09:00 planned`]);
    });

    it('ring after a pause or the archive like any other, and keep what was said of them', async () => {
      const before = (await takenBack()).id;
      for (const rest of [`/habits/${run.id}/pause`, '/me/pause', `/habits/${run.id}/archive`]) {
        await said();
        await (await pat.fresh()).put(rest);
        expect(await takenBack()).toMatchObject({ id: before, status: 'skipped', closedBecause: 'not-asked' });
        await (await pat.fresh()).delete(rest);
        expect((await dues())[0]).toBe(`${tomorrow}T07:00 planned`);
      }
      const notes = (await history(pat, before)).map(({ kind, note }) => `${kind} ${note}`);
      expect(notes.filter((note) => note === 'check-in Early')).toHaveLength(4);
    });
  });

  describe('about a day that was never asked for', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    const told = async (person: Person, habit: { id: string }, day: string, time: string, word: object) => {
      const api = await person.fresh();
      const path = `/habits/${habit.id}/days/${day}/${time}/check-in`;
      expect((await api.put(path, word)).status).toBe(200);
      return (await api.delete<OccurrenceResponse>(path)).body;
    };
    const statusOf = async (person: Person, day: string) =>
      (await person.calendar(day.slice(0, 7))).days.find((one) => one.day === day)!.status;
    const overall = async (person: Person) =>
      (await (await person.fresh()).get<{ overall: { current: number } }>('/streaks')).body.overall.current;

    it.each([
      ['Ola', 'before the habit began', -3, '18:00', { status: 'completed' }],
      ['Olga', 'of today, before the habit was made', 0, '09:00', { status: 'completed' }],
      ['Omar', 'said to be missed', -2, '18:00', { status: 'missed' }],
    ])('leave nothing behind that counts when %s takes them back: %s', async (name, _, days, time, word) => {
      const person = await world.person(name);
      const run = await person.habit('Run', { at: ['09:00', '18:00'] });
      const day = daysAfter(today, days);
      await person.checkIn((await occurrenceOf(person)).id);
      const before = [await overall(person), await person.streakOf(run)];

      const after = await told(person, run, day, time, word);

      expect(after).toMatchObject({ status: 'skipped', closedBecause: 'not-asked', checkIn: null });
      expect(await statusOf(person, day)).toBe(days === 0 ? 'completed' : 'none');
      expect([await overall(person), await person.streakOf(run)]).toEqual(before);
      expect((await history(person, after.id)).map(({ kind }) => kind)).toEqual(['check-in', 'taken-back']);
    });

    it('are of no day after the last that any schedule may have', async () => {
      const person = await world.person('Olive');
      const run = await person.habit('Run', { at: '18:00' });
      const api = await person.fresh();
      const says = (day: string) => api.put(`/habits/${run.id}/days/${day}/18:00/check-in`, { status: 'completed' });
      expectProblem(await says('9999-12-31'), 404, 'not-found');
      expectProblem(await says('2199-12-31'), 409, 'too-early');
    });

    it('are as good as any when they are said anew', async () => {
      const person = await world.person('Pia');
      const run = await person.habit('Run', { at: '18:00' });
      const day = daysAfter(today, -1);
      await told(person, run, day, '18:00', { status: 'completed' });
      await (await person.fresh()).put(`/habits/${run.id}/days/${day}/18:00/check-in`, { status: 'completed' });
      expect([await statusOf(person, day), await person.streakOf(run)]).toEqual(['completed', 1]);
    });

    it('close by their number where only too much is a miss, and count for nothing without it', async () => {
      const person = await world.person('Quinn');
      const target = { value: 2, unit: 'cups', direction: 'at-most' as const };
      const coffee = await person.habit('Coffee', { at: '18:00', kind: 'numeric', target });
      const path = `/habits/${coffee.id}/days/${daysAfter(today, -1)}/18:00/check-in`;
      const api = await person.fresh();
      expect((await api.put(path, { quantity: 1 })).body).toMatchObject({ status: 'completed', quantity: 1 });
      expect((await api.delete(path)).body).toMatchObject({
        status: 'skipped',
        closedBecause: 'not-asked',
        quantity: null,
      });
    });
  });

  describe('of a habit with a goal', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    const withGoal = async (person: Person, at: string) => {
      const schedule = { startDate: today, times: [at], recurrence: 'FREQ=DAILY', goal: { times: 3, per: 'week' } };
      const { body } = await person.api.post<{ id: string }>('/habits', { title: 'Swim', channel: 'push', schedule });
      return body.id;
    };

    it('are not asked for: silence leaves the goal open, and any word of theirs stands as said', async () => {
      const lia = await world.person('Lia');
      const habit = await withGoal(lia, '13:00');
      const { id } = await occurrenceOf(lia);
      await world.reaches(`${today}T16:00`, 'Europe/Lisbon');

      expect(await occurrenceOf(lia)).toMatchObject({ status: 'skipped', closedBecause: 'goal-open', checkIn: null });
      const said = await put(lia, id, { status: 'missed' });
      expect(said.body).toMatchObject({ status: 'missed', closedBecause: null, checkIn: { status: 'missed' } });
      expect((await takeBack(lia, id)).body).toMatchObject({ status: 'skipped', closedBecause: 'goal-open' });
      expect(await lia.timeline(id)).toContain('skipped');
      await (await lia.fresh()).put(`/habits/${habit}/archive`);
    });

    it('silence what is asked about just now once they meet it, and ask for it again when they are taken back', async () => {
      const lou = await world.person('Lou');
      const schedule = {
        startDate: today,
        times: ['12:30', '13:00'],
        recurrence: 'FREQ=DAILY',
        goal: { times: 1, per: 'week' },
      };
      await lou.api.post('/habits', { title: 'Swim', channel: 'call', schedule });
      await world.reaches(`${today}T12:30`, 'Europe/Lisbon');
      await lou.phone.decline();
      await world.reaches(`${today}T12:40`, 'Europe/Lisbon');
      const [rung, next] = (await lou.today()).items.map(({ occurrence }) => occurrence);

      await lou.checkIn(next!.id);
      expect(await lou.dayOf(today)).toEqual(['12:30 skipped', '13:00 completed']);
      expect(await lou.timeline(rung!.id)).toContain('skipped');
      expect(await takeBack(lou, next!.id)).toMatchObject({ body: { status: 'planned' } });
      expect(await lou.dayOf(today)).toEqual(['12:30 due', '13:00 planned']);

      await lou.checkIn(next!.id);
      await world.reaches(`${today}T14:00`, 'Europe/Lisbon');
      expect((await lou.calls()).map(({ ending }) => ending)).toEqual(['declined', 'canceled']);
    });

    it('come back to the rest that a pause had given', async () => {
      const mia = await world.person('Mia');
      const habit = await withGoal(mia, '13:00');
      const { id } = await occurrenceOf(mia);
      await world.reaches(`${today}T13:30`, 'Europe/Lisbon');
      await (await mia.fresh()).put(`/habits/${habit}/pause`);

      expect(await occurrenceOf(mia)).toMatchObject({ status: 'skipped', closedBecause: 'resting' });
      expect((await put(mia, id, { status: 'completed' })).body).toMatchObject({ closedBecause: null });
      expect((await takeBack(mia, id)).body).toMatchObject({ status: 'skipped', closedBecause: 'resting' });
    });

    it('taken back while the habit rests ask for nothing', async () => {
      const ned = await world.person('Ned');
      const habit = await withGoal(ned, '13:00');
      const { id } = await occurrenceOf(ned);
      await ned.checkIn(id);
      await (await ned.fresh()).put(`/habits/${habit}/pause`);

      expect((await takeBack(ned, id)).body).toMatchObject({ status: 'skipped', closedBecause: 'not-asked' });
      await (await ned.fresh()).delete(`/habits/${habit}/pause`);
      expect(await occurrenceOf(ned)).toMatchObject({ id, status: 'planned', closedBecause: null });
    });
  });
});

const KEY = { 'idempotency-key': 'once' };

function daysAfter(date: string, days: number): string {
  return new Date(new Date(date).getTime() + days * 24 * 3_600_000).toISOString().slice(0, 10);
}

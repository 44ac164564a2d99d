import type { OccurrenceResponse } from '../../src/modules/habits/occurrences.dto';
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

  it('keep the number of a habit that counts, and why something was skipped', async () => {
    const cai = await world.person('Cai');
    const target = { value: 5, unit: 'km', direction: 'at-least' as const };
    await cai.habit('Run', { every: null, kind: 'numeric', target });
    const { id } = await occurrenceOf(cai);

    expect((await put(cai, id, { status: 'completed', quantity: 5.25 })).body.checkIn).toMatchObject({
      quantity: 5.25,
    });
    expect((await put(cai, id, { status: 'completed', quantity: 6 })).body.checkIn).toMatchObject({ quantity: 6 });
    expect((await put(cai, id, { status: 'skipped', reason: 'Ill' })).body.checkIn).toMatchObject({
      status: 'skipped',
      reason: 'Ill',
      quantity: null,
    });
  });

  it.each([
    ['a status that is none', { status: 'done' }, '/status'],
    ['no status', {}, '/status'],
    ['less than nothing', { status: 'completed', quantity: -1 }, '/quantity'],
    ['a number in words', { status: 'completed', quantity: 'five' }, '/quantity'],
    ['a novel', { status: 'completed', note: 'x'.repeat(1001) }, '/note'],
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
      const tomorrow = nextDayOf(today);

      const early = await at(fay, run, tomorrow, '11:00');
      expect(early).toMatchObject({ status: 200, body: { localDate: tomorrow, status: 'completed' } });
      expectProblem(await at(fay, run, nextDayOf(nextDayOf(tomorrow)), '11:00'), 409, 'too-early');

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

    it('find nothing on a date or at a time the habit does not have', async () => {
      const hal = await world.person('Hal');
      const run = await hal.habit('Run', { at: '20:00', every: null });

      for (const [day, time] of [
        ['2026-02-30', '20:00'],
        ['0000-01-01', '20:00'],
        ['9999-12-31', '20:00'],
        ['yesterday', '20:00'],
        [nextDayOf(today), '20:00'],
        [today, '20:01'],
        [today, '25:00'],
        [today, '8pm'],
        [today, '%00'],
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
      expect(await kim.timeline(id)).toEqual(expect.arrayContaining(['planned', 'due', 'missed', 'check-in-replaced']));
    });
  });
});

function nextDayOf(date: string): string {
  return new Date(new Date(date).getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
}

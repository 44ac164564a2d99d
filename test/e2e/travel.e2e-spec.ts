import type { Person } from '../support/person';
import { World } from '../support/world';

const TOKYO = 'Asia/Tokyo';
const HONOLULU = 'Pacific/Honolulu';

/** Nineteen hours lie between the two: over the date line it is yesterday there, and tomorrow on the way back. */
describe('Somebody who flies from Tokyo to Honolulu and back', () => {
  let world: World;
  let hana: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-09T12:00:00Z');
    hana = await world.person('Hana', TOKYO);
  });

  afterEach(() => world.end());

  const rings = async (wallTime: string, zone: string) => {
    await world.reaches(wallTime, zone);
    await (await hana.phone.pickUp()).say('yes');
  };
  const landsAt = async (wallTime: string, zone: string) => {
    await world.reaches(wallTime, zone);
    await (await hana.fresh()).patch('/me', { timeZone: zone });
  };
  const today = async () => {
    const { day, timeZone, items } = await hana.today();
    const asked = items.map(({ habit, occurrence }) => `${habit.title} ${occurrence.localTime} ${occurrence.status}`);
    return { day, timeZone, asked };
  };
  /** Each day of the calendar, as `10 completed 2/2`: of the month, how it went, done of due. */
  const calendar = async (first: number, last: number) =>
    (await hana.calendar('2026-03')).days
      .slice(first - 1, last)
      .map(({ day, status, completed, due }) => `${day.slice(8)} ${status} ${completed}/${due}`);

  it('lives one day twice and one not at all, is rung once for each, and keeps the streak', async () => {
    const run = await hana.habit('Run', { at: '07:00', from: '2026-03-10' });
    const read = await hana.habit('Read', { at: '21:00', from: '2026-03-10' });
    await rings('2026-03-10T07:00', TOKYO);
    await rings('2026-03-10T21:00', TOKYO);

    await landsAt('2026-03-10T10:00', HONOLULU);
    expect(await today()).toEqual({
      day: '2026-03-10',
      timeZone: HONOLULU,
      asked: ['Run 07:00 completed', 'Read 21:00 completed'],
    });
    await world.reaches('2026-03-11T06:59', HONOLULU);
    expect(await hana.calls()).toHaveLength(2);

    await rings('2026-03-11T07:00', HONOLULU);
    await rings('2026-03-11T21:00', HONOLULU);
    await rings('2026-03-12T07:00', HONOLULU);
    await rings('2026-03-12T21:00', HONOLULU);

    await landsAt('2026-03-14T00:30', TOKYO);
    expect(await today()).toEqual({
      day: '2026-03-14',
      timeZone: TOKYO,
      asked: ['Run 07:00 planned', 'Read 21:00 planned'],
    });
    await rings('2026-03-14T07:00', TOKYO);

    expect(await hana.calls()).toHaveLength(7);
    expect(await calendar(9, 14)).toEqual([
      '09 none 0/0',
      '10 completed 2/2',
      '11 completed 2/2',
      '12 completed 2/2',
      '13 none 0/0',
      '14 pending 1/2',
    ]);
    expect([await hana.streakOf(run), await hana.streakOf(read)]).toEqual([4, 3]);
    expect(await hana.messages()).toEqual([]);
  });

  it('is asked in the evening there for what was not asked yet, and not again for the morning', async () => {
    await hana.habit('Run', { at: '07:00', from: '2026-03-10' });
    await hana.habit('Read', { at: '21:00', from: '2026-03-10' });
    await rings('2026-03-10T07:00', TOKYO);

    await landsAt('2026-03-09T23:00', HONOLULU);
    expect(await today()).toMatchObject({ day: '2026-03-09', asked: [] });
    await world.reaches('2026-03-10T20:59', HONOLULU);
    expect(await hana.calls()).toHaveLength(1);
    expect(await today()).toMatchObject({ day: '2026-03-10', asked: ['Run 07:00 completed', 'Read 21:00 planned'] });
    await rings('2026-03-10T21:00', HONOLULU);

    expect(await calendar(9, 10)).toEqual(['09 none 0/0', '10 completed 2/2']);
  });

  it('loses nothing of the rest of the day on the way back, and hears nothing of what was before it', async () => {
    await landsAt('2026-03-11T06:00', HONOLULU);
    const habit = await hana.habit('Drink', { at: ['07:00', '13:00', '16:00', '21:00'], from: '2026-03-12' });
    await rings('2026-03-12T07:00', HONOLULU);
    await rings('2026-03-12T13:00', HONOLULU);
    await rings('2026-03-12T16:00', HONOLULU);

    await landsAt('2026-03-13T14:00', TOKYO);
    await rings('2026-03-13T16:00', TOKYO);
    await rings('2026-03-13T21:00', TOKYO);

    expect(await hana.dayOf('2026-03-12')).toEqual(['07:00 completed', '13:00 completed', '16:00 completed']);
    expect(await hana.dayOf('2026-03-13')).toEqual(['16:00 completed', '21:00 completed']);
    expect(await hana.calls()).toHaveLength(5);
    expect(await hana.streakOf(habit)).toBe(2);
  });

  it('hears of what is pinned to Tokyo when it is time in Tokyo, in the middle of the night', async () => {
    await hana.habit('Call mother', { at: '20:00', every: 'FREQ=WEEKLY;BYDAY=WE', zone: TOKYO });
    await landsAt('2026-03-10T10:00', HONOLULU);
    await rings('2026-03-11T01:00', HONOLULU);
    expect(await calendar(10, 12)).toEqual(['10 none 0/0', '11 completed 1/1', '12 none 0/0']);
  });

  it('is not called back in the other zone for what still rang as she left', async () => {
    await hana.habit('Read', { at: '21:00', from: '2026-03-10' });
    await world.reaches('2026-03-10T21:00', TOKYO);
    await landsAt('2026-03-10T02:30', HONOLULU);
    expect((await hana.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`)).toEqual([
      'due no-answer',
      'follow-up null',
    ]);
    await world.reaches('2026-03-10T23:00', HONOLULU);
    expect(await hana.calls()).toHaveLength(2);
    expect(await hana.dayOf('2026-03-10')).toEqual(['21:00 missed']);
  });
});

import { addDays, instantOf } from '../../src/kernel/local-time';
import type { Person } from '../support/person';
import { World } from '../support/world';

const DAYS = 12;

/** Nights of both kinds, each in the middle of the days that are looked at. */
const NIGHTS = [
  ['the spring night', '2026-03-24'],
  ['the autumn night', '2026-10-20'],
] as const;

interface Shown {
  id: string | null;
  habitId: string;
  localDate: string;
  localTime: string;
  day: string;
  timeZone: string;
  dueAt: string;
  closesAt: string;
  status: string;
}

describe.each(NIGHTS)('What is shown ahead of %s', (_, start) => {
  let world: World;
  let ada: Person;
  let shown: Shown[];
  const begin = `${start}T11:00:00Z`;
  const last = addDays(start, DAYS - 1);

  beforeAll(async () => {
    world = await World.begin(begin);
    ada = await world.person('Ada', 'Europe/Berlin');
    await (await ada.fresh()).patch('/me/settings', { dayEndsAt: '03:00' });
    await ada.habit('Walk', { at: ['07:00', '21:30'], channel: 'push' });
    await ada.habit('Lie awake', { at: ['02:30', '03:30'], channel: 'push' });
    await ada.habit('Run', { every: 'FREQ=WEEKLY;BYDAY=MO,WE,SA', channel: 'push' });
    await ada.habit('Call Kyoto', { at: '08:15', zone: 'Asia/Tokyo', channel: 'push' });
    await ada.habit('Vote', { every: null, from: addDays(start, 6), channel: 'push' });
    await ada.habit('Begin later', { at: '00:10', from: addDays(start, 5), channel: 'push' });
    const schedule = { startDate: start, times: ['18:00'], recurrence: 'FREQ=DAILY', exceptions: changesOf(start) };
    await (await ada.fresh()).post('/habits', { title: 'Cook', schedule, channel: 'push' });
    shown = await upcoming();
  }, 60_000);

  afterAll(() => world.end());

  const upcoming = async (days = DAYS) =>
    (await (await ada.fresh()).get<{ items: Shown[] }>(`/upcoming?days=${days}`)).body.items;

  it('has an id as far as it is planned, and none beyond', () => {
    const horizon = instantOf({ date: addDays(start, 2), time: '11:00' }, 'UTC').toISOString();
    expect(shown.length).toBeGreaterThan(60);
    for (const { id, dueAt } of shown) expect([dueAt, id !== null]).toEqual([dueAt, dueAt < horizon]);
  });

  it('comes true, to the minute and with nothing besides', async () => {
    for (let passed = 1; passed < DAYS; passed += 1) {
      await world.time.reach(instantOf({ date: addDays(start, passed), time: '11:00' }, 'UTC'));
      const now = world.clock.now().toISOString();
      const isToCome = ({ dueAt }: Shown) => dueAt > now;
      const toCome = (await upcoming(DAYS - passed)).filter(isToCome);
      expect(toCome.map(withoutId)).toEqual(shown.filter(isToCome).map(withoutId));
    }
    await world.time.reach(instantOf({ date: addDays(last, 2), time: '11:00' }, 'UTC'));
    const planned = await world.rows<{ moment: string }>(
      `SELECT habit_id || ' ' || local_date || ' ' || local_time || ' ' || day || ' ' || extract(epoch FROM due_at)::bigint AS moment
       FROM occurrences WHERE due_at >= $1 AND day <= $2 ORDER BY 1`,
      [new Date(begin), last],
    );
    expect(shown.map(momentOf).sort()).toEqual(planned.map(({ moment }) => moment));
  }, 120_000);
});

/** One is moved a day on, one to an earlier hour, one is canceled: the first of them on the planned days, the others beyond. */
function changesOf(start: string) {
  const changed = (days: number, movedTo: { localDate: string; localTime: string } | null) => ({
    localDate: addDays(start, days),
    localTime: '18:00',
    movedTo,
  });
  return [
    changed(1, { localDate: addDays(start, 2), localTime: '12:00' }),
    changed(5, { localDate: addDays(start, 5), localTime: '02:45' }),
    changed(8, null),
  ];
}

function withoutId({ id: _, ...shown }: Shown) {
  return shown;
}

function momentOf({ habitId, localDate, localTime, day, dueAt }: Shown): string {
  return `${habitId} ${localDate} ${localTime} ${day} ${Date.parse(dueAt) / 1000}`;
}

import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

interface Item {
  id: string | null;
  habitId: string;
  localDate: string;
  localTime: string;
  status: string;
}

/** Monday. */
const TODAY = '2026-03-02';

describe('The days to come', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
    ada = await world.person('Ada');
  });

  afterEach(() => world.end());

  const upcoming = async (days?: number) =>
    (await (await ada.fresh()).get<{ timeZone: string; items: Item[] }>(`/upcoming${days ? `?days=${days}` : ''}`))
      .body;
  const datesOf = ({ items }: { items: Item[] }) => items.map(({ localDate, status }) => `${localDate} ${status}`);
  const monthOf = async (month: string) => (await ada.calendar(month)).days;

  it('are a week with today as the first, in the order of their times, and as many as asked for', async () => {
    await ada.habit('Read', { at: ['20:00', '07:00'] });
    const { timeZone, items } = await upcoming();
    expect(timeZone).toBe('Europe/Lisbon');
    const times = items.map(({ localDate, localTime }) => `${localDate} ${localTime}`);
    expect(times).toEqual(times.toSorted());
    expect([times.length, times[0], times.at(-1)]).toEqual([13, '2026-03-02 20:00', '2026-03-08 20:00']);
    expect(datesOf(await upcoming(1))).toEqual(['2026-03-02 planned']);
    expect((await upcoming(60)).items).toHaveLength(119);
  });

  it.each(['0', '61', '1.5', 'week', ''])('are not "%s" days', async (days) => {
    const answer = await ada.api.get(`/upcoming?days=${days}`);
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toMatchObject([{ pointer: '/days' }]);
  });

  it('come a page at a time, each once, in the order of the first and only page', async () => {
    await ada.habit('Read', { at: ['20:00', '07:00'] });
    await ada.habit('Run', { at: '20:00' });
    await ada.habit('Pray', { at: '05:00', zone: 'Pacific/Kiritimati' });
    const nameOf = ({ habitId, localDate, localTime }: Item) => `${habitId} ${localDate} ${localTime}`;
    const api = await ada.fresh();
    const whole = (await upcoming(20)).items.map(nameOf);
    expect(whole.length).toBeGreaterThan(75);

    for (const limit of [1, 7, 78]) {
      const paged: string[] = [];
      let cursor: string | null = '';
      for (let page = 0; cursor !== null && page < 100; page += 1) {
        const path: string = `/upcoming?days=20&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`;
        const { body } = await api.get<{ items: Item[]; nextCursor: string | null }>(path);
        expect(body.items.length).toBeLessThanOrEqual(limit);
        paged.push(...body.items.map(nameOf));
        cursor = body.nextCursor;
      }
      expect(paged).toEqual(whole);
    }
  });

  it('are those of one habit when that is asked for, and of nobody else', async () => {
    const reading = await ada.habit('Read');
    await ada.habit('Run');
    const bea = await world.person('Bea');
    const api = await ada.fresh();
    const { items } = (await api.get<{ items: Item[] }>(`/upcoming?habitId=${reading.id}`)).body;
    expect(items.map(({ habitId }) => habitId)).toEqual(Array(7).fill(reading.id));
    expectProblem(await bea.api.get(`/upcoming?habitId=${reading.id}`), 404, 'not-found');
    expectProblem(await api.get('/upcoming?habitId=mine'), 400, 'invalid-request');
    await api.put(`/habits/${reading.id}/archive`);
    expect((await api.get<{ items: Item[] }>(`/upcoming?habitId=${reading.id}`)).body.items).toEqual([]);
  });

  it('do not begin with what was answered of a day that is over where the person has flown to', async () => {
    await ada.habit('Read');
    await ada.checkIn((await ada.today()).items[0]!.occurrence.id);
    await world.passes({ hours: 1 });
    await (await ada.fresh()).patch('/me', { timeZone: 'Pacific/Kiritimati' });
    const [first] = (await upcoming()).items;
    expect([first!.localDate, first!.status]).toEqual(['2026-03-03', 'planned']);
  });

  it('are not known of somebody whose zone is not', async () => {
    const { accessToken } = (await world.http.post<{ accessToken: string }>('/auth/dev', { email: 'bea@example.com' }))
      .body;
    expectProblem(await world.http.as(accessToken).get('/upcoming'), 409, 'time-zone-needed');
  });

  it('ask for nothing of a habit that is paused or put away', async () => {
    const paused = await ada.habit('Read');
    const archived = await ada.habit('Run');
    const kept = await ada.habit('Walk');
    await ada.api.put(`/habits/${paused.id}/pause`);
    await ada.api.put(`/habits/${archived.id}/archive`);
    expect(new Set((await upcoming()).items.map(({ habitId }) => habitId))).toEqual(new Set([kept.id]));
    const [friday] = (await monthOf('2026-03')).filter(({ day }) => day === '2026-03-06');
    expect(friday!.habits.map(({ habitId }) => habitId)).toEqual([kept.id]);

    await ada.api.delete(`/habits/${paused.id}/pause`);
    expect((await upcoming()).items).toHaveLength(14);
  });

  it('ask for nothing more of a goal that is met, until its next week', async () => {
    const schedule = {
      startDate: TODAY,
      times: ['20:00'],
      recurrence: 'FREQ=DAILY',
      goal: { times: 2, per: 'week' },
    };
    const { id } = (await ada.api.post<{ id: string }>('/habits', { title: 'Swim', schedule })).body;
    const beyond = async () =>
      (await upcoming(9)).items.filter((item) => item.id === null).map((item) => item.localDate);
    const word = (day: string) => ada.api.put(`/habits/${id}/days/${day}/20:00/check-in`, { status: 'completed' });
    const thisWeek = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    const nextWeek = ['2026-03-09', '2026-03-10'];

    const nextDueAt = async () =>
      (await (await ada.fresh()).get<{ nextDueAt: string }>(`/habits/${id}`)).body.nextDueAt.slice(0, 10);

    await word('2026-03-02');
    expect(await beyond()).toEqual([...thisWeek, ...nextWeek]);
    await word('2026-03-03');
    expect(await beyond()).toEqual(nextWeek);
    expect(await nextDueAt()).toBe('2026-03-09');
    await ada.api.delete(`/habits/${id}/days/2026-03-03/20:00/check-in`);
    expect(await beyond()).toEqual([...thisWeek, ...nextWeek]);
    expect(await nextDueAt()).toBe('2026-03-03');
  });

  it('show once what was answered before it was planned', async () => {
    const { id } = await ada.habit('Read');
    await world.passes({ hours: 23 });
    await (await ada.fresh()).put(`/habits/${id}/days/2026-03-04/20:00/check-in`, { status: 'completed' });
    const { items } = await upcoming(3);
    expect(datesOf({ items })).toEqual(['2026-03-03 planned', '2026-03-04 completed', '2026-03-05 planned']);
    expect(items.map((item) => item.id === null)).toEqual([false, false, true]);
    const [wednesday] = (await monthOf('2026-03')).filter(({ day }) => day === '2026-03-04');
    expect(wednesday).toMatchObject({ status: 'completed', due: 1, completed: 1 });
  });

  it('leave the day of a miss pending while something of it is open', async () => {
    await ada.habit('Run', { at: ['18:00', '19:00'] });
    const [first, second] = await ada.occurrences(TODAY, TODAY);
    const today = async () => (await monthOf('2026-03')).find(({ day }) => day === TODAY);

    await ada.checkIn(first!.id, 'missed');
    expect(await today()).toMatchObject({ status: 'pending', due: 2, missed: 1, completed: 0 });
    await ada.checkIn(second!.id, 'missed');
    expect(await today()).toMatchObject({ status: 'missed', due: 2, missed: 2 });
  });

  it('stand in the month as pending, after those that went as they went', async () => {
    const reading = await ada.habit('Read', { from: '2026-02-01', at: '08:00' });
    const running = await ada.habit('Run', { every: 'FREQ=WEEKLY;BYDAY=MO', at: ['18:00', '19:00'] });
    await (await ada.fresh()).put(`/habits/${reading.id}/days/2026-03-01/08:00/check-in`, { status: 'completed' });
    const [first, monday] = await ada.occurrences(TODAY, TODAY);
    await ada.checkIn(first!.id, 'completed');
    await ada.checkIn(monday!.id, 'missed');

    const counts = (due: number, completed = 0, missed = 0) => ({ due, completed, skipped: 0, missed });
    const days = await monthOf('2026-03');
    expect(days).toHaveLength(31);
    expect(days.slice(0, 3)).toEqual([
      {
        day: '2026-03-01',
        status: 'completed',
        ...counts(1, 1),
        habits: [{ habitId: reading.id, status: 'completed', ...counts(1, 1) }],
      },
      {
        day: '2026-03-02',
        status: 'partial',
        ...counts(2, 1, 1),
        habits: [{ habitId: running.id, status: 'partial', ...counts(2, 1, 1) }],
      },
      {
        day: '2026-03-03',
        status: 'pending',
        ...counts(1),
        habits: [{ habitId: reading.id, status: 'pending', ...counts(1) }],
      },
    ]);
    expect(days[29]).toEqual({
      day: '2026-03-30',
      status: 'pending',
      ...counts(3),
      habits: [
        { habitId: reading.id, status: 'pending', ...counts(1) },
        { habitId: running.id, status: 'pending', ...counts(2) },
      ],
    });
    expect((await monthOf('2031-05')).every(({ status }) => status === 'pending')).toBe(true);
    expect((await monthOf('2025-05')).map(({ status, habits }) => [status, habits])).toEqual(
      Array.from({ length: 31 }, () => ['none', []]),
    );
  });

  it('are the very same in the month and in the list', async () => {
    await ada.habit('Read', { at: ['00:30', '23:30'] });
    await ada.habit('Call Honolulu', { at: '21:00', zone: 'Pacific/Honolulu' });
    await (await ada.fresh()).patch('/me/settings', { dayEndsAt: '02:00' });
    const items = (await upcoming(30)).items as (Item & { day: string })[];
    const listed = Map.groupBy(items, ({ day }) => day);
    for (const { day, due } of (await monthOf('2026-03')).filter(({ day }) => day > TODAY)) {
      expect([day, due]).toEqual([day, listed.get(day)?.length ?? 0]);
    }
  });
});

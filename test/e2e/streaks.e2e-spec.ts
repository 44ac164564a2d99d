import { addDays, type LocalDate } from '../../src/kernel/local-time';
import type { StreaksResponse, StreakWithScoresResponse } from '../../src/modules/habits/streaks.dto';
import type { AuditPage } from '../../src/modules/users/audit.dto';
import { EventReader } from '../support/event-reader';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

/** The day after a week of done days. */
const MISSED = '2026-03-09';
const ZONE = 'Europe/Lisbon';

describe('Streaks', () => {
  let world: World;

  /** A Monday. */
  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterEach(() => world.end());

  const overallOf = async (person: Person) =>
    (await (await person.fresh()).get<StreaksResponse>('/streaks')).body.overall;

  const streakOf = async (person: Person, { id }: { id: string }) =>
    (await (await person.fresh()).get<StreakWithScoresResponse>(`/habits/${id}/streak`)).body;

  const says = async (person: Person, { id }: { id: string }, day: LocalDate, status: string) => {
    const api = await person.fresh();
    expect((await api.put(`/habits/${id}/days/${day}/20:00/check-in`, { status })).status).toBe(200);
  };

  const does = async (person: Person, habit: { id: string }, first: LocalDate, days: number) => {
    for (let day = 0; day < days; day += 1) await says(person, habit, addDays(first, day), 'completed');
  };

  const freezeMessagesOf = async (person: Person) =>
    (await person.messages()).filter(({ kind }) => kind === 'freeze-used').map(({ body }) => body);

  /** Somebody with one habit, done each day of the week before the missed one. */
  const somebodyAfterAWeek = async () => {
    const ada = await world.person('Ada');
    const habit = await ada.habit('Read', { at: '20:00', channel: 'push' });
    await world.reaches('2026-03-08T21:00', ZONE);
    await does(ada, habit, '2026-03-02', 7);
    return { ada, habit };
  };

  describe('over a missed day', () => {
    it('are kept by the freeze of a week, and the person is told once, on the morning after', async () => {
      const { ada, habit } = await somebodyAfterAWeek();
      expect(await overallOf(ada)).toMatchObject({ current: 7, freezes: { enabled: true, held: 1, usedOn: [] } });

      await world.reaches('2026-03-10T07:59', ZONE);
      expect(await freezeMessagesOf(ada)).toEqual([]);
      const reader = await EventReader.open(ada);
      await world.reaches('2026-03-10T08:00', ZONE);
      await reader.hears('streak.updated', ({ habitId }) => habitId === null);
      reader.leave();
      const told = [expect.stringMatching(/^A freeze has kept your 7 days in a row over Monday 9 March\. /)];
      expect(await freezeMessagesOf(ada)).toEqual(told);
      expect(await overallOf(ada)).toMatchObject({ current: 7, freezes: { held: 0, usedOn: [MISSED] } });
      expect(await streakOf(ada, habit)).toMatchObject({ current: 0, longest: 7 });

      await says(ada, habit, MISSED, 'completed');
      expect(await overallOf(ada)).toMatchObject({ current: 8, freezes: { held: 1, usedOn: [] } });
      await says(ada, habit, MISSED, 'missed');
      await world.reaches('2026-03-11T12:00', ZONE);
      expect(await freezeMessagesOf(ada)).toEqual(told);
    });

    it('are whole again when it is put right before the morning, and nothing is told', async () => {
      const { ada, habit } = await somebodyAfterAWeek();
      await world.reaches('2026-03-10T07:00', ZONE);
      expect(await overallOf(ada)).toMatchObject({ current: 7, freezes: { held: 0, usedOn: [MISSED] } });

      await says(ada, habit, MISSED, 'completed');
      await world.reaches('2026-03-10T12:00', ZONE);
      expect(await freezeMessagesOf(ada)).toEqual([]);
      expect(await overallOf(ada)).toMatchObject({ current: 8, freezes: { held: 1, usedOn: [] } });
    });

    it('break when the person wants no freezes, and nothing is told', async () => {
      const { ada } = await somebodyAfterAWeek();
      const settings = await (await ada.fresh()).patch('/me/settings', { streakFreezes: false });
      expect(settings.body).toMatchObject({ streakFreezes: false });
      await world.reaches('2026-03-10T12:00', ZONE);
      expect(await freezeMessagesOf(ada)).toEqual([]);
      expect(await overallOf(ada)).toMatchObject({
        current: 0,
        longest: 7,
        freezes: { enabled: false, held: 0, usedOn: [] },
      });
    });

    it('break when no freeze was earned, and nothing is told', async () => {
      const ada = await world.person('Ada');
      const habit = await ada.habit('Read', { at: '20:00', channel: 'push' });
      await does(ada, habit, '2026-02-27', 3);
      await world.reaches('2026-03-03T12:00', ZONE);
      expect(await freezeMessagesOf(ada)).toEqual([]);
      expect(await overallOf(ada)).toMatchObject({ current: 0, longest: 3 });
    });
  });

  it('begin anew when the person says so, which is on record; strength stays', async () => {
    const { ada, habit } = await somebodyAfterAWeek();
    const { score } = await streakOf(ada, habit);
    expect((await (await ada.fresh()).post('/me/streak-reset')).status).toBe(204);

    const none = { current: 0, longest: 0, startedOn: null };
    expect(await overallOf(ada)).toMatchObject({ ...none, freezes: { held: 0 } });
    expect(await streakOf(ada, habit)).toMatchObject({ ...none, score });
    const { body } = await (await ada.fresh()).get<AuditPage>('/me/audit?limit=1');
    expect(body.items).toEqual([expect.objectContaining({ action: 'streaks-reset' })]);

    await world.reaches('2026-03-09T20:30', ZONE);
    await says(ada, habit, MISSED, 'completed');
    expect(await streakOf(ada, habit)).toMatchObject({ current: 1, longest: 1, startedOn: MISSED });
  });

  it('count weeks where the habit has a goal of a week, and tell how far the next milestone is', async () => {
    const ada = await world.person('Ada');
    const schedule = { startDate: '2026-03-02', times: ['20:00'], recurrence: 'FREQ=DAILY' };
    const goal = { times: 2, per: 'week' };
    const habit = (await ada.api.post<{ id: string }>('/habits', { title: 'Run', schedule: { ...schedule, goal } }))
      .body;
    for (const monday of ['2026-02-09', '2026-02-16', '2026-02-23']) await does(ada, habit, monday, 2);

    const streak = {
      unit: 'week',
      current: 3,
      longest: 3,
      startedOn: '2026-02-09',
      nextMilestone: 7,
      toNextMilestone: 4,
    };
    expect(await streakOf(ada, habit)).toMatchObject(streak);
    const { body } = await (await ada.fresh()).get<StreaksResponse>('/streaks');
    expect(body.items).toEqual([expect.objectContaining({ habitId: habit.id, ...streak })]);
    expect(body.overall).toMatchObject({ current: 6, nextMilestone: 7, toNextMilestone: 1 });
  });

  it('come with the strength of the habit after each day: of a daily one, half of it is new in 13 days', async () => {
    const ada = await world.person('Ada');
    const habit = await ada.habit('Read', { at: '20:00' });
    await does(ada, habit, '2026-02-04', 26);

    const { score, scores, nextMilestone } = await streakOf(ada, habit);
    expect(scores.map(({ day }) => day)).toEqual(Array.from({ length: 26 }, (_, days) => addDays('2026-02-04', days)));
    for (const [index, { score }] of scores.entries()) expect(score).toBeCloseTo(1 - 0.5 ** ((index + 1) / 13), 4);
    expect(score).toBe(0.75);
    expect(nextMilestone).toBe(30);
  });

  it('are nobody else’s to read', async () => {
    const habit = await (await world.person('Ada')).habit('Read');
    const bea = await world.person('Bea');
    expectProblem(await bea.api.get(`/habits/${habit.id}/streak`), 404, 'not-found');
    expect((await bea.api.get<StreaksResponse>('/streaks')).body.items).toEqual([]);
  });
});

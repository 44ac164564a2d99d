import type { Schemas } from '../../clients/typescript/src';
import { addDays } from '../../src/kernel/local-time';
import { EventReader } from '../support/event-reader';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

const TODAY = '2026-03-10';

describe('Streaks', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
  });

  afterEach(() => world.end());

  /** Somebody with a habit of each evening at eight, done on each of the last days before today. */
  async function somebody(name: string, doneDays: number): Promise<{ person: Person; id: string }> {
    const person = await world.person(name);
    const { id } = await person.habit('Read', { at: '20:00', from: '2026-01-01', channel: 'push' });
    for (let back = doneDays; back > 0; back -= 1) await told(person, id, addDays(TODAY, -back), 'completed');
    return { person, id };
  }

  async function told(person: Person, habit: string, day: string, status: string): Promise<void> {
    const answer = await (await person.fresh()).put(`/habits/${habit}/days/${day}/20:00/check-in`, { status });
    expect(answer.status).toBe(200);
  }

  async function overallOf(person: Person): Promise<Schemas['OverallStreakResponse']> {
    return (await person.asks(({ GET }) => GET('/api/v1/streaks'))).overall;
  }

  async function freezeMessagesOf(person: Person): Promise<string[]> {
    return (await person.messages()).filter(({ kind }) => kind === 'freeze-used').map(({ body }) => body);
  }

  it('earn a freeze by seven days, use it for a missed one, and tell so once, the next morning', async () => {
    const { person } = await somebody('Ada', 8);
    expect(await overallOf(person)).toMatchObject({ current: 8, toNextMilestone: 6, freezes: { held: 1, usedOn: [] } });
    const events = await EventReader.open(person);
    await world.reaches('2026-03-11T07:59', 'Europe/Lisbon');
    expect(await overallOf(person)).toMatchObject({ current: 8, freezes: { held: 0, usedOn: [TODAY] } });
    expect(await freezeMessagesOf(person)).toEqual([]);
    await world.reaches('2026-03-12T12:00', 'Europe/Lisbon');
    expect(await freezeMessagesOf(person)).toEqual([
      'A freeze has kept your 8 days in a row over yesterday. That was the last one; seven days in a row earn another.',
    ]);
    await events.hears('streak.updated', ({ habitId }) => habitId === null);
    events.leave();
    expect(await overallOf(person)).toMatchObject({ current: 0, longest: 8, startedOn: null });
  });

  it('get a freeze back when the day is put right, and say nothing then', async () => {
    const { person, id } = await somebody('Bea', 7);
    await world.reaches('2026-03-11T00:30', 'Europe/Lisbon');
    expect((await overallOf(person)).freezes).toMatchObject({ held: 0, usedOn: [TODAY] });
    await told(person, id, TODAY, 'completed');
    expect(await overallOf(person)).toMatchObject({ current: 8, freezes: { held: 1, usedOn: [] } });
    await world.reaches('2026-03-11T12:00', 'Europe/Lisbon');
    expect(await freezeMessagesOf(person)).toEqual([]);
  });

  it('break without a freeze where freezes are switched off', async () => {
    const { person } = await somebody('Cai', 7);
    const settings = await person.api.patch<Schemas['SettingsResponse']>('/me/settings', { streakFreezes: false });
    expect(settings.body.streakFreezes).toBe(false);
    await world.reaches('2026-03-11T12:00', 'Europe/Lisbon');
    expect(await overallOf(person)).toMatchObject({ current: 0, longest: 7, freezes: { enabled: false, usedOn: [] } });
    expect(await freezeMessagesOf(person)).toEqual([]);
  });

  it('begin anew when they are reset, which is put on record; what was done stays, and so does the strength', async () => {
    const { person, id } = await somebody('Dan', 9);
    const before = await person.asks(({ GET }) => GET('/api/v1/habits/{id}/streak', { params: { path: { id } } }));
    expect((await person.api.post('/me/streak-reset')).status).toBe(204);
    const after = await person.asks(({ GET }) => GET('/api/v1/habits/{id}/streak', { params: { path: { id } } }));
    expect(after).toMatchObject({ current: 0, longest: 0, startedOn: null, score: before.score });
    expect(await overallOf(person)).toMatchObject({ current: 0, longest: 0, freezes: { held: 0 } });
    expect((await person.calendar('2026-03')).days[8]).toMatchObject({ status: 'completed' });
    const audit = await person.api.get<{ items: { action: string }[] }>('/me/audit');
    expect(audit.body.items[0]).toMatchObject({ action: 'streaks-reset' });

    await told(person, id, TODAY, 'completed');
    expect((await overallOf(person)).current).toBe(0);
    await world.reaches('2026-03-11T20:01', 'Europe/Lisbon');
    await told(person, id, '2026-03-11', 'completed');
    expect(await overallOf(person)).toMatchObject({ current: 1, startedOn: '2026-03-11' });
  });

  it('have a strength that grows as a daily habit’s does, and survives a miss', async () => {
    const { person, id } = await somebody('Eve', 13);
    const { scores, score, unit } = await person.asks(({ GET }) =>
      GET('/api/v1/habits/{id}/streak', { params: { path: { id } } }),
    );
    expect([unit, score]).toEqual(['day', 0.5]);
    expect(scores.map(({ day }) => day)).toEqual(scores.map((_, at) => addDays(TODAY, at - 13)));
    expect(scores[0]!.score).toBeCloseTo(1 - 0.5 ** (1 / 13), 4);
    await told(person, id, addDays(TODAY, -1), 'missed');
    const after = await person.asks(({ GET }) => GET('/api/v1/habits/{id}', { params: { path: { id } } }));
    expect(after.streak).toEqual({ current: 0, longest: 12, unit: 'day' });
    expect(after.score).toBeGreaterThan(0.44);
  });

  it('count weeks where the goal is one of weeks, which a week that is not over never breaks', async () => {
    const person = await world.person('Fay');
    const goal = { times: 2, per: 'week' };
    const schedule = { startDate: '2026-02-01', times: ['20:00'], recurrence: 'FREQ=DAILY', goal };
    const { body } = await person.api.post<{ id: string }>('/habits', { title: 'Swim', schedule, channel: 'push' });
    for (const day of ['2026-02-24', '2026-02-26', '2026-03-03', '2026-03-08']) {
      await told(person, body.id, day, 'completed');
    }
    const streak = await person.asks(({ GET }) =>
      GET('/api/v1/habits/{id}/streak', { params: { path: { id: body.id } } }),
    );
    expect(streak).toMatchObject({ unit: 'week', current: 2, startedOn: '2026-02-23', nextMilestone: 3 });
    await world.reaches('2026-03-16T12:00', 'Europe/Lisbon');
    expect(await person.streakOf(body)).toBe(0);
    await told(person, body.id, '2026-03-14', 'completed');
    await told(person, body.id, '2026-03-15', 'completed');
    expect(await person.streakOf(body)).toBe(3);
  });

  it('are nobody else’s to see', async () => {
    const { id } = await somebody('Gil', 0);
    expectProblem(await (await world.person('Hal')).api.get(`/habits/${id}/streak`), 404, 'not-found');
  });
});

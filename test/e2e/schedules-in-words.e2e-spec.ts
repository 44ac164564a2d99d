import type { HabitResponse, PreviewResponse } from '../../src/modules/habits/habits.dto';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

describe('Schedules in words', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterAll(() => world.end());

  const previewer = async (name: string) => {
    const { api } = await world.person(name);
    return { api, preview: (request: object) => api.post<PreviewResponse>('/habits/preview', request) };
  };

  it('are read, shown and then kept as a habit', async () => {
    const { api, preview } = await previewer('Ada');

    const { status, body } = await preview({ text: 'mondays & wednesdays at 7am', count: 2 });

    expect(status).toBe(200);
    expect(body).toEqual({
      instants: ['2026-03-04T07:00:00.000Z', '2026-03-09T07:00:00.000Z'],
      text: 'Mon and Wed at 07:00',
      schedule: {
        startDate: '2026-03-02',
        endDate: null,
        times: ['07:00'],
        recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE',
        timeZone: null,
        goal: null,
        exceptions: [],
        text: 'Mon and Wed at 07:00',
      },
    });
    const made = await api.post<HabitResponse>('/habits', { title: 'Run', schedule: body.schedule });
    expect(made.status).toBe(201);
    expect(made.body.schedule).toEqual(body.schedule);
  });

  it('say their goal, their end and their zone', async () => {
    const { preview } = await previewer('Bea');
    const text = 'Twice a week, on weekends at 10:00, until 2026-12-31 (Europe/Berlin)';
    const { body } = await preview({ text: text.toLowerCase() });
    expect(body.text).toBe(text);
    expect(body.schedule).toMatchObject({ goal: { times: 2, per: 'week' }, timeZone: 'Europe/Berlin' });
  });

  it('start on the date it is where they are', async () => {
    const { preview } = await previewer('Cleo');
    const startOf = async (request: object) => (await preview(request)).body.schedule.startDate;
    expect(await startOf({ text: 'every day at 7' })).toBe('2026-03-02');
    expect(await startOf({ text: 'every day at 7 (Pacific/Kiritimati)' })).toBe('2026-03-03');
    expect(await startOf({ text: 'every day at 7', timeZone: 'Pacific/Kiritimati' })).toBe('2026-03-03');
  });

  it('are refused with the words that were not understood', async () => {
    const { preview } = await previewer('Dora');
    const problem = async (text: string) => fieldErrors(await preview({ text }));
    expect(await problem('fortnightly at 7')).toEqual({ '/text': expect.stringContaining('"fortnightly"') });
    expect(await problem('every day at 7 (Europe/Berln)')).toEqual({
      '/text': expect.stringContaining('"Europe/Berlin"'),
    });
    expect(await problem('every day at 7 until 2026-01-01')).toEqual({
      '/text': expect.stringContaining('2026-01-01'),
    });
    expect(await problem('once on 2026-03-01 at 7')).toEqual({ '/text': expect.stringContaining('is past') });
    expect(await problem('once on 2026-03-04 at 7, but not on 2026-03-04')).toEqual({
      '/text': expect.stringContaining('cancel every moment'),
    });
  });

  it('are refused as any schedule is, when they ring too often', async () => {
    const { preview } = await previewer('Fay');
    const times = Array.from({ length: 25 }, (_, place) => `0${Math.floor(place / 5)}:${10 + (place % 5)}`);
    const inWords = await preview({ text: `every day at ${times.join(', ')}` });
    const inFields = await preview({ schedule: { startDate: '2026-03-02', times, recurrence: 'FREQ=DAILY' } });
    expectProblem(inWords, 400, 'too-many-times');
    expect(fieldErrors(inWords)).toEqual({ '/text': fieldErrors(inFields)['/schedule/times'] });
    expect((await preview({ text: `every day at ${times.slice(1).join(', ')}` })).status).toBe(200);
  });

  it('stand in the place of a schedule, not beside it', async () => {
    const { preview } = await previewer('Elin');
    const schedule = { startDate: '2026-03-02', times: ['07:00'], recurrence: 'FREQ=DAILY' };
    for (const request of [{}, { schedule, text: 'every day at 7' }, { schedule: null, text: null }]) {
      const refused = await preview(request);
      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused))).toEqual(['/schedule', '/text']);
    }
    expect((await preview({ schedule, text: null })).body.text).toBe('Every day at 07:00');
  });
});

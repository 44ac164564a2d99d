import { Month } from '../../src/demo/month';
import { AT_ONCE } from '../../src/demo/pace';
import { ADA, HABITS, MONTH } from '../../src/demo/script';
import { instantOf, wallTimeAt } from '../../src/kernel/local-time';
import type { CallResponse } from '../../src/modules/calls/calls.dto';
import type { HabitResponse } from '../../src/modules/habits/habits.dto';
import type { CalendarResponse } from '../../src/modules/habits/occurrences.dto';
import type { StreaksResponse } from '../../src/modules/habits/streaks.dto';
import type { HttpClient } from '../support/http-client';
import { World } from '../support/world';

const MONTH_AT_FULL_SPEED = 60_000;

describe('The month of the demo', () => {
  const story: string[] = [];
  let world: World;
  let api: HttpClient;
  let calls: CallResponse[];
  let habits: HabitResponse[];

  beforeAll(async () => {
    world = await World.begin(instantOf(MONTH.from, ADA.timeZone).toISOString());
    const { app, clock, time, http } = world;
    const month = await Month.prepare({ app, clock, time, origin: http.origin, tell: (line) => story.push(line) });
    await month.play(AT_ONCE);
    const { body } = await http.post<{ accessToken: string }>('/auth/dev', ADA);
    api = http.as(body.accessToken);
    habits = (await api.get<{ items: HabitResponse[] }>('/habits')).body.items;
    calls = (await api.get<{ items: CallResponse[] }>('/calls?limit=100')).body.items.reverse();
  }, MONTH_AT_FULL_SPEED);

  afterAll(() => world.end());

  const idOf = ({ title }: { title: string }) => habits.find((habit) => habit.title === title)!.id;

  /** When the phone rang for the habit, on the clock on Ada's wall. */
  const ringsOf = (habit: { title: string }, purposes: string[]) =>
    calls
      .filter(({ habitIds, purpose }) => habitIds[0] === idOf(habit) && purposes.includes(purpose))
      .map(({ ringingAt }) => wallTimeAt(new Date(ringingAt!), ADA.timeZone));

  it('rings at the minute the habit names, and an hour later on the night that skips it', () => {
    expect(ringsOf(HABITS.vitamins, ['due'])).toEqual([
      ...['07', '08', '14', '15', '21', '22', '28'].map((day) => ({ date: `2026-03-${day}`, time: '02:30' })),
      { date: '2026-03-29', time: '03:30' },
    ]);
    expect(ringsOf(HABITS.read, ['due']).every(({ time }) => time === '20:00')).toBe(true);
    expect(ringsOf(HABITS.run, ['due']).every(({ time }) => time === '07:00')).toBe(true);
  });

  it('rings once for each habit that is due, and not for what was done before', () => {
    expect(ringsOf(HABITS.read, ['due']).map(({ date }) => date)).not.toContain('2026-03-22');
    expect(ringsOf(HABITS.read, ['due'])).toHaveLength(30);
    expect(ringsOf(HABITS.run, ['due']).map(({ date }) => date)).not.toContain('2026-03-11');
    expect(ringsOf(HABITS.run, ['due'])).toHaveLength(12);
    expect(ringsOf(HABITS.meditate, ['due'])).toEqual([]);
  });

  it('rings again when asked to, or half an hour after nobody answered', () => {
    expect(ringsOf(HABITS.read, ['callback'])).toEqual([
      { date: '2026-03-03', time: '20:20' },
      { date: '2026-03-27', time: '21:30' },
    ]);
    expect(ringsOf(HABITS.read, ['follow-up'])).toEqual(
      ['05', '09', '12', '19'].map((day) => ({ date: `2026-03-${day}`, time: '20:30' })),
    );
    expect(calls).toHaveLength(56);
  });

  it('fills the calendar', async () => {
    const { days } = (await api.get<CalendarResponse>(`/calendar/${MONTH.name}`)).body;
    const sum = (what: 'due' | 'completed' | 'skipped' | 'missed') => days.reduce((total, day) => total + day[what], 0);
    expect([sum('due'), sum('completed'), sum('skipped'), sum('missed')]).toEqual([66, 61, 3, 2]);
    const unlike = days.filter(({ status }) => status !== 'completed').map(({ day, status }) => `${day} ${status}`);
    expect(unlike).toEqual(['2026-03-12 missed', '2026-03-16 skipped']);
  });

  it('keeps the streak over the missed day by a freeze, and breaks those of the habits that were missed', async () => {
    const { overall, items } = (await api.get<StreaksResponse>('/streaks')).body;
    expect(overall).toMatchObject({ current: 29, longest: 29, startedOn: '2026-03-01' });
    expect(items.find(({ habitId }) => habitId === idOf(HABITS.read))).toMatchObject({ current: 18, longest: 18 });
    expect(items.find(({ habitId }) => habitId === idOf(HABITS.run))).toMatchObject({ current: 12, longest: 12 });
  });

  it('tells it all in the time of its person', () => {
    expect(story).toEqual(
      expect.arrayContaining([
        'Tue  3 Mar 20:00  “not yet, call me in twenty minutes” → will call again at 20:20',
        'Thu  5 Mar 20:00  declined → will call once more',
        'Wed 11 Mar 06:40  Run: checked in in the app before its time, completed',
        'Thu 12 Mar 12:00  A message: Meditate. It is 12:00. Done?',
        'Thu 12 Mar 20:31  nobody answers → writes a message instead',
        'Thu 12 Mar 22:00  Read ten pages is given up as missed',
        'Mon 16 Mar 07:00  “skip today, I am sick” → skipped, the streak waits',
        'Sun 29 Mar 03:30  Take vitamins rings (02:30 does not exist tonight)',
        'Tue 31 Mar 20:00  “yes” → done, 18 days in a row',
        'Tue 31 Mar 23:00  The month is over: 61 done, 3 skipped, 2 missed',
      ]),
    );
  });
});

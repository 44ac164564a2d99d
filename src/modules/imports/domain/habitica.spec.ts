import type { Found } from './found';
import { readHabitica } from './habitica';
import { ruleOfDaily } from './habitica-rule';

const TODAY = { day: '2026-03-05', timeZone: 'Europe/Berlin' };

const read = (tasks: Record<string, unknown>, preferences = {}): Found =>
  readHabitica({ tasks, preferences } as never, TODAY);

const at = (text: string) => Date.parse(text);
const done = (text: string) => ({ date: at(text), value: 1, isDue: true, completed: true });
const notDone = (text: string, isDue = true) => ({ date: at(text), value: 0, isDue, completed: false });

const daily = (history: unknown[], more = {}) => ({
  _id: 'd1',
  type: 'daily',
  text: 'Meditate',
  notes: 'Ten minutes',
  frequency: 'daily',
  everyX: 1,
  startDate: '2026-01-31T23:00:00.000Z',
  history,
  ...more,
});

const told = ({ habits }: Found) =>
  [
    ...habits[0]!.told.map(({ date, status }) => `${date} ${status}`),
    ...habits[0]!.missed.map((date) => `${date} unsaid`),
  ].sort();

describe('A daily of Habitica', () => {
  const MWF = { m: true, t: false, w: true, th: false, f: true, s: false, su: false };

  it.each([
    [{ frequency: 'daily', everyX: 1 }, 'FREQ=DAILY', null],
    [{ frequency: 'daily', everyX: 3 }, 'FREQ=DAILY;INTERVAL=3', '2026-02-01'],
    [{ frequency: 'weekly', everyX: 1, repeat: MWF }, 'FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU', null],
    [{ frequency: 'weekly', everyX: 2, repeat: MWF }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU', '2026-02-01'],
    [{ frequency: 'monthly', everyX: 1, daysOfMonth: [1, 15] }, 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-02-01'],
    [
      { frequency: 'monthly', everyX: 1, weeksOfMonth: [2], repeat: { m: true } },
      'FREQ=MONTHLY;BYDAY=3MO',
      '2026-02-01',
    ],
    [{ frequency: 'yearly', everyX: 1 }, 'FREQ=YEARLY', '2026-02-01'],
  ])('%j is due by its repetition', (repetition, recurrence, startDate) => {
    const rule = ruleOfDaily({ startDate: '2026-01-31T23:00:00.000Z', ...repetition }, 'Europe/Berlin');
    expect(rule).toMatchObject({ recurrence, startDate });
  });

  it('was done on its own day, and not done on the day before it was noted', () => {
    const found = read({
      dailys: [daily([done('2026-03-02T20:00Z'), notDone('2026-03-04T06:00Z'), notDone('2026-03-05T06:00Z', false)])],
    });
    expect(told(found)).toEqual(['2026-03-02 completed', '2026-03-03 unsaid']);
    expect(found).toMatchObject({
      habits: [{ key: 'd1', title: 'Meditate', description: 'Ten minutes' }],
      rejected: [],
    });
  });

  it('that was ticked in the morning for yesterday was done yesterday', () => {
    const twice = daily([done('2026-03-03T06:00Z'), done('2026-03-03T20:00Z')]);
    expect(told(read({ dailys: [twice] }))).toEqual(['2026-03-02 completed', '2026-03-03 completed']);
    const onlyYesterdays = daily([done('2026-03-03T06:00Z'), notDone('2026-03-04T06:00Z')]);
    expect(told(read({ dailys: [onlyYesterdays] }))).toEqual(['2026-03-02 completed', '2026-03-03 unsaid']);
  });

  it('counts the night for the day before, where the person’s day begins later', () => {
    const atNight = daily([done('2026-03-03T00:30Z')]);
    expect(told(read({ dailys: [atNight] }))).toEqual(['2026-03-03 completed']);
    expect(told(read({ dailys: [atNight] }, { dayStart: 4 }))).toEqual(['2026-03-02 completed']);
  });

  it('tells when its notes were too long to be taken in full', () => {
    expect(read({ dailys: [daily([], { notes: 'n'.repeat(1500) })] }).habits[0]!.remarks).toEqual([
      'Its description was cut to 1000 characters, of 1500.',
    ]);
  });

  it('says where it does not say', () => {
    const found = read({ dailys: [daily([{ date: at('2026-01-01T10:00Z'), value: 3 }, { value: 3 }, 'x'])] });
    expect(found.rejected).toEqual([
      { file: 'tasks.dailys[0]', row: 2, reason: 'It has no date.' },
      { file: 'tasks.dailys[0]', row: 3, reason: 'It has no date.' },
      { file: 'tasks.dailys[0]', row: 1, reason: 'It does not say whether it was done.' },
    ]);
  });
});

describe('What else is in Habitica', () => {
  it('habits with a plus are done on the days they were scored, and never missed', () => {
    const history = [
      { date: at('2026-03-01T10:00Z'), value: 1, scoredUp: 2, scoredDown: 0 },
      { date: at('2026-03-03T10:00Z'), value: 0, scoredUp: 0, scoredDown: 1 },
    ];
    const found = read({ habits: [{ id: 'h1', text: 'Stairs', up: true, down: true, frequency: 'weekly', history }] });
    expect(told(found)).toEqual(['2026-03-01 completed', '2026-03-03 missed']);
    expect(found.habits[0]).toMatchObject({ silence: null, rule: { goal: { times: 1, per: 'week' } } });
  });

  it('a to-do on a day to come is asked for on that day', () => {
    const found = read({ todos: [{ id: 't1', text: 'Tax', completed: false, date: '2026-03-31T10:00:00.000Z' }] });
    expect(found.habits[0]!.rule).toMatchObject({ startDate: '2026-03-31', recurrence: null });
  });

  it('numbers that are objects are told, and nothing fails over them', () => {
    const hostile = { toString: 0, valueOf: 0 };
    const found = readHabitica(
      {
        tasks: {
          dailys: [daily([], { everyX: hostile })],
          habits: [{ text: 'Sip', history: [{ date: at('2026-03-01T12:00:00Z'), scoredUp: hostile }] }],
        },
        preferences: { dayStart: hostile },
      } as never,
      TODAY,
    );
    expect(found.rejected.map(({ reason }) => reason)).toEqual([
      '“Meditate”: It is never due: its repetition cannot be read.',
      'It does not say whether it was plus or minus.',
    ]);
  });

  it('the rest is named with its reason', () => {
    const found = read({
      dailys: [daily([], { everyX: 0 }), daily([], { frequency: 'weekly', repeat: { m: false } }), null, { text: ' ' }],
      habits: [{ text: 'Smoke', up: false, down: true }],
      todos: [
        { text: 'Old', completed: true },
        { text: 'Some day', completed: false },
        { text: 'Late', date: '2026-01-01' },
      ],
      rewards: [{ text: 'Cake' }],
    });
    expect(found.habits).toEqual([]);
    expect(found.rejected.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'tasks.dailys[0] “Meditate”: It is never due: its repetition cannot be read.',
      'tasks.dailys[1] “Meditate”: It is never due: no day is chosen.',
      'tasks.dailys[2] It is no task.',
      'tasks.dailys[3] “”: It has no name.',
      'tasks.habits[0] “Smoke”: Only its minus counts: Callivate asks for what is to be done.',
      'tasks.todos[0] “Old”: The to-do is done: there is nothing left to ask.',
      'tasks.todos[1] “Some day”: The to-do has no date on which to ask.',
      'tasks.todos[2] “Late”: The to-do was for 2026-01-01: choose a day to come and make it a habit.',
      'tasks.rewards[0] “Cake”: A reward is nothing to be asked about.',
    ]);
  });
});

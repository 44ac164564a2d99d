import { periodOf, periodsMet } from './goal-period';

describe('The period of a goal', () => {
  it.each([
    ['week', '2026-03-02', '2026-03-02'],
    ['week', '2026-03-08', '2026-03-02'],
    ['week', '2026-03-01', '2026-02-23'],
    ['week', '2027-01-01', '2026-12-28'],
    ['month', '2026-03-01', '2026-03-01'],
    ['month', '2026-03-31', '2026-03-01'],
  ] as const)('of a %s with %s in it begins on %s', (per, day, first) => expect(periodOf(per, day)).toBe(first));
});

describe('A goal', () => {
  const done = [
    { day: '2026-03-01', completed: 2 },
    { day: '2026-03-04', completed: 1 },
    { day: '2026-03-08', completed: 2 },
    { day: '2026-03-09', completed: 2 },
  ];

  it.each([
    [{ times: 3, per: 'week' }, ['2026-03-02']],
    [{ times: 2, per: 'week' }, ['2026-02-23', '2026-03-02', '2026-03-09']],
    [{ times: 7, per: 'month' }, ['2026-03-01']],
    [{ times: 8, per: 'month' }, []],
  ] as const)('is met in the periods in which it was done as often: %o', (goal, met) =>
    expect([...periodsMet(goal, done)]).toEqual(met),
  );
});

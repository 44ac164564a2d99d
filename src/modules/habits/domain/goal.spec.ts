import * as fc from 'fast-check';
import { addDays, weekdayOf } from '../../../kernel/local-time';
import { type GoalTally, judgePeriod, periodOf } from './goal';

describe('periodOf', () => {
  it.each([
    ['a Monday', '2026-03-02', 'week', '2026-03-02', '2026-03-08'],
    ['a Sunday', '2026-03-08', 'week', '2026-03-02', '2026-03-08'],
    ['a week over the turn of the year', '2027-01-01', 'week', '2026-12-28', '2027-01-03'],
    ['a short month', '2026-02-28', 'month', '2026-02-01', '2026-02-28'],
    ['a leap month', '2028-02-01', 'month', '2028-02-01', '2028-02-29'],
    ['a month of 31 days', '2026-12-31', 'month', '2026-12-01', '2026-12-31'],
  ] as const)('%s', (_, day, per, first, last) => {
    expect(periodOf(day, per)).toEqual({ first, last });
  });

  it('parts the calendar: each day is in one period, and the next begins the day after', () =>
    fc.assert(
      fc.property(fc.nat(30_000), fc.constantFrom('week', 'month'), (days, per) => {
        const day = addDays('1990-01-01', days);
        const { first, last } = periodOf(day, per);
        expect(first <= day && day <= last).toBe(true);
        expect(periodOf(first, per)).toEqual(periodOf(last, per));
        expect(periodOf(addDays(last, 1), per).first).toBe(addDays(last, 1));
        if (per === 'week') expect(weekdayOf(first)).toBe(1);
        else expect(first.slice(8)).toBe('01');
      }),
    ));
});

describe('judgePeriod, of a goal of three', () => {
  it.each<[string, Partial<GoalTally>, boolean, string]>([
    ['three done before the end', { completed: 3, open: 2 }, false, 'met'],
    ['more done than asked for', { completed: 4 }, true, 'met'],
    ['two done and the week not over', { completed: 2 }, false, 'open'],
    ['two done, one still to be answered after the end', { completed: 2, open: 1, rest: 5 }, true, 'open'],
    ['two done and one let pass', { completed: 2, rest: 1 }, true, 'missed'],
    ['nothing done of seven', { rest: 7 }, true, 'missed'],
    ['two done and one skipped, so that three were not possible', { completed: 2, skipped: 1 }, true, 'neutral'],
    ['ill nearly all week', { skipped: 5, rest: 2 }, true, 'neutral'],
    ['skips, but chances enough', { skipped: 4, rest: 3 }, true, 'missed'],
    ['nothing at all', {}, true, 'neutral'],
  ])('%s', (_, changed, isOver, outcome) => {
    expect(judgePeriod({ completed: 0, skipped: 0, open: 0, rest: 0, ...changed }, 3, isOver)).toBe(outcome);
  });
});

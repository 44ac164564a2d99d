import * as fc from 'fast-check';
import { daysBetween } from '../../../kernel/local-time';
import { nextMilestone } from './milestones';
import { datesBetween } from './rule-dates';
import type { Goal } from './schedule';
import { frequencyOf, memoryOf, scored } from './score';

const rule = (recurrence: string | null, goal: Goal | null = null) => ({ recurrence, goal });

describe('How often a habit is due', () => {
  it.each([
    ['FREQ=DAILY', 1],
    ['FREQ=DAILY;INTERVAL=3', 1 / 3],
    ['FREQ=WEEKLY', 1 / 7],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 3 / 7],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU', 1 / 7],
  ])('%s is %s days a day', (recurrence, expected) => {
    expect(frequencyOf(rule(recurrence))).toBeCloseTo(expected, 10);
  });

  it.each([
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=SU',
    'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1',
    'FREQ=YEARLY;BYMONTH=6;BYDAY=MO',
    'FREQ=YEARLY;BYDAY=SU',
    'FREQ=YEARLY;BYYEARDAY=1,100,-1',
    'FREQ=YEARLY;BYWEEKNO=10,20;BYDAY=MO,TU',
    'FREQ=YEARLY;BYMONTHDAY=13',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;BYMONTH=1,2;BYDAY=TU',
    'FREQ=DAILY;BYMONTH=7',
    'FREQ=DAILY;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7',
  ])('%s is about what the dates of twenty years say', (recurrence) => {
    const [from, to] = ['2020-01-01', '2039-12-31'];
    const dates = datesBetween({ startDate: from, endDate: null, recurrence }, from, to);
    expect(frequencyOf(rule(recurrence)) / (dates.length / daysBetween(from, to))).toBeCloseTo(1, 1);
  });

  it('does not change with an end, and is that of the goal where there is one', () => {
    expect(frequencyOf(rule('FREQ=DAILY;COUNT=3'))).toBe(1);
    expect(frequencyOf(rule('FREQ=DAILY;UNTIL=20260401'))).toBe(1);
    expect(frequencyOf(rule('FREQ=WEEKLY;BYDAY=MO,MO'))).toBe(frequencyOf(rule('FREQ=WEEKLY;BYDAY=MO')));
    expect(frequencyOf(rule(null))).toBe(1);
    expect(frequencyOf(rule('FREQ=DAILY', { times: 3, per: 'week' }))).toBeCloseTo(3 / 7, 10);
    expect(frequencyOf(rule('FREQ=DAILY', { times: 10, per: 'week' }))).toBe(1);
    expect(frequencyOf(rule('FREQ=DAILY', { times: 10, per: 'month' }))).toBeCloseTo(10 / 30.44, 10);
  });
});

describe('The score', () => {
  const strengthAfter = (values: number[], rhythm = rule('FREQ=DAILY')) =>
    values.reduce((score, value) => scored(score, value, memoryOf(rhythm)('day')), 0);
  const done = (times: number) => Array<number>(times).fill(1);

  it('is Loop’s of a daily habit: half after 13 days, four fifths after a month', () => {
    expect(strengthAfter(done(13))).toBeCloseTo(0.5, 10);
    expect(strengthAfter(done(30))).toBeCloseTo(1 - 0.5 ** (30 / 13), 10);
  });

  it('survives one miss', () => {
    const strong = strengthAfter(done(60));
    expect(scored(strong, 0, memoryOf(rule('FREQ=DAILY'))('day'))).toBeGreaterThan(strong * 0.94);
  });

  it('is by the days that went by: seven a week done for a year are as strong as Loop says day by day', () => {
    const weekly = memoryOf(rule('FREQ=WEEKLY'));
    const aDay = 0.5 ** (Math.sqrt(1 / 7) / 13);
    expect(weekly('day')).toBeCloseTo(aDay ** 7, 10);
    expect(weekly('week')).toBeCloseTo(weekly('day'), 10);
  });

  it('stays between nothing and all', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const score = strengthAfter(values);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    ));
});

describe('The next milestone', () => {
  it.each([
    [0, 3],
    [2, 3],
    [3, 7],
    [13, 14],
    [99, 100],
    [180, 365],
    [364, 365],
    [365, 730],
    [729, 730],
    [730, 1095],
  ])('after %s in a row is %s', (current, expected) => {
    expect(nextMilestone(current)).toBe(expected);
  });
});

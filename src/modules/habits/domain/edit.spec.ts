import * as fc from 'fast-check';
import type { LocalTime } from '../../../kernel/local-time';
import { timesSpent } from './edit';

describe('timesSpent', () => {
  it.each<[string, LocalTime[], LocalTime[], LocalTime[], LocalTime[]]>([
    ['a time moved after it rang', ['07:00'], ['08:00'], ['07:00'], ['08:00']],
    ['a time moved before it rang', ['07:00'], ['08:00'], [], []],
    ['a time added beside one that rang', ['07:00'], ['07:00', '08:00'], ['07:00'], []],
    ['pairs in the order of the clock', ['20:00', '07:00'], ['21:00', '08:00'], ['07:00'], ['08:00']],
    ['a time removed without another in its place', ['07:00', '12:00'], ['12:00'], ['07:00'], []],
    ['more rung than added', ['07:00', '08:00'], ['09:00'], ['07:00', '08:00'], ['09:00']],
    ['nothing changed', ['07:00'], ['07:00'], ['07:00'], []],
  ])('%s', (_, before, after, rung, expected) => {
    expect(timesSpent(before, after, rung)).toEqual(expected);
  });

  it('blocks new times only, and no more than had rung', () => {
    const times = fc.array(fc.constantFrom<LocalTime[]>('06:00', '07:00', '08:00', '09:00', '12:00', '20:00'));
    return fc.assert(
      fc.property(times, times, times, (before, after, rung) => {
        const spent = timesSpent(before, after, rung);
        expect(spent.length).toBeLessThanOrEqual(new Set(rung).size);
        for (const time of spent) expect(after.includes(time) && !before.includes(time)).toBe(true);
      }),
    );
  });
});

import * as fc from 'fast-check';
import type { LocalTime } from '../../../kernel/local-time';
import { replacements } from './edit';

describe('replacements', () => {
  it.each<[string, LocalTime[], LocalTime[], string[]]>([
    ['a time that was moved', ['07:00'], ['08:00'], ['07:00 by 08:00']],
    ['a time added beside another', ['07:00'], ['07:00', '08:00'], []],
    ['pairs in the order of the clock', ['20:00', '07:00'], ['21:00', '08:00'], ['07:00 by 08:00', '20:00 by 21:00']],
    ['a time removed without another in its place', ['07:00', '12:00'], ['12:00'], []],
    ['more removed than added', ['07:00', '08:00'], ['09:00'], ['07:00 by 09:00']],
    ['nothing changed', ['07:00'], ['07:00'], []],
  ])('%s', (_, before, after, expected) => {
    expect(replacements(before, after).map((pair) => `${pair.before} by ${pair.after}`)).toEqual(expected);
  });

  it('replace each time but once, and only what went by what came', () => {
    const times = fc.array(fc.constantFrom<LocalTime[]>('06:00', '07:00', '08:00', '09:00', '12:00', '20:00'));
    return fc.assert(
      fc.property(times, times, (before, after) => {
        const pairs = replacements(before, after);
        expect(new Set(pairs.map((pair) => pair.before)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.after)).size).toBe(pairs.length);
        for (const pair of pairs) {
          expect(before.includes(pair.before) && !after.includes(pair.before)).toBe(true);
          expect(after.includes(pair.after) && !before.includes(pair.after)).toBe(true);
        }
      }),
    );
  });
});

import * as fc from 'fast-check';
import { addDays } from '../../../kernel/local-time';
import type { DayStatus } from './day-status';
import { type DayOfHabit, type Streak, streakOf, streakOnceDone } from './streak';

const FIRST = '2026-03-01';
const SIGNS: Record<string, DayStatus> = {
  c: 'completed',
  p: 'partial',
  m: 'missed',
  s: 'skipped',
  o: 'pending',
  '-': 'none',
};

/** One sign a day from 1 March 2026 on. */
function days(signs: string): DayOfHabit[] {
  return [...signs].map((sign, index) => ({ day: addDays(FIRST, index), status: SIGNS[sign]! }));
}

function streak(current: number, longest: number, startedOn: string | null): Streak {
  return { current, longest, startedOn };
}

describe('streakOf', () => {
  it.each([
    ['', streak(0, 0, null)],
    ['ccc', streak(3, 3, '2026-03-01')],
    ['ccmc', streak(1, 2, '2026-03-04')],
    ['ccpo', streak(0, 2, null)],
    ['cs-oc', streak(2, 2, '2026-03-01')],
    ['-sc', streak(1, 1, '2026-03-03')],
    ['cccmccm-', streak(0, 3, null)],
  ])('of %s', (signs, expected) => {
    expect(streakOf(days(signs), addDays(FIRST, signs.length))).toEqual(expected);
  });

  it.each(['m', 'p', 'o'])('is never broken by today, be it %s', (sign) => {
    expect(streakOf(days(`cc${sign}`), '2026-03-03')).toEqual(streak(2, 2, '2026-03-01'));
  });

  it('counts a today that is done', () => {
    expect(streakOf(days('ccc'), '2026-03-03').current).toBe(3);
  });

  it('is that of the stretches between the breaks', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(SIGNS)), { maxLength: 400 }), (signs) => {
        const today = addDays(FIRST, signs.length - 1);
        const past = signs
          .map((sign, index) => (index === signs.length - 1 && 'mp'.includes(sign) ? 'o' : sign))
          .join('');
        const stretches = past.split(/[mp]/).map((stretch) => stretch.replace(/[^c]/g, '').length);
        const found = streakOf(days(signs.join('')), today);
        expect([found.current, found.longest]).toEqual([stretches.at(-1), Math.max(...stretches)]);
        const started = past.indexOf('c', Math.max(past.lastIndexOf('m'), past.lastIndexOf('p')) + 1);
        expect(found.startedOn).toBe(started < 0 ? null : addDays(FIRST, started));
      }),
    ));
});

describe('streakOnceDone', () => {
  it('adds today, unless today counts already', () => {
    expect(streakOnceDone(streak(4, 9, FIRST), false)).toBe(5);
    expect(streakOnceDone(streak(4, 9, FIRST), true)).toBe(4);
  });
});

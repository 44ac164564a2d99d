import { addDays } from '../../../kernel/local-time';
import type { Goal } from './schedule';
import { breaksIfMissed, leadOf } from './stakes';
import type { Fact } from './unit';

const MONDAY = '2026-11-23';
const WEEKLY: Goal = { times: 2, per: 'week' };

const SIGNS: Readonly<Record<string, Fact['standing']>> = { c: 'completed', s: 'skipped', m: 'rest', o: 'open' };

/** One sign a day, the last for the day itself. */
function upTo(day: string, signs: string, goal: Goal | null = null): Fact[] {
  return [...signs].flatMap((sign, place) =>
    SIGNS[sign] ? [{ day: addDays(day, place + 1 - signs.length), standing: SIGNS[sign], goal }] : [],
  );
}

it.each([
  ['cmo', true],
  ['mco', false],
  ['mso', false],
  ['m-o', false],
  ['o', false],
])('of %s the day before the last was missed: %s', (signs, missed) => {
  expect(leadOf(upTo('2026-11-25', signs), '2026-11-25').missedYesterday).toBe(missed);
});

it('of a goal no single day was missed', () => {
  expect(leadOf(upTo(MONDAY, 'mmmmmmmo', WEEKLY), MONDAY).missedYesterday).toBe(false);
});

describe('the weeks', () => {
  it('are told on a Monday', () => {
    expect(leadOf(upTo(MONDAY, 'ccmmmmmcccsmm-o'), MONDAY).weeks).toEqual({
      last: { done: 3, asked: 5 },
      before: { done: 2, asked: 7 },
    });
  });

  it('are not told on other days', () => {
    expect(leadOf(upTo('2026-11-24', 'ccccccccccccccccco'), '2026-11-24')).toEqual({ missedYesterday: false });
  });

  it.each(['ccccccco', '-------ccccccco', 'sssssssccccccco', 'cccccccssssssso'])(
    'are not told when one of two asked nothing: %s',
    (signs) => {
      expect(leadOf(upTo(MONDAY, signs), MONDAY).weeks).toBeUndefined();
    },
  );
});

describe('a miss', () => {
  it.each([
    ['of a day breaks its streak', MONDAY, 'cco', null, true],
    ['of what is not open any more breaks nothing', MONDAY, 'ccc', null, false],
    ['of a goal with days left breaks nothing', MONDAY, 'o', WEEKLY, false],
    ['on the last day of a goal breaks it', '2026-11-29', 'cmmmmmo', WEEKLY, true],
    ['on the last day of a goal that is met breaks nothing', '2026-11-29', 'ccmmmmo', WEEKLY, false],
  ] as const)('%s', (_, day, signs, goal, breaks) => {
    expect(breaksIfMissed(upTo(day, signs, goal), day)).toBe(breaks);
  });
});

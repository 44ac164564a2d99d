import { addDays } from '../../../kernel/local-time';
import type { Goal } from './schedule';
import { daysOf, type Fact, unitsOf } from './unit';

/** A Monday. */
const FIRST = '2026-03-02';
const STANDINGS: Record<string, Fact['standing']> = { c: 'completed', s: 'skipped', o: 'open', r: 'rest' };
const THREE_A_WEEK: Goal = { times: 3, per: 'week' };

/** A word a day from the first on, a sign for each occurrence of it; "-" is a day without any. */
function facts(text: string, goal: Goal | null = null, first = FIRST): Fact[] {
  return text
    .split(' ')
    .flatMap((word, index) =>
      [...word.replace('-', '')].map((sign) => ({ day: addDays(first, index), standing: STANDINGS[sign]!, goal })),
    );
}

/** What the last unit says as of so many days after the first. */
const said = (some: Fact[], todayIn: number) => {
  const { outcome, value } = unitsOf(some, addDays(FIRST, todayIn)).at(-1) ?? { outcome: 'none', value: null };
  return `${outcome} ${value}`;
};

describe('A day', () => {
  it.each([
    ['c', 'counts 1'],
    ['cc', 'counts 1'],
    ['cs', 'counts 1'],
    ['ss', 'passes null'],
    ['co', 'passes null'],
    ['r', 'breaks 0'],
    ['rs', 'breaks 0'],
    ['ccr', `breaks ${2 / 3}`],
    ['cro', 'breaks null'],
  ])('%s, once it is over: %s', (signs, expected) => {
    expect(said(facts(signs), 1)).toBe(expected);
  });

  it.each([
    ['c', 'counts 1'],
    ['r', 'passes null'],
    ['cr', 'passes null'],
    ['co', 'passes null'],
  ])('%s never breaks while it is today: %s', (signs, expected) => {
    expect(said(facts(signs), 0)).toBe(expected);
  });

  it('does not count before it is there, though it is done already', () => {
    expect(unitsOf(facts('c c c'), addDays(FIRST, 1)).map(({ on }) => on)).toEqual([FIRST, addDays(FIRST, 1)]);
  });
});

describe('A week of a goal', () => {
  it.each<[string, number, string]>([
    ['c - c - c', 4, 'counts 1'],
    ['c - c - c', 8, 'counts 1'],
    ['c c c c c', 9, 'counts 1'],
    ['c - o', 2, 'passes null'],
    ['r r r r r r r', 6, 'passes null'],
    ['r r r r r r r', 7, 'breaks 0'],
    ['c r r r r r c', 7, `breaks ${2 / 3}`],
    ['c s s s s s r', 7, 'passes null'],
    ['c r r - - - o', 7, 'passes null'],
    ['c c s s s s r', 7, `breaks ${2 / 3}`],
  ])('%s on day %s: %s', (text, todayIn, expected) => {
    expect(said(facts(text, THREE_A_WEEK), todayIn)).toBe(expected);
  });

  it('stands for its last day, and for today while it goes on', () => {
    const onDay = (todayIn: number) =>
      unitsOf(facts('c c c', THREE_A_WEEK), addDays(FIRST, todayIn)).map(({ first, on }) => [first, on]);
    expect(onDay(2)).toEqual([[FIRST, '2026-03-04']]);
    expect(onDay(30)).toEqual([[FIRST, '2026-03-08']]);
  });

  it('is judged by the goal of its last occurrence', () => {
    const eased = [...facts('r', THREE_A_WEEK), ...facts('- c r', { times: 1, per: 'week' })];
    expect(said(eased, 7)).toBe('counts 1');
  });

  it('and a month are apart from the days around them', () => {
    const life = [...facts('c c'), ...facts('- - c r', { times: 1, per: 'month' }), ...facts('- - - - r')];
    expect(unitsOf(life, '2026-04-01').map(({ kind, on, outcome }) => `${kind} ${on} ${outcome}`)).toEqual([
      'day 2026-03-02 counts',
      'day 2026-03-03 counts',
      'day 2026-03-06 breaks',
      'month 2026-03-31 counts',
    ]);
  });
});

describe('The days over all habits', () => {
  const outcomes = (habits: Fact[][], todayIn: number) =>
    daysOf(habits, addDays(FIRST, todayIn)).map(({ on, outcome }) => `${on.slice(-2)} ${outcome}`);

  it('count when all that was due on them was done', () => {
    expect(outcomes([facts('c c c s'), facts('c r - s')], 4)).toEqual([
      '02 counts',
      '03 breaks',
      '04 counts',
      '05 passes',
    ]);
  });

  it('know of a goal what was done, and nothing of what was let pass, until its week is missed', () => {
    const goal = facts('c r - r r r r', THREE_A_WEEK);
    expect(outcomes([goal], 6)).toEqual(['02 counts']);
    expect(outcomes([goal], 7)).toEqual(['02 counts', '08 breaks']);
    expect(outcomes([goal, facts('r r')], 2)).toEqual(['02 breaks', '03 breaks']);
  });

  it('are not broken by a week whose goal was met, whatever was let pass', () => {
    expect(outcomes([facts('c r c r c r r', THREE_A_WEEK)], 7)).toEqual(['02 counts', '04 counts', '06 counts']);
  });

  it('are as bad as their worst: a missed week spoils a Sunday that was done', () => {
    expect(outcomes([facts('r r r r r r c', THREE_A_WEEK), facts('- - - - - - c')], 7)).toEqual(['08 breaks']);
  });
});

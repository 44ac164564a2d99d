import * as fc from 'fast-check';
import { addDays } from '../../../kernel/local-time';
import { type HabitState, habitStep, NEW_HABIT, rowOf } from './habit-streak';
import { freezesHeld, MOST_FREEZES, NEW_PERSON, type OverallState, overallStep } from './overall-streak';
import type { Goal } from './schedule';
import { memoryOf } from './score';
import { type Step, type StreakEvent, statesAt, stepsOf } from './streak';
import { daysOf, type Fact, type UnitKind, unitsOf } from './unit';

/** A Monday. */
const FIRST = '2026-03-02';
const STANDINGS: Record<string, Fact['standing']> = { c: 'completed', s: 'skipped', o: 'open', r: 'rest' };
const EVERY_DAY = { recurrence: 'FREQ=DAILY', goal: null };

const dayIn = (days: number) => addDays(FIRST, days);

/** A sign a day, "-" is a day without an occurrence. */
function facts(signs: string, goal: Goal | null = null): Fact[] {
  return [...signs].flatMap((sign, index) =>
    sign === '-' ? [] : [{ day: dayIn(index), standing: STANDINGS[sign]!, goal }],
  );
}

function habitAfter(some: Fact[], todayIn: number, events: StreakEvent[] = []): HabitState {
  const steps = stepsOf(unitsOf(some, dayIn(todayIn)), events);
  return statesAt([dayIn(todayIn)], NEW_HABIT, steps, habitStep(memoryOf(EVERY_DAY)))[0]!;
}

function overallAfter(habits: Fact[][], todayIn: number, events: StreakEvent[] = []): OverallState {
  const steps = stepsOf(daysOf(habits, dayIn(todayIn)), events);
  return statesAt([dayIn(todayIn)], NEW_PERSON, steps, overallStep)[0]!;
}

const rowIn = (state: HabitState, kind: UnitKind = 'day') => {
  const { current, longest, startedOn } = rowOf(state, kind);
  return `${current} of ${longest} since ${startedOn}`;
};

describe('The streak of a habit', () => {
  it.each([
    ['', '0 of 0 since null'],
    ['ccc', '3 of 3 since 2026-03-02'],
    ['ccrc', '1 of 2 since 2026-03-05'],
    ['cs-oc', '2 of 2 since 2026-03-02'],
    ['-sc', '1 of 1 since 2026-03-04'],
    ['cccrccr-', '0 of 3 since null'],
    ['cc-----------------c', '3 of 3 since 2026-03-02'],
  ])('of %s', (signs, expected) => {
    expect(rowIn(habitAfter(facts(signs), signs.length))).toBe(expected);
  });

  it.each(['r', 'o', 's'])('is never broken by today, be it %s', (sign) => {
    expect(rowIn(habitAfter(facts(`cc${sign}`), 2))).toBe('2 of 2 since 2026-03-02');
  });

  it('of a weekly habit goes on the day after it was done, and the days after that', () => {
    const weekly = facts('c------c------c');
    for (const todayIn of [14, 15, 20]) expect(rowIn(habitAfter(weekly, todayIn))).toBe('3 of 3 since 2026-03-02');
  });

  it('counts the weeks of a goal, this one as soon as its goal is met', () => {
    const goal: Goal = { times: 2, per: 'week' };
    const weeks = facts('c-c----r-c-c--c-----c', goal);
    expect(rowIn(habitAfter(weeks, 7), 'week')).toBe('1 of 1 since 2026-03-02');
    expect(rowIn(habitAfter(weeks, 15), 'week')).toBe('2 of 2 since 2026-03-02');
    expect(rowIn(habitAfter(weeks, 20), 'week')).toBe('3 of 3 since 2026-03-02');
  });

  it('breaks with a missed week once it is over, not before', () => {
    const goal: Goal = { times: 2, per: 'week' };
    const weeks = facts('cc-----rrrrrrr', goal);
    expect(rowIn(habitAfter(weeks, 13), 'week')).toBe('1 of 1 since 2026-03-02');
    expect(rowIn(habitAfter(weeks, 14), 'week')).toBe('0 of 1 since null');
  });

  it('keeps days and weeks apart when a habit changes from the one to the other', () => {
    const life = [...facts('ccc'), ...facts('-------cc', { times: 2, per: 'week' })];
    const state = habitAfter(life, 14);
    expect([rowIn(state, 'day'), rowIn(state, 'week')]).toEqual(['3 of 3 since 2026-03-02', '1 of 1 since 2026-03-09']);
  });

  it('begins anew after a reset: today and what was before count no more, the strength stays', () => {
    const reset: StreakEvent = { kind: 'reset', on: dayIn(2) };
    const whole = habitAfter(facts('ccccc'), 4);
    const anew = habitAfter(facts('ccccc'), 4, [reset]);
    expect(rowIn(anew)).toBe('2 of 2 since 2026-03-05');
    expect(anew.score).toBe(whole.score);
  });

  it('does not count the week in which a reset falls', () => {
    const weeks = facts('ccccccccc', { times: 2, per: 'week' });
    expect(rowIn(habitAfter(weeks, 14, [{ kind: 'reset', on: dayIn(2) }]), 'week')).toBe('1 of 1 since 2026-03-09');
  });
});

describe('The streak over all habits', () => {
  const overall = (signs: string, events: StreakEvent[] = []) => {
    const state = overallAfter([facts(signs)], signs.length, events);
    const used = state.usedOn.map((day) => day.slice(5)).join();
    return `${state.row.current} of ${state.row.longest}, ${freezesHeld(state)} held, used on ${used || 'none'}`;
  };

  it.each([
    ['cccccc', '6 of 6, 0 held, used on none'],
    ['ccccccc', '7 of 7, 1 held, used on none'],
    ['cccccccr', '7 of 7, 0 held, used on 03-09'],
    ['cccccccrc', '8 of 8, 0 held, used on 03-09'],
    ['cccccccrr', '0 of 7, 0 held, used on 03-09'],
    ['ccccccr', '0 of 6, 0 held, used on none'],
    [`${'c'.repeat(14)}rr`, '14 of 14, 0 held, used on 03-16,03-17'],
    [`${'c'.repeat(40)}rrr`, '0 of 40, 0 held, used on 04-11,04-12'],
    [`${'c'.repeat(20)}s-${'c'.repeat(20)}`, '40 of 40, 2 held, used on none'],
    [`${'c'.repeat(20)}rccccccc`, '27 of 27, 2 held, used on 03-22'],
  ])('of %s', (signs, expected) => {
    expect(overall(signs)).toBe(expected);
  });

  it('gives a freeze back when its day is put right', () => {
    expect(overall('cccccccrcc')).toBe('9 of 9, 0 held, used on 03-09');
    expect(overall('cccccccccc')).toBe('10 of 10, 1 held, used on none');
    expect(overall('cccccccscc')).toBe('9 of 9, 1 held, used on none');
  });

  it('neither uses nor earns freezes while they are switched off', () => {
    const off: StreakEvent = { kind: 'freezes-off', on: dayIn(7) };
    const on: StreakEvent = { kind: 'freezes-on', on: dayIn(9) };
    expect(overall('cccccccr', [off])).toBe('0 of 7, 0 held, used on none');
    expect(overall(`ccccccc${'c'.repeat(8)}`, [off])).toBe('15 of 15, 1 held, used on none');
    expect(overall('cccccccccr', [off, on])).toBe('9 of 9, 0 held, used on 03-11');
  });

  it('begins anew after a reset, without freezes, as they were switched', () => {
    const [off, reset]: StreakEvent[] = [
      { kind: 'freezes-off', on: dayIn(1) },
      { kind: 'reset', on: dayIn(9) },
    ] as const;
    expect(overall(`${'c'.repeat(12)}`, [reset!])).toBe('2 of 2, 0 held, used on none');
    expect(overall(`${'c'.repeat(30)}`, [off!, reset!])).toBe('20 of 20, 0 held, used on none');
  });

  it('covers the missed week of a goal like any other miss', () => {
    const week = facts('-------rrrrrrr', { times: 1, per: 'week' });
    const state = overallAfter([facts('c'.repeat(14)), week], 14);
    expect(state).toMatchObject({ row: { current: 13 }, usedOn: ['2026-03-15'] });
  });

  it('remembers used freezes for a year', () => {
    const year = 'c'.repeat(400);
    const signs = `cccccccr${year}r`;
    expect(overallAfter([facts(signs)], signs.length).usedOn).toEqual([dayIn(signs.length - 1)]);
  });
});

describe('The fold', () => {
  const DAYS = 120;
  const standing = fc.constantFrom<Fact['standing']>('completed', 'completed', 'completed', 'skipped', 'open', 'rest');
  const goal = fc.constantFrom<(Goal | null)[]>(
    null,
    null,
    { times: 1, per: 'week' },
    { times: 3, per: 'week' },
    { times: 8, per: 'month' },
  );
  /** A habit changes what it aims at now and then. */
  const habit = fc
    .array(fc.record({ goal, facts: fc.array(fc.record({ day: fc.nat(DAYS), standing }), { maxLength: 60 }) }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((parts) =>
      parts
        .flatMap((part) =>
          part.facts.map(({ day, standing }): Fact => ({ day: dayIn(day), standing, goal: part.goal })),
        )
        .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))),
    );
  const event = fc.record({
    kind: fc.constantFrom<StreakEvent['kind']>('reset', 'freezes-off', 'freezes-on', 'freezes-on'),
    on: fc.nat(DAYS).map(dayIn),
  });
  const events = fc
    .array(event, { maxLength: 4 })
    .map((some) => some.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))));
  const life = fc.record({ habits: fc.array(habit, { minLength: 1, maxLength: 3 }), events, today: fc.nat(DAYS + 10) });
  const known = (some: StreakEvent[], today: number) => some.filter(({ on }) => on <= dayIn(today));
  const remembered = <State>(state: State): State => JSON.parse(JSON.stringify(state));

  /** Folds to the cut, forgets all but the state, and goes on from there. */
  function inTwo<State>(steps: Step[], begin: State, step: (state: State, next: Step) => State, cut: string): State {
    const [half] = statesAt([cut], begin, steps, step);
    const rest = steps.filter(({ unit, event: done }) => (unit ?? done)!.on > cut);
    return statesAt([dayIn(DAYS + 20)], remembered(half!), rest, step)[0]!;
  }

  it('goes on from any day as if it had never stopped', () =>
    fc.assert(
      fc.property(life, fc.nat(DAYS), ({ habits, events, today }, cutIn) => {
        const before = known(events, today);
        const days = stepsOf(daysOf(habits, dayIn(today)), before);
        expect(inTwo(days, NEW_PERSON, overallStep, dayIn(cutIn))).toEqual(overallAfter(habits, today, before));
        const units = stepsOf(unitsOf(habits[0]!, dayIn(today)), before);
        const step = habitStep(memoryOf(EVERY_DAY));
        expect(inTwo(units, NEW_HABIT, step, dayIn(cutIn))).toEqual(habitAfter(habits[0]!, today, before));
      }),
    ));

  it('needs, after the last of a month, only what is of the week that goes on', () =>
    fc.assert(
      fc.property(life, ({ habits, events, today }) => {
        fc.pre(dayIn(today) > '2026-04-03');
        const [through, from] = ['2026-03-31', '2026-03-30'];
        const before = known(events, today);
        const [half] = statesAt([through], NEW_PERSON, stepsOf(daysOf(habits, dayIn(today)), before), overallStep);
        const later = daysOf(
          habits.map((some) => some.filter(({ day }) => day >= from)),
          dayIn(today),
        ).filter(({ on }) => on > through);
        const rest = stepsOf(
          later,
          before.filter(({ on }) => on > through),
        );
        expect(statesAt([dayIn(today)], remembered(half!), rest, overallStep)[0]).toEqual(
          overallAfter(habits, today, before),
        );
      }),
    ));

  it('leaves nobody with less when a day is put right', () =>
    fc.assert(
      fc.property(life, fc.nat(), ({ habits, events, today }, which) => {
        const chances = habits.flatMap((some, at) =>
          some.flatMap(({ standing }, place) => (standing === 'rest' ? [{ at, place }] : [])),
        );
        fc.pre(chances.length > 0);
        const { at, place } = chances[which % chances.length]!;
        const repaired = habits.with(at, habits[at]!.with(place, { ...habits[at]![place]!, standing: 'completed' }));
        const before = known(events, today);
        const [was, is] = [overallAfter(habits, today, before), overallAfter(repaired, today, before)];
        expect(is.row.current).toBeGreaterThanOrEqual(was.row.current);
        expect(is.row.longest).toBeGreaterThanOrEqual(was.row.longest);
        expect(is.savings).toBeGreaterThanOrEqual(was.savings);
        const [weaker, stronger] = [habitAfter(habits[at]!, today, before), habitAfter(repaired[at]!, today, before)];
        expect(stronger.score).toBeGreaterThanOrEqual(weaker.score);
        for (const kind of ['day', 'week', 'month'] as const) {
          expect(rowOf(stronger, kind).current).toBeGreaterThanOrEqual(rowOf(weaker, kind).current);
          expect(rowOf(stronger, kind).longest).toBeGreaterThanOrEqual(rowOf(weaker, kind).longest);
        }
      }),
      { numRuns: 500 },
    ));

  it('does not notice a day on which all was skipped', () =>
    fc.assert(
      fc.property(life, fc.nat(DAYS), ({ habits, events, today }, dayOfRest) => {
        const free = habits.map((some) => some.filter(({ day }) => day !== dayIn(dayOfRest)));
        const skipped = [...free, [{ day: dayIn(dayOfRest), standing: 'skipped' as const, goal: null }]];
        const before = known(events, today);
        expect(overallAfter(skipped, today, before)).toEqual(overallAfter(free, today, before));
      }),
    ));

  it('never holds more than two freezes, and covers no day before it was missed', () =>
    fc.assert(
      fc.property(life, ({ habits, events, today }) => {
        const state = overallAfter(habits, today, known(events, today));
        expect(freezesHeld(state)).toBeLessThanOrEqual(MOST_FREEZES);
        expect(state.usedOn.every((day) => day < dayIn(today))).toBe(true);
        expect(state.row.current).toBeLessThanOrEqual(state.row.longest);
        expect(state.row.startedOn === null).toBe(state.row.current === 0);
      }),
    ));

  it('without freezes is the stretches between the breaks', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('c', 'r', 's', '-'), { maxLength: 200 }), (signs) => {
        const stretches = signs
          .join('')
          .split('r')
          .map((stretch) => stretch.replace(/[^c]/g, '').length);
        const { current, longest } = rowOf(habitAfter(facts(signs.join('')), signs.length), 'day');
        expect([current, longest]).toEqual([stretches.at(-1), Math.max(...stretches)]);
      }),
    ));
});

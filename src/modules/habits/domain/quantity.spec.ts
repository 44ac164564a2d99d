import fc from 'fast-check';
import { LARGEST_NUMBER } from './limits';
import { broughtTo, cutShort, hasSet, type QuantityChange, type Ring, roomAfter, totalOf, verdictOn } from './quantity';

const [MORNING, NOON, EVENING] = ['09:00', '13:00', '18:00'].map((localTime) => ({
  localDate: '2026-03-02',
  localTime,
})) as [Ring, Ring, Ring];

const set = (amount: number, ring = MORNING): QuantityChange => ({ ...ring, change: 'set', amount });
const add = (amount: number, ring = MORNING): QuantityChange => ({ ...ring, change: 'add', amount });
const addWithWord = (amount: number, ring = MORNING): QuantityChange => ({ ...add(amount, ring), withWord: true });
const takeBack = (ring = MORNING): QuantityChange => ({ ...ring, change: 'take-back', amount: null });

const amount = fc.integer({ min: 0, max: 5000 });
const ring = fc.constantFrom(MORNING, NOON, EVENING);
const change = fc.oneof(
  fc.tuple(amount, ring).map(([much, of]) => set(much, of)),
  fc.tuple(amount, ring).map(([much, of]) => add(much, of)),
  ring.map(takeBack),
);
const changes = fc.array(change, { maxLength: 30 });

describe('The room of a day', () => {
  it.each([
    ['all of it while nothing is said', null, LARGEST_NUMBER],
    ['what the total leaves', 999_999_999.9, 0.1],
    ['none when the day is full', LARGEST_NUMBER, 0],
    ['none when the day is fuller than it may be', LARGEST_NUMBER + 5, 0],
  ])('is %s', (_, total, room) => {
    expect(roomAfter(total)).toBe(room);
  });
});

describe('The total of a day', () => {
  it.each<[string, QuantityChange[], number | null]>([
    ['is none before anything is said', [], null],
    ['is what was set', [set(1200)], 1200],
    ['is what was set last', [set(1200), set(700, NOON)], 700],
    ['grows by progress', [add(500), add(500, NOON), add(1000)], 2000],
    ['is corrected by what is set after progress', [add(500), set(300), add(200)], 500],
    ['is what it would be without what is taken back', [add(500), set(2000), add(250), takeBack()], 750],
    ['keeps what another moment set', [set(1000), set(3000, NOON), takeBack(NOON)], 1000],
    ['is none again when all of it is taken back', [set(1000), set(1500), takeBack()], null],
    ['knows what is set after a taking back', [set(1000), takeBack(), set(400)], 400],
    ['loses what was added with a word that is taken back', [set(5), addWithWord(2, EVENING), takeBack(EVENING)], 5],
    ['keeps what was added with another word', [set(5), addWithWord(2, EVENING), takeBack()], 2],
    ['adds without dust', [add(0.1), add(0.2)], 0.3],
    ['may be nothing at all, and said to be so', [set(0)], 0],
  ])('%s', (_, said, total) => {
    expect(totalOf(said)).toBe(total);
  });

  it('is what was set last and stands, with all that was added after it, and before it if nothing stands', () => {
    fc.assert(
      fc.property(changes, (said) => {
        const stands = (one: QuantityChange, place: number) =>
          !said.slice(place).some((later) => later.change === 'take-back' && later.localTime === one.localTime);
        const start = said.findLastIndex((one, place) => one.change === 'set' && stands(one, place));
        const added = said.slice(start + 1).filter((one) => one.change === 'add');
        const sum = added.reduce((total, one) => total + one.amount!, said[start]?.amount ?? 0);
        expect(totalOf(said)).toBe(start < 0 && added.length === 0 ? null : sum);
      }),
    );
  });

  it('is the same in whatever order progress was made', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 })
          .chain((amounts) =>
            fc.tuple(fc.constant(amounts), fc.shuffledSubarray(amounts, { minLength: amounts.length })),
          ),
        ([amounts, shuffled]) => {
          const inThousandths = (all: number[]) => totalOf(all.map((much) => add(much / 1000)));
          expect(inThousandths(shuffled)).toBe(inThousandths(amounts));
        },
      ),
    );
  });

  it('does not change when the same is set or taken back again', () => {
    fc.assert(
      fc.property(changes, amount, ring, (said, much, of) => {
        expect(totalOf([...said, set(much, of), set(much, of)])).toBe(totalOf([...said, set(much, of)]));
        const back = [...said, takeBack(of)];
        expect(totalOf([...back, takeBack(of)])).toBe(totalOf(back));
        expect(hasSet(back, of)).toBe(false);
      }),
    );
  });

  it('is after a taking back as if that moment had never set anything', () => {
    fc.assert(
      fc.property(changes, ring, (said, of) => {
        const without = said.filter((one) => !(one.change === 'set' && one.localTime === of.localTime));
        expect(totalOf([...said, takeBack(of)])).toBe(totalOf(without));
      }),
    );
  });
});

describe('What a number says', () => {
  it.each([
    ['nothing before it is said', null, 'at-least', null],
    ['nothing while it is too little', 1999, 'at-least', null],
    ['that it is done once it is reached', 2000, 'at-least', 'completed'],
    ['nothing while it is not too much', 2000, 'at-most', null],
    ['that it is missed once it is too much', 2000.5, 'at-most', 'missed'],
  ] as const)('is %s', (_, total, direction, verdict) => {
    expect(verdictOn(total, { value: 2000, direction })).toBe(verdict);
  });
});

describe('Numbers that were kept elsewhere', () => {
  const at = (amount: number, ring: Ring) => ({ ...ring, amount });
  const by = (via: string, change: QuantityChange) => ({ ...change, via });
  const totalWith = (before: ReturnType<typeof by>[], brought: ReturnType<typeof at>[]) =>
    totalOf([...before, ...broughtTo(before, brought)]);
  const twoRuns = [at(5, MORNING), at(2, EVENING)];

  it('are added up to the number of their day, of which each goes with its own check-in', () => {
    const changes = broughtTo([], twoRuns);
    expect(changes.map(({ change, amount }) => `${change} ${amount}`)).toEqual(['set 5', 'add 2']);
    expect(totalOf(changes)).toBe(7);
    expect(totalOf([...changes, takeBack(MORNING)])).toBe(2);
    expect(totalOf([...changes, takeBack(EVENING)])).toBe(5);
    expect(totalOf([...changes, takeBack(EVENING), takeBack(MORNING)])).toBeNull();
    expect(twoRuns.map((run) => hasSet(changes, run))).toEqual([true, true]);
  });

  it('come to no more than a day may, and what does not count is known', () => {
    const rings = [MORNING, EVENING];
    const amounts = fc.array(fc.integer({ min: 0, max: LARGEST_NUMBER }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: LARGEST_NUMBER })), amounts, (earlier, told) => {
        const before = earlier === null ? [] : [by('import', set(earlier))];
        const brought = told.map((amount, place) => at(amount, rings[place]!));
        const sum = told.reduce((total, amount) => total + amount, earlier ?? 0);
        const cut = cutShort(broughtTo(before, brought), brought);
        expect(totalWith(before, brought)).toBe(Math.min(sum, LARGEST_NUMBER));
        const lost = cut.reduce((total, { amount, counted }) => total + amount - counted, 0);
        expect(lost).toBe(Math.max(0, sum - LARGEST_NUMBER));
      }),
    );
  });

  it.each([
    ['what a newer file says more is added to what came before', [by('import', set(5))], [at(2, EVENING)], 7],
    ['what was told here stays', [by('app', set(3))], twoRuns, 3],
    [
      'progress made here stays, with what it was made upon',
      [by('import', set(5)), by('push', add(1))],
      [at(2, EVENING)],
      6,
    ],
    ['what was taken back here counts no more', [by('app', set(3)), by('app', takeBack())], twoRuns, 7],
    [
      'what was brought before and taken back comes again',
      [by('import', set(5)), by('app', takeBack())],
      [at(5, MORNING)],
      5,
    ],
  ])('count so that %s', (_, before, brought, total) => {
    expect(totalWith(before, brought)).toBe(total);
  });
});

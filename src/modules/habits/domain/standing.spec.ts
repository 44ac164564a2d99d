import fc from 'fast-check';
import { HOUR, plus } from '../../../kernel/clock';
import { type Facts, standingAtEnd, standingByNumber, standingOf } from './standing';

const DUE_AT = new Date('2026-05-01T07:00Z');
const CLOSES_AT = plus(DUE_AT, 2 * HOUR);
const [BEFORE, MEANWHILE, AFTER] = [plus(DUE_AT, -1), plus(CLOSES_AT, -1), CLOSES_AT];

const facts: Facts = {
  status: 'completed',
  closedBecause: null,
  word: null,
  verdict: null,
  isLimit: false,
  isOfGoal: false,
  rests: false,
  isUnasked: false,
  isTakenUp: false,
  dueAt: DUE_AT,
  closesAt: CLOSES_AT,
};

const inWords = ({ status, closedBecause }: { status: string; closedBecause: string | null }) =>
  [status, closedBecause].filter(Boolean).join(' ');

describe('standingOf', () => {
  it.each<[string, Partial<Facts>, Date, string]>([
    ['planned before its time', {}, BEFORE, 'planned'],
    ['due before its time, where it was asked about already', { isTakenUp: true }, BEFORE, 'due'],
    ['due from its time on', {}, DUE_AT, 'due'],
    ['due until it closes', {}, MEANWHILE, 'due'],
    ['missed from then on', {}, AFTER, 'missed'],
    ['skipped from then on, where a goal leaves other days', { isOfGoal: true }, AFTER, 'skipped goal-open'],
    ['completed from then on, where only too much is a miss', { isLimit: true }, AFTER, 'completed'],
    ['as the number says, whatever the hour', { verdict: 'completed' }, BEFORE, 'completed'],
    ['missed when it was too much, before the day is over', { isLimit: true, verdict: 'missed' }, MEANWHILE, 'missed'],
    ['as the person says, against the number', { word: 'missed', verdict: 'completed' }, AFTER, 'missed'],
    ['missed when the person says so, though a goal is open', { word: 'missed', isOfGoal: true }, AFTER, 'missed'],
    ['at rest while its habit rests', { rests: true }, MEANWHILE, 'skipped resting'],
    ['missed when it was over before its habit rested', { rests: true }, AFTER, 'missed'],
    [
      'nothing to count where it was told of after its time and taken back',
      { isUnasked: true },
      AFTER,
      'skipped not-asked',
    ],
    ['the same before it would close', { isUnasked: true }, MEANWHILE, 'skipped not-asked'],
    ['as the person says, though it was never asked for', { isUnasked: true, word: 'missed' }, AFTER, 'missed'],
    ['at rest again when it was so before', { closedBecause: 'resting' }, AFTER, 'skipped resting'],
  ])('is %s', (_, change, now, expected) => {
    expect(inWords(standingOf({ ...facts, ...change }, now))).toBe(expected);
  });
});

describe('standingByNumber', () => {
  it.each<[string, Partial<Facts>, Date, string | null]>([
    ['completes what is open', { status: 'due', verdict: 'completed' }, MEANWHILE, 'completed'],
    ['completes what was missed', { status: 'missed', verdict: 'completed' }, AFTER, 'completed'],
    [
      'completes what a goal left open',
      { status: 'skipped', closedBecause: 'goal-open', verdict: 'completed' },
      AFTER,
      'completed',
    ],
    ['leaves what is completed', { verdict: 'completed' }, AFTER, null],
    ['leaves what the person said', { status: 'skipped', word: 'skipped', verdict: 'completed' }, AFTER, null],
    ['leaves what is open while it says nothing', { status: 'planned' }, MEANWHILE, null],
    ['opens again what it had completed', { status: 'completed' }, MEANWHILE, 'due'],
    ['makes a miss again of what it had completed', { status: 'completed' }, AFTER, 'missed'],
    ['misses what is too much', { isLimit: true, status: 'due', verdict: 'missed' }, MEANWHILE, 'missed'],
    ['misses what the end of the day had completed', { isLimit: true, verdict: 'missed' }, AFTER, 'missed'],
    ['brings back what was too much', { isLimit: true, status: 'missed' }, MEANWHILE, 'due'],
    ['brings it back as completed once the day is over', { isLimit: true, status: 'missed' }, AFTER, 'completed'],
    [
      'completes what rested, and remembers that it did',
      { status: 'skipped', closedBecause: 'resting', verdict: 'completed' },
      AFTER,
      'completed resting',
    ],
    [
      'misses nothing that rested',
      { isLimit: true, status: 'skipped', closedBecause: 'resting', verdict: 'missed' },
      AFTER,
      null,
    ],
  ])('%s', (_, change, now, expected) => {
    const standing = standingByNumber({ ...facts, ...change }, now);
    expect(standing && inWords(standing)).toBe(expected);
  });

  it('comes to rest: what it has decided once it leaves as it is', () => {
    const any = fc.record({
      status: fc.constantFrom('planned', 'due', 'completed', 'skipped', 'missed'),
      closedBecause: fc.constantFrom(null, 'resting', 'goal-open'),
      word: fc.constant(null),
      verdict: fc.constantFrom(null, 'completed', 'missed'),
      isLimit: fc.boolean(),
      isOfGoal: fc.boolean(),
      rests: fc.boolean(),
      dueAt: fc.constant(DUE_AT),
      closesAt: fc.constant(CLOSES_AT),
    }) as fc.Arbitrary<Facts>;
    const isSound = ({ verdict, isLimit }: Facts) => verdict === null || (verdict === 'missed') === isLimit;
    fc.assert(
      fc.property(any.filter(isSound), fc.constantFrom(BEFORE, MEANWHILE, AFTER), (one, now) => {
        const next = standingByNumber(one, now);
        const again = next && standingByNumber({ ...one, ...next }, now);
        expect(again ?? next).toEqual(next);
      }),
    );
  });
});

describe('standingAtEnd', () => {
  it.each([
    ['missed', { isLimit: false, isOfGoal: false }],
    ['skipped goal-open', { isLimit: false, isOfGoal: true }],
    ['completed', { isLimit: true, isOfGoal: false }],
    ['completed', { isLimit: true, isOfGoal: true }],
  ])('is %s in silence', (expected, end) => {
    expect(inWords(standingAtEnd({ ...end, verdict: null }))).toBe(expected);
  });
});

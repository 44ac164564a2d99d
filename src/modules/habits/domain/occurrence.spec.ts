import { HOUR, MINUTE, plus } from '../../../kernel/clock';
import type { OccurrenceStatus } from './day-status';
import { closesAt, mayMove, type OccurrenceMove, statusByTheClock } from './occurrence';

const DUE_AT = new Date('2026-05-01T07:00Z');

describe('mayMove', () => {
  it.each<[OccurrenceMove, OccurrenceStatus, OccurrenceStatus, boolean]>([
    ['fall-due', 'planned', 'due', true],
    ['fall-due', 'completed', 'due', false],
    ['close', 'due', 'missed', true],
    ['close', 'planned', 'missed', false],
    ['close', 'completed', 'missed', false],
    ['check-in', 'planned', 'completed', true],
    ['check-in', 'missed', 'completed', true],
    ['check-in', 'completed', 'completed', true],
    ['check-in', 'completed', 'skipped', true],
    ['check-in', 'completed', 'due', false],
    ['take-back', 'completed', 'planned', true],
    ['take-back', 'skipped', 'missed', true],
    ['take-back', 'planned', 'due', false],
  ])('%s from %s to %s: %s', (move, from, to, expected) => {
    expect(mayMove(move, from, to)).toBe(expected);
  });
});

describe('statusByTheClock', () => {
  it.each([
    ['planned until it is due', -1, 'planned'],
    ['due from its time on', 0, 'due'],
    ['due until it closes', 2 * HOUR - 1, 'due'],
    ['missed from then on', 2 * HOUR, 'missed'],
  ])('%s', (_, after, expected) => {
    expect(statusByTheClock(DUE_AT, plus(DUE_AT, 2 * HOUR), plus(DUE_AT, after))).toBe(expected);
  });
});

describe('closesAt', () => {
  const [ten, fifty] = [plus(DUE_AT, 10 * MINUTE), plus(DUE_AT, 50 * MINUTE)];

  it.each([
    ['its time, while nobody was reached', null, null, DUE_AT],
    ['the first ring or push', ten, null, ten],
    ['the callback', ten, fifty, fifty],
    ['its time, after a ring before it', plus(DUE_AT, -HOUR), null, DUE_AT],
  ])('counts the grace from %s', (_, reachedAt, callbackAt, expected) => {
    expect(closesAt(DUE_AT, 120, reachedAt, callbackAt)).toEqual(plus(expected, 2 * HOUR));
  });
});

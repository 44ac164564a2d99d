import { HOUR, MINUTE, plus } from '../../../kernel/clock';
import type { OccurrenceStatus } from './day-status';
import { closesAt, closesWithDay, mayMove, type OccurrenceMove } from './occurrence';

const DUE_AT = new Date('2026-05-01T07:00Z');

describe('mayMove', () => {
  it.each<[OccurrenceMove, OccurrenceStatus, OccurrenceStatus, boolean]>([
    ['fall-due', 'planned', 'due', true],
    ['fall-due', 'completed', 'due', false],
    ['close', 'due', 'missed', true],
    ['close', 'due', 'skipped', true],
    ['close', 'due', 'completed', true],
    ['close', 'planned', 'missed', false],
    ['close', 'completed', 'missed', false],
    ['check-in', 'planned', 'completed', true],
    ['check-in', 'missed', 'completed', true],
    ['check-in', 'completed', 'completed', true],
    ['check-in', 'completed', 'skipped', true],
    ['check-in', 'completed', 'due', false],
    ['take-back', 'completed', 'planned', true],
    ['take-back', 'skipped', 'missed', true],
    ['take-back', 'completed', 'skipped', true],
    ['take-back', 'planned', 'due', false],
    ['count', 'due', 'completed', true],
    ['count', 'completed', 'due', true],
  ])('%s from %s to %s: %s', (move, from, to, expected) => {
    expect(mayMove(move, from, to)).toBe(expected);
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

describe('closesWithDay', () => {
  it.each([
    ['at midnight', '2026-05-01', '00:00', 'Europe/Lisbon', '2026-05-01T23:00:00Z'],
    [
      'after midnight, where the night belongs to the day before',
      '2026-05-01',
      '03:00',
      'Europe/Lisbon',
      '2026-05-02T02:00:00Z',
    ],
    [
      'at the first instant there is, where midnight is skipped',
      '2026-04-23',
      '00:00',
      'Africa/Cairo',
      '2026-04-23T22:00:00Z',
    ],
  ])('ends with the day %s', (_, day, dayEndsAt, zone, end) => {
    expect(closesWithDay(new Date(`${day}T07:00Z`), day, dayEndsAt, zone)).toEqual(new Date(end));
  });

  it('never ends before the moment is due', () => {
    const dueAt = new Date('2026-05-02T00:00:00Z');
    expect(closesWithDay(dueAt, '2026-05-01', '00:00', 'Europe/Lisbon')).toEqual(dueAt);
  });
});

import * as fc from 'fast-check';
import { type DayStatus, dayStatus, type OccurrenceStatus, statusOfCounts } from './day-status';

const STATUSES: OccurrenceStatus[] = ['planned', 'due', 'completed', 'skipped', 'missed'];

describe('dayStatus', () => {
  it.each<[OccurrenceStatus[], DayStatus]>([
    [[], 'none'],
    [['planned'], 'pending'],
    [['completed', 'due'], 'pending'],
    [['skipped', 'planned'], 'pending'],
    [['completed'], 'completed'],
    [['completed', 'skipped'], 'completed'],
    [['skipped', 'skipped'], 'skipped'],
    [['missed'], 'missed'],
    [['missed', 'skipped'], 'missed'],
    [['missed', 'planned'], 'pending'],
    [['missed', 'due'], 'pending'],
    [['missed', 'completed'], 'partial'],
    [['missed', 'completed', 'skipped'], 'partial'],
    [['missed', 'completed', 'due'], 'pending'],
    [['missed', 'skipped', 'planned'], 'pending'],
  ])('%j is %s', (statuses, expected) => {
    expect(dayStatus(statuses)).toBe(expected);
  });

  it('does not depend on the order of the day', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES)), (statuses) => {
        expect(dayStatus(statuses.toReversed())).toBe(dayStatus(statuses));
      }),
    ));

  it('is the same for who has only counted', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES)), (statuses) => {
        const count = (status: OccurrenceStatus) => statuses.filter((other) => other === status).length;
        const [completed, skipped, missed] = [count('completed'), count('skipped'), count('missed')];
        expect(statusOfCounts({ due: statuses.length, completed, skipped, missed })).toBe(dayStatus(statuses));
      }),
    ));
});

import { type DayStatus, type OccurrenceStatus, statusOfCounts } from './day-status';

describe('The status of a day', () => {
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
    const count = (status: OccurrenceStatus) => statuses.filter((other) => other === status).length;
    const [completed, skipped, missed] = [count('completed'), count('skipped'), count('missed')];
    expect(statusOfCounts({ due: statuses.length, completed, skipped, missed })).toBe(expected);
  });
});

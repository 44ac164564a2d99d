import { canceled, moved, TWICE_DAILY } from '../../../../test/support/single-changes';
import { checkAhead, type HereAndNow } from './ahead-check';
import type { Exception, Schedule } from './schedule';

const HERE: HereAndNow = { personZone: 'Europe/Berlin', dayEndsAt: '00:00', now: new Date('2026-03-05T12:00:00Z') };

/** What is said of a schedule with these changes, in the place of one with those; null for a new one. */
function complaints(exceptions: Exception[], before: Exception[] | null, changed: Partial<Schedule> = {}): string[] {
  const schedule = { ...TWICE_DAILY, ...changed };
  const replaced = before && { ...schedule, exceptions: before };
  return checkAhead({ ...schedule, exceptions }, replaced, HERE).map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('What is past is not changed', () => {
  const IS_PAST = '/exceptions/0 2026-03-05 at 07:00 is past and stays as it was: leave this change out.';

  it.each<[string, Exception[], Exception[] | null, string[]]>([
    ['by a new habit', [canceled('2026-03-05 at 07:00')], null, [IS_PAST]],
    ['by an edit', [canceled('2026-03-05 at 07:00')], [], [IS_PAST]],
    [
      'by an edit of what was moved and has been due',
      [canceled('2026-03-05 at 07:00')],
      [moved('2026-03-05 at 07:00', '2026-03-05 at 08:00')],
      [IS_PAST],
    ],
    [
      'by an edit of what was moved ahead and has been due',
      [canceled('2026-03-05 at 19:00')],
      [moved('2026-03-05 at 19:00', '2026-03-05 at 08:00')],
      ['/exceptions/0 2026-03-05 at 19:00 is past and stays as it was: leave this change out.'],
    ],
    [
      'by an edit of what was canceled',
      [moved('2026-03-05 at 07:00', '2026-03-06 at 08:00')],
      [canceled('2026-03-05 at 07:00')],
      [IS_PAST],
    ],
    ['but an old change stays', [canceled('2026-03-05 at 07:00')], [canceled('2026-03-05 at 07:00')], []],
    [
      'but an old move stays',
      [moved('2026-03-06 at 07:00', '2026-03-05 at 08:00')],
      [moved('2026-03-06 at 07:00', '2026-03-05 at 08:00')],
      [],
    ],
    [
      'but what was moved and is still to come is moved again',
      [moved('2026-03-05 at 07:00', '2026-03-05 at 21:00')],
      [moved('2026-03-05 at 07:00', '2026-03-05 at 20:00')],
      [],
    ],
    ['but an old change may go', [], [canceled('2026-03-05 at 07:00')], []],
  ])('%s', (_, exceptions, before, expected) => {
    expect(complaints(exceptions, before)).toEqual(expected);
  });

  it('wherever the person is: what is past in Berlin is still to come in Lisbon', () => {
    const evening = { ...TWICE_DAILY, exceptions: [canceled('2026-03-05 at 19:00')] };
    const said = (personZone: string) =>
      checkAhead(evening, null, { ...HERE, personZone, now: new Date('2026-03-05T18:30:00Z') });
    expect(said('Europe/Berlin')).toHaveLength(1);
    expect(said('Europe/Lisbon')).toEqual([]);
  });
});

describe('Nothing is moved into the past', () => {
  it.each<[string, string, string[]]>([
    [
      'to a minute ago',
      '2026-03-05 at 12:59',
      ['/exceptions/0/movedTo 2026-03-05 at 12:59 is past: choose a time still to come, or null to cancel the moment.'],
    ],
    ['but to now', '2026-03-05 at 13:00', []],
  ])('%s', (_, place, expected) => {
    for (const before of [null, [], [moved('2026-03-06 at 07:00', '2026-03-06 at 08:00')]]) {
      expect(complaints([moved('2026-03-06 at 07:00', place)], before)).toEqual(expected);
    }
  });
});

describe('A new schedule has something still to come', () => {
  it.each<[string, Partial<Schedule>, Exception[], string[]]>([
    ['in a rule with an end', { endDate: '2026-03-05' }, [], []],
    [
      'in one that ended',
      { endDate: '2026-03-04' },
      [],
      ['/endDate All of this schedule is past: choose a date or a time still to come.'],
    ],
    [
      'in one that has counted to its end',
      { recurrence: 'FREQ=DAILY;COUNT=2' },
      [],
      ['/recurrence All of this schedule is past: choose a date or a time still to come.'],
    ],
    [
      'on one date',
      { recurrence: null },
      [],
      ['/startDate All of this schedule is past: choose a date or a time still to come.'],
    ],
    [
      'that is not canceled',
      { endDate: '2026-03-05' },
      [canceled('2026-03-05 at 19:00')],
      [
        '/exceptions The changes cancel every moment still to come: leave one of them out, or give the schedule more dates.',
      ],
    ],
    ['that is moved', { endDate: '2026-03-05' }, [moved('2026-03-05 at 19:00', '2026-03-05 at 23:00')], []],
  ])('%s', (_, changed, exceptions, expected) => {
    expect(complaints(exceptions, null, changed)).toEqual(expected);
    expect(complaints(exceptions, [], changed)).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { canceled, moved, TWICE_DAILY } from '../../../../test/support/single-changes';
import { DAY } from '../../../kernel/clock';
import { addDays, type TimeZone } from '../../../kernel/local-time';
import { checkClashes } from './moves-check';
import { type Exception, momentsBetween, nameOf, type Schedule } from './schedule';
import { checkSchedule } from './schedule-check';

function complaints(exceptions: Exception[], changed: Partial<Schedule> = {}): string[] {
  return checkSchedule({ ...TWICE_DAILY, ...changed, exceptions }).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );
}

describe('A moment may be moved', () => {
  const last = { endDate: '2026-03-31' };

  it.each<[string, Exception[], Partial<Schedule>]>([
    ['to the first day', [moved('2026-03-05 at 07:00', '2026-03-02 at 00:00')], {}],
    ['to the last day', [moved('2026-03-05 at 07:00', '2026-03-31 at 23:59')], last],
    ['to before the start', [moved('2026-03-05 at 07:00', '2026-03-01 at 23:59')], {}],
    ['to after the end', [moved('2026-03-05 at 07:00', '2026-04-01 at 00:00')], last],
    ['a year on', [moved('2026-03-05 at 07:00', '2027-03-06 at 08:00')], {}],
    [
      'to where another was canceled',
      [canceled('2026-03-05 at 19:00'), moved('2026-03-05 at 07:00', '2026-03-05 at 19:00')],
      {},
    ],
    [
      'to where another was before it was moved away itself',
      [moved('2026-03-05 at 07:00', '2026-03-05 at 19:00'), moved('2026-03-05 at 19:00', '2026-03-05 at 20:00')],
      {},
    ],
    [
      'to a date the rule does not have',
      [moved('2026-03-02 at 07:00', '2026-03-03 at 19:00')],
      { recurrence: 'FREQ=WEEKLY' },
    ],
    ['away from its one date', [moved('2026-03-02 at 07:00', '2026-03-09 at 07:00')], { recurrence: null }],
  ])('%s', (_, exceptions, changed) => {
    expect(complaints(exceptions, changed)).toEqual([]);
  });
});

describe('A moment may not be moved', () => {
  it.each<[string, Exception[], string, Partial<Schedule>]>([
    [
      'onto another moment of the rule',
      [moved('2026-03-05 at 07:00', '2026-03-06 at 19:00')],
      '2026-03-06 at 19:00 is a moment of this schedule already: choose another time, or cancel one of the two.',
      {},
    ],
    [
      'onto where one was moved',
      [moved('2026-03-06 at 19:00', '2026-03-05 at 12:00'), moved('2026-03-05 at 07:00', '2026-03-05 at 12:00')],
      '2026-03-06 at 19:00 is moved there as well, to 2026-03-05 at 12:00: choose another time, or cancel one of them.',
      {},
    ],
    [
      'to its own time',
      [moved('2026-03-05 at 07:00', '2026-03-05 at 07:00')],
      '2026-03-05 at 07:00 is its own time already: choose another, or leave this change out.',
      {},
    ],
    [
      'by more than a year',
      [moved('2026-03-05 at 07:00', '2027-03-07 at 08:00')],
      '2027-03-07 is more than a year from 2026-03-05: move it to 2027-03-06 or earlier.',
      {},
    ],
    [
      'back by more than a year',
      [moved('2030-03-05 at 07:00', '2029-03-03 at 08:00')],
      '2029-03-03 is more than a year from 2030-03-05: move it to 2029-03-04 or later.',
      {},
    ],
    [
      'to a skipped hour that falls together with a moment of the rule',
      [moved('2026-03-28 at 07:00', '2026-03-29 at 02:30')],
      '2026-03-29 at 02:30 falls together with 2026-03-29 at 03:30 as clocks change: choose another time, or cancel one of the two.',
      { times: ['07:00', '03:30'], timeZone: 'Europe/Berlin' },
    ],
  ])('%s', (_, exceptions, message, changed) => {
    const place = exceptions.length - 1;
    expect(complaints(exceptions, changed)).toEqual([`/exceptions/${place}/movedTo ${message}`]);
  });

  it('onto another moment where the person lives, though the schedule is pinned to no zone', () => {
    const schedule = {
      ...TWICE_DAILY,
      times: ['03:30'],
      exceptions: [moved('2026-03-28 at 03:30', '2026-03-29 at 02:30')],
    };
    expect(checkClashes(schedule, 'UTC')).toEqual([]);
    expect(checkClashes(schedule, 'Europe/Berlin')).toHaveLength(1);
  });
});

describe('Changes that are accepted', () => {
  const TIMES = ['00:30', '01:30', '02:00', '02:30', '03:00', '03:30', '19:00'];
  /** Around the nights on which Berlin skips an hour, and Apia once skipped a day. */
  const NIGHTS: readonly [TimeZone, string][] = [
    ['UTC', '2026-03-25'],
    ['Europe/Berlin', '2026-03-26'],
    ['Europe/Berlin', '2026-10-22'],
    ['Pacific/Apia', '2011-12-27'],
  ];
  const time = fc.constantFrom(...TIMES);
  const dayOn = fc.nat({ max: 6 });
  const schedules = fc
    .record({
      night: fc.constantFrom(...NIGHTS),
      times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
      recurrence: fc.constantFrom('FREQ=DAILY', 'FREQ=DAILY;INTERVAL=2', 'FREQ=DAILY;COUNT=5', null),
      changes: fc.array(fc.record({ on: dayOn, at: fc.nat({ max: 2 }), to: fc.option(fc.tuple(dayOn, time)) }), {
        maxLength: 5,
      }),
    })
    .map(({ night: [timeZone, startDate], times, recurrence, changes }): Schedule => {
      const exceptions = changes.map(({ on, at, to }) => ({
        localDate: addDays(startDate, recurrence === null ? 0 : on),
        localTime: times[at % times.length]!,
        movedTo: to && { localDate: addDays(startDate, to[0]), localTime: to[1] },
      }));
      return { ...TWICE_DAILY, timeZone, startDate, times, recurrence, exceptions };
    });

  const momentsOf = (schedule: Schedule) => {
    const begin = Date.parse(schedule.startDate);
    const [from, to] = [new Date(begin - 2 * DAY), new Date(begin + 12 * DAY)];
    return momentsBetween(schedule, 'UTC', '00:00', from, to);
  };

  it('lose no moment but those that are canceled', () =>
    fc.assert(
      fc.property(schedules, (schedule) => {
        fc.pre(checkSchedule(schedule).length === 0);
        const canceledOnes = schedule.exceptions.filter(({ movedTo }) => movedTo === null).map(nameOf);
        const byRule = momentsOf({ ...schedule, exceptions: [] }).map(nameOf);
        const kept = byRule.filter((name) => !canceledOnes.includes(name));
        expect(momentsOf(schedule).map(nameOf)).toEqual(expect.arrayContaining(kept));
        if (schedule.timeZone === 'UTC') expect(momentsOf(schedule)).toHaveLength(kept.length);
      }),
      { numRuns: 500 },
    ));
});

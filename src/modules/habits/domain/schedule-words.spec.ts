import * as fc from 'fast-check';
import { addDays } from '../../../kernel/local-time';
import { WEEKDAYS } from './recurrence';
import type { Schedule } from './schedule';
import { checkSchedule } from './schedule-check';
import { scheduleText } from './schedule-text';
import { scheduleFromText } from './schedule-words';

/** A Tuesday. */
const TODAY = '2026-01-06';

function schedule(changed: Partial<Schedule>): Schedule {
  return {
    startDate: TODAY,
    endDate: null,
    times: ['07:00'],
    recurrence: 'FREQ=DAILY',
    timeZone: null,
    goal: null,
    exceptions: [],
    ...changed,
  };
}

describe('scheduleFromText', () => {
  it.each<[string, Partial<Schedule>]>([
    ['Mon, Wed and Fri at 07:00', { recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR' }],
    ['mondays & wednesdays, 7 am', { recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE' }],
    ['Every Tuesday and Thursday at 7', { recurrence: 'FREQ=WEEKLY;BYDAY=TU,TH' }],
    ['weekdays at 7am and 18:30', { recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', times: ['07:00', '18:30'] }],
    ['at 9.30 on weekends', { recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU', times: ['09:30'] }],
    ['every day at noon', { times: ['12:00'] }],
    ['Daily at midnight.', { times: ['00:00'] }],
    ['every day at 7, 12 and 19', { times: ['07:00', '12:00', '19:00'] }],
    ['every day 12:15 am', { times: ['00:15'] }],
    ['once a day at 07:00', {}],
    ['every other day at 8 p.m.', { recurrence: 'FREQ=DAILY;INTERVAL=2', times: ['20:00'] }],
    ['every 3rd day at 07:00', { recurrence: 'FREQ=DAILY;INTERVAL=3' }],
    ['every 2 weeks on Sat at 10', { recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', times: ['10:00'] }],
    ['every other Friday at 07:00', { recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' }],
    ['weekly at 07:00', { recurrence: 'FREQ=WEEKLY' }],
    ['on the 1st of every month at 09:00', { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', times: ['09:00'] }],
    ['every month on the 1st and 15th at 07:00', { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1,15' }],
    ['the last day of the month at 07:00', { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=-1' }],
    ['last Fri of the month at 17', { recurrence: 'FREQ=MONTHLY;BYDAY=-1FR', times: ['17:00'] }],
    ['first and third Monday of each month at 07:00', { recurrence: 'FREQ=MONTHLY;BYDAY=1MO,3MO' }],
    ['every 3 months on the 2nd to last day at 07:00', { recurrence: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2' }],
    ['every year on 24 December at 18:00', { recurrence: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', times: ['18:00'] }],
    ['December 24 at 07:00', { recurrence: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24' }],
    ['3 times a week at 19:00', { goal: { times: 3, per: 'week' }, times: ['19:00'] }],
    [
      'twice a month, on Sat and Sun at 07:00',
      { goal: { times: 2, per: 'month' }, recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    ],
    ['three times per week at 07:00', { goal: { times: 3, per: 'week' } }],
    ['4x a week, 07:00', { goal: { times: 4, per: 'week' } }],
    ['once on 2026-12-24 at 18:00', { startDate: '2026-12-24', recurrence: null, times: ['18:00'] }],
    ['24 December 2026 at 6pm', { startDate: '2026-12-24', recurrence: null, times: ['18:00'] }],
    ['tomorrow at 07:00', { startDate: '2026-01-07', recurrence: null }],
    ['every day at 07:00 until 31.12.2026', { endDate: '2026-12-31' }],
    ['from tomorrow, every day at 07:00', { startDate: '2026-01-07' }],
    ['every day at 07:00, 10 times', { recurrence: 'FREQ=DAILY;COUNT=10' }],
    ['every day at 07:00 for 10 days', { recurrence: 'FREQ=DAILY;COUNT=10' }],
    ['every day at 07:00 (europe/berlin)', { timeZone: 'europe/berlin' }],
    ['every day at 07:00 in America/Argentina/Ushuaia', { timeZone: 'America/Argentina/Ushuaia' }],
    [
      'every day at 07:00 except 2026-03-04',
      { exceptions: [{ localDate: '2026-03-04', localTime: '07:00', movedTo: null }] },
    ],
    [
      'every day at 07:00 (2026-03-04 moved to 09:00)',
      {
        exceptions: [
          { localDate: '2026-03-04', localTime: '07:00', movedTo: { localDate: '2026-03-04', localTime: '09:00' } },
        ],
      },
    ],
  ])('reads "%s"', (text, expected) => {
    expect(scheduleFromText(text, TODAY)).toEqual({ schedule: schedule(expected), problem: null });
  });

  it.each<[string, RegExp]>([
    ['', /at what time.*"Mon, Wed and Fri at 07:00"/],
    ['every day', /at what time/],
    ['at 07:00', /on which days/],
    ['every blue moon at 07:00', /do not understand "blue".*Say it like/],
    ['Mon at 07:00 or so', /do not understand "or"/],
    ['on the 15th every week at 07:00', /every month/],
    ['Mon and the 15th at 07:00', /either weekdays or days of the month/],
    ['every day once on 2026-03-01 at 07:00', /either a date/],
    ['umpteen times a week at 07:00', /how many times a week/],
    ['every day at 07:00 and 19:00 except 2026-03-04', /which time/],
    ['x'.repeat(1001), /1000 characters/],
  ])('says of "%s" what it misses', (text, said) => {
    const { problem } = scheduleFromText(text, TODAY);
    expect(problem).toMatch(said);
    expect(problem).toMatch(/\.$/);
  });

  it('leaves what is no time and no date to the check, which has the right form for it', () => {
    const { schedule: read } = scheduleFromText('every day at 25:00 until 2026-02-30', TODAY);
    expect(checkSchedule(read!).map(({ pointer }) => pointer)).toEqual(['/endDate', '/times/0']);
  });
});

describe('what scheduleText says', () => {
  const clockTimes = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  });
  const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 6 }).map((days) => `BYDAY=${days.join()}`);
  const monthDays = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: -5, max: -1 }), { maxLength: 2 }),
    )
    .filter(([first, last]) => first.length + last.length > 0)
    .map(([first, last]) => `BYMONTHDAY=${[...first.sort((a, b) => a - b), ...last.sort((a, b) => a - b)].join()}`);
  const nthDays = fc
    .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...WEEKDAYS))
    .map(([nth, day]) => `BYDAY=${nth}${day}`);
  const intervals = fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=12');
  const dateOfYear = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`);
  const rules = fc.oneof(
    intervals.map((interval) => `FREQ=DAILY${interval}`),
    fc.tuple(intervals, weekdays).map(([interval, days]) => `FREQ=WEEKLY${interval};${days}`),
    fc.tuple(intervals, fc.oneof(monthDays, nthDays)).map(([interval, days]) => `FREQ=MONTHLY${interval};${days}`),
    dateOfYear,
  );
  const dates = fc.nat(2000).map((days) => addDays(TODAY, days));
  const recurring = fc.record({
    startDate: fc.constant(TODAY),
    endDate: fc.option(dates),
    times: fc.uniqueArray(clockTimes, { minLength: 1, maxLength: 4 }).map((times) => times.sort()),
    recurrence: fc
      .tuple(rules, fc.option(fc.integer({ min: 1, max: 99 })))
      .map(([rule, count]) => `${rule}${count === null ? '' : `;COUNT=${count}`}`),
    timeZone: fc.constantFrom(null, 'Europe/Berlin', 'US/Pacific', 'UTC', 'Etc/GMT+5', 'America/Port-au-Prince'),
    goal: fc.option(fc.record({ times: fc.integer({ min: 1, max: 40 }), per: fc.constantFrom('week', 'month') })),
  });
  const changes = (times: string[]) =>
    fc.uniqueArray(
      fc.record({
        localDate: dates,
        localTime: fc.constantFrom(...times),
        movedTo: fc.option(fc.record({ localDate: dates, localTime: clockTimes })),
      }),
      { maxLength: 5, selector: ({ localDate, localTime }) => `${localDate} ${localTime}` },
    );
  const schedules = fc
    .oneof(
      recurring,
      fc.tuple(recurring, dates).map(([given, startDate]) => once(given, startDate)),
    )
    .chain((given) => changes(given.times).map((exceptions) => ({ ...given, exceptions }) as Schedule));

  function once<Given extends object>(given: Given, startDate: string) {
    return { ...given, startDate, endDate: null, recurrence: null, goal: null };
  }

  it('of a common schedule is read back into the same schedule', () =>
    fc.assert(
      fc.property(schedules, (given) => {
        const { schedule: read, problem } = scheduleFromText(scheduleText(given), TODAY);
        expect(problem).toBeNull();
        expect({ ...read, exceptions: sorted(read!.exceptions) }).toEqual({
          ...given,
          exceptions: sorted(given.exceptions),
        });
      }),
      { numRuns: 1000 },
    ));

  it('or any other text, never is more than a schedule or a sentence', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), wordsAtRandom()), (text) => {
        const { schedule: read, problem } = scheduleFromText(text, TODAY);
        if (problem !== null) expect(problem).toMatch(/\.$/);
        else for (const { message } of checkSchedule(read!)) expect(message).toMatch(/[.?]$/);
      }),
      { numRuns: 1000 },
    ));
});

function sorted(exceptions: Schedule['exceptions']): Schedule['exceptions'] {
  return exceptions.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function wordsAtRandom(): fc.Arbitrary<string> {
  const words =
    'every other 2 3 weeks days Mon last 1st on the and , at 07:00 7 pm until 2026-03-01 month of times a week';
  return fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 12 }).map((some) => some.join(' '));
}

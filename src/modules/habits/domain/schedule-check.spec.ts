import * as fc from 'fast-check';
import { nextMoments, type Schedule } from './schedule';
import { checkSchedule, MAX_TIMES_A_DAY } from './schedule-check';
import { scheduleText } from './schedule-text';

function schedule(changed: Partial<Schedule> = {}): Schedule {
  return {
    startDate: '2026-01-01',
    endDate: null,
    times: ['07:00'],
    recurrence: 'FREQ=DAILY',
    timeZone: null,
    goal: null,
    exceptions: [],
    ...changed,
  };
}

function complaints(changed: Partial<Schedule>): string[] {
  return checkSchedule(schedule(changed)).map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('checkSchedule is content with', () => {
  it.each<[string, Partial<Schedule>]>([
    ['every day', {}],
    ['once', { recurrence: null }],
    ['once, with an end', { recurrence: null, endDate: '2026-01-01' }],
    ['an end far away', { endDate: '9999-12-31' }],
    ['an alias of a zone', { timeZone: 'US/Pacific' }],
    ['every hour', { times: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`) }],
    ['a last working day', { recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' }],
    ['a rota of weeks', { recurrence: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;WKST=SU' }],
    ['a rare leap day', { recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO' }],
    ['a huge count', { recurrence: 'FREQ=DAILY;COUNT=999999999' }],
    ['a huge interval', { recurrence: 'FREQ=YEARLY;INTERVAL=999999999' }],
    ['an UNTIL with a time', { recurrence: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959Z' }],
  ])('%s', (_, changed) => {
    expect(complaints(changed)).toEqual([]);
  });
});

describe('checkSchedule says of dates, times and zones', () => {
  it.each<[Partial<Schedule>, string[]]>([
    [{ startDate: '2026-02-30' }, ['/startDate 2026-02-30 does not exist: that month has 28 days.']],
    [{ startDate: '1.2.26' }, ['/startDate "1.2.26" is not a date; write year, month and day like "2026-03-29".']],
    [{ startDate: '0001-01-01' }, ['/startDate startDate lies between 1970-01-01 and 2199-12-31.']],
    [{ endDate: '2026-04-31' }, ['/endDate 2026-04-31 does not exist: that month has 30 days.']],
    [
      { endDate: '2025-12-31' },
      ['/endDate endDate 2025-12-31 lies before startDate 2026-01-01; it must be that day or a later one.'],
    ],
    [{ times: [] }, ['/times Give at least one time of day, like "07:00".']],
    [
      { times: Array<string>(1000).fill('07:00') },
      [`/times A habit can be due at most ${MAX_TIMES_A_DAY} times a day; these are 1000.`],
    ],
    [
      { times: ['25:00', '7:00', '24:00', '7 am', '07:00:00'] },
      [
        '/times/0 "25:00" does not exist: times of day go from "00:00" to "23:59".',
        '/times/1 Write "7:00" as "07:00".',
        '/times/2 Write midnight as "00:00", on the day that begins with it.',
        '/times/3 "7 am" is not a time of day; write hours and minutes like "07:00".',
        '/times/4 Write "07:00:00" as "07:00".',
      ],
    ],
    [{ times: ['07:00', '08:00', '07:00'] }, ['/times/2 07:00 is there twice; once is enough.']],
    [{ timeZone: 'Europe/Berln' }, ['/timeZone There is no time zone "Europe/Berln"; did you mean "Europe/Berlin"?']],
    [{ timeZone: 'Berlin' }, ['/timeZone There is no time zone "Berlin"; did you mean "Europe/Berlin"?']],
    [{ timeZone: 'new york' }, ['/timeZone There is no time zone "new york"; did you mean "America/New_York"?']],
    [
      { timeZone: '+02:00' },
      [
        '/timeZone There is no time zone "+02:00"; give an IANA name like "Europe/Berlin", or null to follow the person.',
      ],
    ],
    [
      { startDate: '2026-13-01', times: ['7:00'], recurrence: 'FREQ=HOURLY' },
      [
        '/startDate "2026-13-01" is not a date; write year, month and day like "2026-03-29".',
        '/times/0 Write "7:00" as "07:00".',
        '/recurrence FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not "HOURLY"; several times a day go in "times".',
      ],
    ],
  ])('%j', (changed, expected) => {
    expect(complaints(changed)).toEqual(expected);
  });
});

describe('checkSchedule says of a recurrence', () => {
  it.each([
    ['', 'Give a rule such as "FREQ=DAILY", or null for a habit that is due once.'],
    ['RRULE:FREQ=DAILY', 'Write the recurrence without "RRULE:" in front: "FREQ=DAILY".'],
    [
      'freq=weekly; byday=mo;',
      'Write the recurrence without spaces, without a semicolon too many and in capitals: "FREQ=WEEKLY;BYDAY=MO".',
    ],
    [
      'DTSTART;TZID=Europe/Berlin:20260101T070000\nRRULE:FREQ=DAILY',
      'Write the recurrence without DTSTART (that is "startDate") and without "RRULE:" in front: "FREQ=DAILY".',
    ],
    ['FREQ=DAILY;DTSTART=20260101', 'Write the recurrence without DTSTART (that is "startDate"): "FREQ=DAILY".'],
    ['FREQ=DAILY;UNTIL=2026-12-31', 'Write the recurrence with UNTIL as digits alone: "FREQ=DAILY;UNTIL=20261231".'],
    ['INTERVAL=2', 'FREQ is missing: begin with "FREQ=DAILY", for example.'],
    ['FREQ=DAILY;FREQ=WEEKLY', '"FREQ" is given twice; once is enough.'],
    ['FREQ=DAILY;EVERY=2', '"EVERY" is not a part of a recurrence; "FREQ=WEEKLY;BYDAY=MO,WE" shows the form.'],
    ['FREQ=SECONDLY', 'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not "SECONDLY"; several times a day go in "times".'],
    ['FREQ=DAILY;BYHOUR=7', 'BYHOUR does not belong here: the times of day go in "times".'],
    ['FREQ=DAILY;BYMINUTE=30', 'BYMINUTE does not belong here: the times of day go in "times".'],
    ['FREQ=DAILY;BYSECOND=0', 'BYSECOND does not belong here: a habit rings on the full minute, at its "times".'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is a whole number from 1 to 999999999, not "0".'],
    ['FREQ=DAILY;COUNT=-1', 'COUNT is a whole number from 1 to 999999999, not "-1".'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'COUNT and UNTIL exclude each other: say how often, or until when.'],
    ['FREQ=DAILY;UNTIL=20260230', 'UNTIL is a date that exists, written like 20261231, not "20260230".'],
    ['FREQ=DAILY;UNTIL=20251231', 'UNTIL 2025-12-31 lies before startDate 2026-01-01; end it later.'],
    [
      'FREQ=WEEKLY;BYDAY=MONDAY',
      'BYDAY lists weekdays (MO, TU, WE, TH, FR, SA and SU), or such as 2MO and -1FR; "MONDAY" is none.',
    ],
    ['FREQ=WEEKLY;BYDAY=2MO', 'A number before a weekday, as in 2MO, needs FREQ=MONTHLY or FREQ=YEARLY.'],
    [
      'FREQ=YEARLY;BYWEEKNO=3;BYDAY=2MO',
      'A number before a weekday, as in 2MO, cannot go with BYWEEKNO: leave one of them out.',
    ],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY cannot go with FREQ=WEEKLY: use FREQ=MONTHLY, or BYDAY.'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'BYYEARDAY needs FREQ=YEARLY.'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO needs FREQ=YEARLY.'],
    [
      'FREQ=DAILY;BYDAY=MO;BYSETPOS=1',
      'BYSETPOS picks from the dates of a week, month or year, so it cannot go with FREQ=DAILY.',
    ],
    ['FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2', 'BYSETPOS picks one of the weekdays in BYDAY: give a position that BYDAY has.'],
    [
      'FREQ=MONTHLY;BYSETPOS=1',
      'BYSETPOS needs days to pick from, as in "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'BYMONTHDAY lists numbers from 1 to 31, or -1 to -31 from the end; "32" is none of them.',
    ],
    ['FREQ=YEARLY;BYMONTH=-1', 'BYMONTH lists numbers from 1 to 12; "-1" is none of them.'],
    ['FREQ=WEEKLY;WKST=1', 'WKST is the weekday a week begins with, MO, TU, WE, TH, FR, SA or SU, not "1".'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'No date fits this recurrence: February never has more than 29 days.'],
    [
      'FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31',
      'No date fits this recurrence: April or June never has more than 30 days.',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO',
      'No date fits this recurrence in the 40 years from 2026-01-01: the habit would never be due.',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260104',
      'No date from 2026-01-01 to 2026-01-04 fits this recurrence: let it end later, or choose other days.',
    ],
    ['X'.repeat(10_000), 'A recurrence has at most 500 characters; this one has 10000.'],
  ])('%s', (recurrence, expected) => {
    expect(complaints({ recurrence })).toEqual([`/recurrence ${expected}`]);
  });

  it('nothing between start and end', () => {
    expect(complaints({ recurrence: 'FREQ=WEEKLY;BYDAY=MO', endDate: '2026-01-04' })).toEqual([
      '/recurrence No date from 2026-01-01 to 2026-01-04 fits this recurrence: let it end later, or choose other days.',
    ]);
  });

  it('no more than a person reads, however much is wrong', () => {
    expect(complaints({ recurrence: 'A;B;'.repeat(100) })).toHaveLength(5);
  });
});

describe('checkSchedule, for any text', () => {
  const parts = fc.constantFrom(
    ...['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'INTERVAL=7', 'INTERVAL=1461', 'COUNT=3'],
    ...['BYDAY=MO', 'BYDAY=-1FR', 'BYDAY=5SU', 'BYMONTH=2', 'BYMONTHDAY=29', 'BYMONTHDAY=-31', 'BYYEARDAY=366'],
    ...['BYWEEKNO=53', 'BYSETPOS=2', 'BYSETPOS=-366', 'WKST=SU', 'UNTIL=20290101', 'DTSTART=1', 'rrule:', '', '='],
  );
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 5 }).map((some) => some.join(';')),
    fc.string(),
  );

  it('either complains in a sentence, or accepts what can be planned and told', () =>
    fc.assert(
      fc.property(texts, (recurrence) => {
        const errors = checkSchedule(schedule({ recurrence }));
        for (const { message } of errors) expect(message).toMatch(/[.?]$/);
        if (errors.length > 0) return;
        expect(scheduleText(schedule({ recurrence }))).toMatch(/^[A-Z].* at 07:00/);
        nextMoments(schedule({ recurrence }), 'UTC', '00:00', new Date('2026-01-01T00:00Z'), 1);
      }),
      { numRuns: 300 },
    ));
});

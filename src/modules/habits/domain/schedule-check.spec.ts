import * as fc from 'fast-check';
import { nextMoments, type Schedule } from './schedule';
import { checkSchedule } from './schedule-check';
import { scheduleText } from './schedule-text';
import { MAX_TIMES_A_DAY } from './times-check';

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
    [
      { startDate: '2026-02-30' },
      ['/startDate 2026-02-30 does not exist: that month has 28 days, and the last is "2026-02-28".'],
    ],
    [{ startDate: '1.2.26' }, ['/startDate "1.2.26" is not a date; write year, month and day like "2026-03-29".']],
    [{ startDate: '29.3.2026' }, ['/startDate Write "29.3.2026" as "2026-03-29".']],
    [{ endDate: '2026/3/9' }, ['/endDate Write "2026/3/9" as "2026-03-09".']],
    [{ endDate: '20260329' }, ['/endDate Write "20260329" as "2026-03-29".']],
    [{ endDate: '29 March 2026' }, ['/endDate Write "29 March 2026" as "2026-03-29".']],
    [{ endDate: '2026-03-29T00:00:00Z' }, ['/endDate Write "2026-03-29T00:00:00Z" as "2026-03-29".']],
    [{ startDate: '0001-01-01' }, ['/startDate startDate lies between 1970-01-01 and 2199-12-31.']],
    [
      { endDate: '2026-04-31' },
      ['/endDate 2026-04-31 does not exist: that month has 30 days, and the last is "2026-04-30".'],
    ],
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
        '/times/2 Write "24:00" as "00:00", of the next day.',
        '/times/3 Write "7 am" as "07:00".',
        '/times/4 Write "07:00:00" as "07:00".',
      ],
    ],
    [
      { times: ['7pm', '12am', '19.30', '0700', 'noon', '7h30', '13pm'] },
      [
        '/times/0 Write "7pm" as "19:00".',
        '/times/1 Write "12am" as "00:00".',
        '/times/2 Write "19.30" as "19:30".',
        '/times/3 Write "0700" as "07:00".',
        '/times/4 Write "noon" as "12:00".',
        '/times/5 Write "7h30" as "07:30".',
        '/times/6 "13pm" is not a time of day; write hours and minutes like "07:00".',
      ],
    ],
    [{ times: ['07:00', '08:00', '07:00'] }, ['/times/2 07:00 is there twice; once is enough.']],
    [{ timeZone: 'Europe/Berln' }, ['/timeZone There is no time zone "Europe/Berln"; did you mean "Europe/Berlin"?']],
    [{ timeZone: 'Berlin' }, ['/timeZone There is no time zone "Berlin"; did you mean "Europe/Berlin"?']],
    [{ timeZone: 'PST' }, ['/timeZone There is no time zone "PST"; did you mean "America/Los_Angeles"?']],
    [{ timeZone: 'new york' }, ['/timeZone There is no time zone "new york"; did you mean "America/New_York"?']],
    [{ timeZone: '+02:00' }, ['/timeZone There is no time zone "+02:00"; give an IANA name like "Europe/Berlin".']],
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

describe('checkSchedule says of a goal', () => {
  const goal = (times: number, per: 'week' | 'month' = 'week') => ({ goal: { times, per } });
  const threeDays = 'FREQ=WEEKLY;BYDAY=MO,WE,FR';

  it.each<[Partial<Schedule>, string[]]>([
    [{ ...goal(3), recurrence: threeDays }, []],
    [{ ...goal(6), recurrence: threeDays, times: ['07:00', '19:00'] }, []],
    [{ ...goal(15, 'month'), recurrence: threeDays }, ['rings at most 14 times a month, so a goal of 15']],
    [{ ...goal(31, 'month') }, []],
    [{ ...goal(29, 'month'), recurrence: 'FREQ=DAILY;BYMONTH=2' }, []],
    [{ ...goal(2, 'month'), recurrence: 'FREQ=DAILY;COUNT=2' }, []],
    [{ ...goal(3, 'month'), recurrence: 'FREQ=DAILY;COUNT=2' }, ['at most 2 times a month']],
    [{ ...goal(3), endDate: '2026-01-02' }, ['at most 2 times a week']],
    [
      { ...goal(9), recurrence: threeDays },
      ['/goal/times This schedule rings at most 3 times a week, so a goal of 9 is never met: ask for 3 or fewer.'],
    ],
    [{ ...goal(2), recurrence: 'FREQ=WEEKLY;INTERVAL=2' }, ['at most once a week']],
    [{ ...goal(1), recurrence: null }, ['/goal A goal needs a recurrence']],
    [{ ...goal(0) }, ['/goal/times A goal is met by a whole number']],
    [{ ...goal(1.5) }, ['/goal/times A goal is met by a whole number']],
  ])('%j', (changed, expected) => {
    const said = complaints(changed);
    expect(said).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(said[index]).toContain(part);
  });
});

describe('checkSchedule says of exceptions', () => {
  const canceled = (localDate: string, localTime = '07:00') => ({ localDate, localTime, movedTo: null });
  const moved = (localDate: string, toDate: string, toTime: string) => ({
    localDate,
    localTime: '07:00',
    movedTo: { localDate: toDate, localTime: toTime },
  });
  const mondays = 'FREQ=WEEKLY;BYDAY=MO';
  const twoTimes = { times: ['07:00', '19:00'], recurrence: 'FREQ=DAILY;COUNT=2' };
  const bothOf = (date: string) => [canceled(date, '07:00'), canceled(date, '19:00')];
  const movedToNoon = (date: string) => moved(date, date, '12:00');
  const ALL_CANCELED =
    '/exceptions The changes cancel every moment of this schedule: leave one of them out, or give the schedule more dates.';

  it.each<[string, Partial<Schedule>, string[]]>([
    ['fine ones', { exceptions: [canceled('2026-03-02'), moved('2026-03-03', '2027-01-01', '23:59')] }, []],
    [
      'two that change places',
      { exceptions: [moved('2026-03-02', '2026-03-03', '07:00'), moved('2026-03-03', '2026-03-02', '07:00')] },
      [],
    ],
    [
      'a date the rule does not have',
      { recurrence: mondays, exceptions: [canceled('2026-03-02'), canceled('2026-03-03')] },
      ['/exceptions/1 2026-03-03 at 07:00 is no moment of this schedule: the nearest it has is 2026-03-02 at 07:00.'],
    ],
    [
      'a time it does not have',
      { times: ['19:00', '07:00'], exceptions: [canceled('2026-03-02', '07:30')] },
      ['/exceptions/0 2026-03-02 at 07:30 is no moment of this schedule: the nearest it has is 2026-03-02 at 07:00.'],
    ],
    [
      'a date before the start',
      { exceptions: [canceled('2025-12-31')] },
      ['/exceptions/0 2025-12-31 at 07:00 is no moment of this schedule: the nearest it has is 2026-01-01 at 07:00.'],
    ],
    [
      'a time nearer to the evening before',
      { times: ['20:00'], exceptions: [canceled('2026-03-02', '06:00')] },
      ['/exceptions/0 2026-03-02 at 06:00 is no moment of this schedule: the nearest it has is 2026-03-01 at 20:00.'],
    ],
    [
      'a date of a rule that is due every few years',
      { recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', exceptions: [canceled('2030-03-01')] },
      ['/exceptions/0 2030-03-01 at 07:00 is no moment of this schedule: the nearest it has is 2032-02-29 at 07:00.'],
    ],
    [
      'a date long after the last one',
      { recurrence: 'FREQ=DAILY;COUNT=2', exceptions: [canceled('2199-01-01')] },
      ['/exceptions/0 2199-01-01 at 07:00 is no moment of this schedule: it has none within 40 years of it.'],
    ],
    [
      'a date further away than any rule is listed',
      { exceptions: [canceled('9999-12-31')] },
      [
        '/exceptions/0 9999-12-31 at 07:00 is no moment of this schedule: a date that is changed lies before 2199-12-31.',
      ],
    ],
    [
      'one moment twice',
      { exceptions: [canceled('2026-03-02'), moved('2026-03-02', '2026-03-02', '09:00')] },
      ['/exceptions/1 2026-03-02 at 07:00 is changed already; once is enough.'],
    ],
    [
      'two moved to one place',
      { exceptions: [moved('2026-03-02', '2026-03-04', '09:00'), moved('2026-03-03', '2026-03-04', '09:00')] },
      [
        '/exceptions/1/movedTo 2026-03-02 at 07:00 is moved there as well, to 2026-03-04 at 09:00: choose another time, or cancel one of them.',
      ],
    ],
    [
      'what is no date and no time',
      { exceptions: [moved('2.3.2026', '2026-02-30', '9am')] },
      [
        '/exceptions/0/localDate Write "2.3.2026" as "2026-03-02".',
        '/exceptions/0/movedTo/localDate 2026-02-30 does not exist: that month has 28 days, and the last is "2026-02-28".',
        '/exceptions/0/movedTo/localTime Write "9am" as "09:00".',
      ],
    ],
    ['a habit due once that is canceled', { recurrence: null, exceptions: [canceled('2026-01-01')] }, [ALL_CANCELED]],
    [
      'each of a counted number of days canceled',
      { recurrence: 'FREQ=DAILY;COUNT=2', exceptions: [canceled('2026-01-01'), canceled('2026-01-02')] },
      [ALL_CANCELED],
    ],
    [
      'each canceled until the rule ends, though the schedule might go on',
      { recurrence: `${mondays};UNTIL=20260107`, endDate: '2027-01-01', exceptions: [canceled('2026-01-05')] },
      [ALL_CANCELED],
    ],
    [
      'each canceled until the schedule ends, though the rule goes on',
      { recurrence: mondays, endDate: '2026-01-07', exceptions: [canceled('2026-01-05')] },
      [ALL_CANCELED],
    ],
    [
      'each canceled but one in the evening',
      { ...twoTimes, exceptions: [...bothOf('2026-01-01'), canceled('2026-01-02')] },
      [],
    ],
    [
      'each canceled but one that is moved',
      {
        ...twoTimes,
        exceptions: [...bothOf('2026-01-01'), canceled('2026-01-02', '19:00'), movedToNoon('2026-01-02')],
      },
      [],
    ],
    [
      'each canceled, of two times a day',
      { ...twoTimes, exceptions: [...bothOf('2026-01-01'), ...bothOf('2026-01-02')] },
      [ALL_CANCELED],
    ],
    [
      'the first of a rule whose next date comes after 39 years canceled',
      { recurrence: 'FREQ=YEARLY;INTERVAL=39;COUNT=2', exceptions: [canceled('2026-01-01')] },
      [],
    ],
    [
      'too many',
      { exceptions: Array.from({ length: 1001 }, () => canceled('2026-03-02')) },
      ['/exceptions A schedule has at most 1000 single changes; these are 1001.'],
    ],
  ])('%s', (_, changed, expected) => {
    expect(complaints(changed)).toEqual(expected);
  });

  it('no more than a person reads', () => {
    const exceptions = Array.from({ length: 1000 }, (_, place) => canceled(`${2026 + place}-03-03`, '08:00'));
    expect(complaints({ exceptions })).toHaveLength(20);
  });
});

const EXDATE_GOES =
  'Write the recurrence without EXDATE (such dates go into "schedule.exceptions", as {"localDate": "2026-03-29", "localTime": "07:00"})';
const NEEDS_A_RULE = 'Give a rule such as "FREQ=DAILY", or null for a habit that is due once.';

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
      'Write the recurrence without DTSTART (that is "schedule.startDate"), without TZID (that is "schedule.timeZone") and without "RRULE:" in front: "FREQ=DAILY".',
    ],
    [
      'FREQ=DAILY;DTSTART=20260101',
      'Write the recurrence without DTSTART (that is "schedule.startDate"): "FREQ=DAILY".',
    ],
    [
      'DTSTART=20260101;FREQ=DAILY',
      'Write the recurrence without DTSTART (that is "schedule.startDate"): "FREQ=DAILY".',
    ],
    ['RRULE:FREQ=DAILY\nEXDATE:20260102T070000', `${EXDATE_GOES} and without "RRULE:" in front: "FREQ=DAILY".`],
    ['FREQ=DAILY;EXDATE=20260102;COUNT=9', `${EXDATE_GOES}: "FREQ=DAILY;COUNT=9".`],
    ['EXDATE:20260102\nFREQ=DAILY\nEXDATE:20260103', `${EXDATE_GOES}: "FREQ=DAILY".`],
    [`FREQ=DAILY;EXDATE:${Array(99).fill('20260102').join()}`, `${EXDATE_GOES}: "FREQ=DAILY".`],
    [
      'FREQ=DAILY\r\nEXDATE;TZID=Europe/Berlin:20260102T070000',
      `${EXDATE_GOES} and without TZID (that is "schedule.timeZone"): "FREQ=DAILY".`,
    ],
    ['FREQ=DAILY;TZID=Europe/Berlin', 'Write the recurrence without TZID (that is "schedule.timeZone"): "FREQ=DAILY".'],
    [
      'RRULE:FREQ=DAILY\nRDATE:20260102',
      'Write the recurrence without RDATE (dates beside the rule are a habit of their own) and without "RRULE:" in front: "FREQ=DAILY".',
    ],
    ['RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY', 'A habit has one rule, and these are 2: make a habit of each.'],
    ['RRULE:FREQ=DAILY RRULE:FREQ=WEEKLY', 'A habit has one rule, and these are 2: make a habit of each.'],
    ['FREQ=DAILY\nFREQ=WEEKLY\nFREQ=YEARLY', 'A habit has one rule, and these are 3: make a habit of each.'],
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
      'FREQ=WEEKLY;BYDAY=MEH',
      'BYDAY lists weekdays (MO, TU, WE, TH, FR, SA and SU), or such as 2MO and -1FR; "MEH" is none.',
    ],
    [
      'FREQ=WEEKLY;BYDAY=Monday,WED,THURS',
      'Write the recurrence with weekdays of two letters and in capitals: "FREQ=WEEKLY;BYDAY=MO,WE,TH".',
    ],
    ['weekly', 'Write the recurrence as a rule: "FREQ=WEEKLY".'],
    ['every other day', 'Write the recurrence as a rule: "FREQ=DAILY;INTERVAL=2".'],
    ['Mon and Wed', 'Write the recurrence as a rule: "FREQ=WEEKLY;BYDAY=MO,WE".'],
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
      'FREQ=MONTHLY;BYDAY=6MO',
      'No date fits 6MO: a month has at most 5 Mondays, 1MO to 5MO, or -1MO to -5MO from the end.',
    ],
    [
      'FREQ=YEARLY;BYMONTH=3;BYDAY=1MO,-6FR',
      'No date fits -6FR: a month has at most 5 Fridays, 1FR to 5FR, or -1FR to -5FR from the end.',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6',
      'No date fits BYSETPOS=6: a month has at most 5 Mondays. Give a position of 1 to 5, or -1 to -5 from the end.',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=24,-30',
      'No date fits BYSETPOS=24,-30: a month has at most 23 dates that the other parts allow. Give a position of 1 to 23, or -1 to -23 from the end.',
    ],
    [
      'FREQ=YEARLY;BYDAY=SU;BYSETPOS=54',
      'No date fits BYSETPOS=54: a year has at most 53 Sundays. Give a position of 1 to 53, or -1 to -53 from the end.',
    ],
    [
      'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=9;BYSETPOS=2',
      'No date fits BYSETPOS=2: a year has at most one date that the other parts allow. Give a position of 1 or -1.',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260104',
      'No date from 2026-01-01 to 2026-01-04 fits this recurrence: let it end later, or choose other days.',
    ],
    ['X'.repeat(10_000), 'A recurrence has at most 500 characters; this one has 10000.'],
  ])('%s', (recurrence, expected) => {
    expect(complaints({ recurrence })).toEqual([`/recurrence ${expected}`]);
  });

  it.each([
    ['TZID=Europe/Berlin', ['TZID does not belong here (that is "schedule.timeZone").', NEEDS_A_RULE]],
    ['DTSTART:20260101', ['DTSTART does not belong here (that is "schedule.startDate").', NEEDS_A_RULE]],
    [
      'DTSTART:20260101\nRRULE:INTERVAL=2',
      [
        'DTSTART does not belong here (that is "schedule.startDate").',
        'FREQ is missing: begin with "FREQ=DAILY", for example.',
      ],
    ],
  ])('all of %j, also where no rule is left to show', (recurrence, expected) => {
    expect(complaints({ recurrence })).toEqual(expected.map((said) => `/recurrence ${said}`));
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

import { isTimeZone, type LocalTime } from '../../../kernel/local-time';
import { momentsBetween, type Schedule } from './schedule';
import { checkSchedule } from './schedule-check';

function daily(zone: string, times: LocalTime[], changed: Partial<Schedule> = {}): Schedule {
  return {
    startDate: '2011-01-01',
    endDate: null,
    times,
    recurrence: 'FREQ=DAILY',
    timeZone: zone,
    goal: null,
    exceptions: [],
    ...changed,
  };
}

/** What is due on these dates, from a day before to a day after, as "date time instant". */
function dueOn(schedule: Schedule, ...dates: string[]): string[] {
  const [first, last] = [Date.parse(dates[0]!), Date.parse(dates.at(-1)!)];
  const days = 86_400_000;
  return momentsBetween(schedule, 'UTC', '00:00', new Date(first - 2 * days), new Date(last + 3 * days))
    .filter(({ localDate }) => dates.includes(localDate))
    .map(({ localDate, localTime, dueAt }) => `${localDate} ${localTime} ${dueAt.toISOString().slice(0, 16)}`);
}

describe('on the night the clocks go forward', () => {
  it.each<[string, string, LocalTime[], string, string[]]>([
    [
      'Berlin, 02:00 to 03:00: what is skipped is an hour later',
      'Europe/Berlin',
      ['01:59', '02:00', '02:30', '02:59', '03:00'],
      '2026-03-29',
      [
        '2026-03-29 01:59 2026-03-29T00:59',
        '2026-03-29 03:00 2026-03-29T01:00',
        '2026-03-29 02:30 2026-03-29T01:30',
        '2026-03-29 02:59 2026-03-29T01:59',
      ],
    ],
    [
      'Cairo, midnight to 01:00: midnight and 01:00 are one, and it is 01:00 that exists',
      'Africa/Cairo',
      ['00:00', '00:30', '01:00', '23:59'],
      '2026-04-24',
      ['2026-04-24 01:00 2026-04-23T22:00', '2026-04-24 00:30 2026-04-23T22:30', '2026-04-24 23:59 2026-04-24T20:59'],
    ],
    [
      'Beirut, midnight to 01:00',
      'Asia/Beirut',
      ['00:00', '00:45', '01:15'],
      '2026-03-29',
      ['2026-03-29 00:00 2026-03-28T22:00', '2026-03-29 01:15 2026-03-28T22:15', '2026-03-29 00:45 2026-03-28T22:45'],
    ],
    [
      'Havana, midnight to 01:00',
      'America/Havana',
      ['00:00', '00:59', '01:59'],
      '2026-03-08',
      ['2026-03-08 00:00 2026-03-08T05:00', '2026-03-08 01:59 2026-03-08T05:59'],
    ],
    [
      'Lord Howe, 02:00 to 02:30: what is skipped is half an hour later',
      'Australia/Lord_Howe',
      ['02:00', '02:15', '02:30', '02:45'],
      '2026-10-04',
      ['2026-10-04 02:30 2026-10-03T15:30', '2026-10-04 02:45 2026-10-03T15:45'],
    ],
    [
      'New York, 02:00 to 03:00',
      'US/Eastern',
      ['02:30', '12:00'],
      '2026-03-08',
      ['2026-03-08 02:30 2026-03-08T07:30', '2026-03-08 12:00 2026-03-08T16:00'],
    ],
    [
      'Casablanca, where they do so as Ramadan ends',
      'Africa/Casablanca',
      ['01:59', '02:30', '03:00'],
      '2026-03-22',
      ['2026-03-22 01:59 2026-03-22T01:59', '2026-03-22 03:00 2026-03-22T02:00', '2026-03-22 02:30 2026-03-22T02:30'],
    ],
  ])('%s', (_, zone, times, date, expected) => {
    expect(dueOn(daily(zone, times), date)).toEqual(expected);
  });

  it('Apia left out a whole day: alone it rings a day later, beside the next day it is that day', () => {
    const dates = ['2011-12-29', '2011-12-30', '2011-12-31'];
    expect(dueOn(daily('Pacific/Apia', ['09:00', '21:00']), ...dates)).toEqual([
      '2011-12-29 09:00 2011-12-29T19:00',
      '2011-12-29 21:00 2011-12-30T07:00',
      '2011-12-31 09:00 2011-12-30T19:00',
      '2011-12-31 21:00 2011-12-31T07:00',
    ]);
    const onThe30th = daily('Pacific/Apia', ['09:00', '21:00'], { startDate: '2011-12-30', recurrence: null });
    expect(dueOn(onThe30th, ...dates)).toEqual([
      '2011-12-30 09:00 2011-12-30T19:00',
      '2011-12-30 21:00 2011-12-31T07:00',
    ]);
  });
});

describe('on the night the clocks go back', () => {
  it.each<[string, string, LocalTime[], string, string[]]>([
    [
      'Berlin, 03:00 to 02:00: what comes twice rings once, at the first',
      'Europe/Berlin',
      ['01:59', '02:00', '02:30', '02:59', '03:00'],
      '2026-10-25',
      [
        '2026-10-25 01:59 2026-10-24T23:59',
        '2026-10-25 02:00 2026-10-25T00:00',
        '2026-10-25 02:30 2026-10-25T00:30',
        '2026-10-25 02:59 2026-10-25T00:59',
        '2026-10-25 03:00 2026-10-25T02:00',
      ],
    ],
    [
      'Cairo, midnight to 23:00 of the day before',
      'Africa/Cairo',
      ['00:00', '23:30'],
      '2026-10-29',
      ['2026-10-29 00:00 2026-10-28T21:00', '2026-10-29 23:30 2026-10-29T20:30'],
    ],
    [
      '… and the day that begins with the second midnight',
      'Africa/Cairo',
      ['00:00'],
      '2026-10-30',
      ['2026-10-30 00:00 2026-10-29T22:00'],
    ],
    [
      'Beirut, midnight to 23:00 of the day before',
      'Asia/Beirut',
      ['00:00', '23:30'],
      '2026-10-24',
      ['2026-10-24 00:00 2026-10-23T21:00', '2026-10-24 23:30 2026-10-24T20:30'],
    ],
    [
      'Havana, 01:00 to midnight: the first midnight',
      'America/Havana',
      ['00:00', '00:30', '01:00'],
      '2026-11-01',
      ['2026-11-01 00:00 2026-11-01T04:00', '2026-11-01 00:30 2026-11-01T04:30', '2026-11-01 01:00 2026-11-01T06:00'],
    ],
    [
      'Lord Howe, 02:00 to 01:30',
      'Australia/Lord_Howe',
      ['01:29', '01:45', '02:00'],
      '2026-04-05',
      ['2026-04-05 01:29 2026-04-04T14:29', '2026-04-05 01:45 2026-04-04T14:45', '2026-04-05 02:00 2026-04-04T15:30'],
    ],
  ])('%s', (_, zone, times, date, expected) => {
    expect(dueOn(daily(zone, times), date)).toEqual(expected);
  });
});

describe('every zone there is', () => {
  const ALIASES = [
    'US/Pacific',
    'Asia/Calcutta',
    'Asia/Katmandu',
    'Europe/Kiev',
    'GB',
    'Eire',
    'NZ-CHAT',
    'Zulu',
    'EST',
  ];

  it.each([
    ['by its own name', Intl.supportedValuesOf('timeZone')],
    ['by another', ALIASES],
  ])('%s is taken as it is given, and rings every day of two years', (_, zones) => {
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    const [from, to] = [new Date('2025-12-30T00:00Z'), new Date('2028-01-03T00:00Z')];
    for (const zone of zones) {
      const schedule = daily(zone, ['00:00', '02:30', '12:00']);
      expect(checkSchedule(schedule)).toEqual([]);
      const due = momentsBetween(schedule, 'UTC', '00:00', from, to);
      const inTwoYears = due.filter(({ localDate }) => /^202[67]/.test(localDate));
      expect({ zone, moments: inTwoYears.length }).toEqual({ zone, moments: 2 * 365 * 3 });
    }
  });
});

import * as fc from 'fast-check';
import { DAY, HOUR, plus } from '../../../kernel/clock';
import { addDays, dayOf, instantOf, type LocalDate, type LocalTime, type WallTime } from '../../../kernel/local-time';
import { datesBetween } from './rule-dates';
import { type Exception, type Moment, momentAt, momentsBetween, nextMoments, type Schedule, zoneOf } from './schedule';

function daily(schedule: Partial<Schedule> = {}): Schedule {
  return {
    startDate: '2026-01-01',
    endDate: null,
    times: ['07:00'],
    recurrence: 'FREQ=DAILY',
    timeZone: null,
    goal: null,
    exceptions: [],
    ...schedule,
  };
}

function shown({ localDate, localTime, dueAt }: Moment): string {
  return `${localDate} ${localTime} ${dueAt.toISOString().slice(0, 16)}`;
}

describe('momentsBetween on the nights the clocks change', () => {
  it.each([
    [
      'Berlin in spring: 02:30 is shifted, and with 03:30 it is one moment, the one that exists',
      'Europe/Berlin',
      ['02:30', '03:30', '02:15'],
      ['2026-03-28T12:00Z', '2026-03-29T12:00Z'],
      ['2026-03-29 02:15 2026-03-29T01:15', '2026-03-29 03:30 2026-03-29T01:30'],
    ],
    [
      'Berlin in autumn: 02:30 comes twice and is due at the first',
      'Europe/Berlin',
      ['02:30', '03:30'],
      ['2026-10-24T12:00Z', '2026-10-25T12:00Z'],
      ['2026-10-25 02:30 2026-10-25T00:30', '2026-10-25 03:30 2026-10-25T02:30'],
    ],
    [
      'Cairo: a midnight that does not exist',
      'Africa/Cairo',
      ['00:00'],
      ['2026-04-23T12:00Z', '2026-04-24T12:00Z'],
      ['2026-04-24 00:00 2026-04-23T22:00'],
    ],
    [
      'Lord Howe: a gap of half an hour',
      'Australia/Lord_Howe',
      ['02:15', '02:45'],
      ['2026-10-03T12:00Z', '2026-10-04T12:00Z'],
      ['2026-10-04 02:45 2026-10-03T15:45'],
    ],
    [
      'Apia: the 30th of December 2011 was left out, so it falls together with the 31st',
      'Pacific/Apia',
      ['09:00'],
      ['2011-12-29T00:00Z', '2012-01-01T00:00Z'],
      ['2011-12-29 09:00 2011-12-29T19:00', '2011-12-31 09:00 2011-12-30T19:00', '2012-01-01 09:00 2011-12-31T19:00'],
    ],
  ])('%s', (_, zone, times, [from, to], expected) => {
    const schedule = daily({ startDate: '2011-01-01', times });
    expect(momentsBetween(schedule, zone, '00:00', new Date(from!), new Date(to!)).map(shown)).toEqual(expected);
  });

  it('rings a weekly habit also when its only day of the week was left out', () => {
    const fridays = daily({ startDate: '2011-12-02', times: ['09:00'], recurrence: 'FREQ=WEEKLY;BYDAY=FR' });
    const from = new Date('2011-12-24T00:00Z');
    const moments = momentsBetween(fridays, 'Pacific/Apia', '00:00', from, new Date('2012-01-01T00:00Z'));
    expect(moments.map(shown)).toEqual(['2011-12-30 09:00 2011-12-30T19:00']);
  });

  it('does not forget a moment whose date on the wall is later than that of the end', () => {
    const midnight = daily({ startDate: '2010-11-01', times: ['00:00'] });
    // At one minute past midnight the clocks went back to 23:01 of the day before.
    const [from, to] = [new Date('2010-11-07T02:25Z'), new Date('2010-11-07T02:40Z')];
    const moments = momentsBetween(midnight, 'America/St_Johns', '00:00', from, to);
    expect(moments.map(shown)).toEqual(['2010-11-07 00:00 2010-11-07T02:30']);
  });
});

describe('momentsBetween', () => {
  const [from, to] = [new Date('2026-05-01T00:00Z'), new Date('2026-05-02T00:00Z')];

  it('includes the beginning and excludes the end', () => {
    const midnight = daily({ times: ['00:00'] });
    expect(momentsBetween(midnight, 'UTC', '00:00', from, to).map(shown)).toEqual([
      '2026-05-01 00:00 2026-05-01T00:00',
    ]);
    expect(momentsBetween(midnight, 'UTC', '00:00', from, from)).toEqual([]);
    expect(momentsBetween(midnight, 'UTC', '00:00', to, from)).toEqual([]);
  });

  it('gives the night to the day before, until that day ends', () => {
    const days = momentsBetween(daily({ times: ['03:00', '00:30'] }), 'UTC', '03:00', from, to).map(({ day }) => day);
    expect(days).toEqual(['2026-04-30', '2026-05-01']);
  });

  it('follows the person, unless the habit is pinned to a zone', () => {
    expect(zoneOf(daily(), 'Asia/Tokyo')).toBe('Asia/Tokyo');
    const pinned = momentsBetween(daily({ timeZone: 'Europe/Berlin' }), 'Asia/Tokyo', '00:00', from, to);
    expect(pinned.map(shown)).toEqual(['2026-05-01 07:00 2026-05-01T05:00']);
  });
});

describe('single changes', () => {
  const week = [new Date('2026-05-04T00:00Z'), new Date('2026-05-07T00:00Z')] as const;
  const changedBy = (...exceptions: Schedule['exceptions']) => daily({ exceptions });
  const ringsOf = (schedule: Schedule, zone = 'UTC') => momentsBetween(schedule, zone, '03:00', ...week).map(shown);
  const moved = (localDate: string, toDate: string, toTime: string) => ({
    localDate,
    localTime: '07:00',
    movedTo: { localDate: toDate, localTime: toTime },
  });
  const canceled = (localDate: string) => ({ localDate, localTime: '07:00', movedTo: null });
  const [monday, tuesday, wednesday] = ['04', '05', '06'].map((day) => `2026-05-${day} 07:00 2026-05-${day}T07:00`);

  it.each<[string, Schedule, (string | undefined)[]]>([
    ['nothing', changedBy(), [monday, tuesday, wednesday]],
    ['a cancellation', changedBy(canceled('2026-05-05')), [monday, wednesday]],
    [
      'a move within the day',
      changedBy(moved('2026-05-05', '2026-05-05', '09:00')),
      [monday, '2026-05-05 07:00 2026-05-05T09:00', wednesday],
    ],
    [
      'a move before others',
      changedBy(moved('2026-05-06', '2026-05-04', '06:00')),
      ['2026-05-06 07:00 2026-05-04T06:00', monday, tuesday],
    ],
    ['a move out of the range by weeks', changedBy(moved('2026-05-05', '2026-07-01', '07:00')), [monday, wednesday]],
    [
      'a move into the range by weeks',
      changedBy(moved('2026-03-01', '2026-05-05', '23:59')),
      [monday, tuesday, '2026-03-01 07:00 2026-05-05T23:59', wednesday],
    ],
    ['a move to its own time', changedBy(moved('2026-05-05', '2026-05-05', '07:00')), [monday, tuesday, wednesday]],
    ['a move onto another, which stays', changedBy(moved('2026-05-05', '2026-05-06', '07:00')), [monday, wednesday]],
    [
      'an exchange of two',
      changedBy(moved('2026-05-05', '2026-05-06', '07:00'), moved('2026-05-06', '2026-05-05', '07:00')),
      [monday, '2026-05-06 07:00 2026-05-05T07:00', '2026-05-05 07:00 2026-05-06T07:00'],
    ],
  ])('%s', (_, schedule, expected) => {
    expect(ringsOf(schedule)).toEqual(expected);
  });

  it('give a moved moment the day it was moved to, and keep its identity', () => {
    const schedule = changedBy(moved('2026-05-05', '2026-05-06', '01:00'), canceled('2026-05-06'));
    expect(momentAt(schedule, 'UTC', '03:00', '2026-05-05', '07:00')).toEqual({
      localDate: '2026-05-05',
      localTime: '07:00',
      dueAt: new Date('2026-05-06T01:00Z'),
      day: '2026-05-05',
    });
    expect(momentAt(schedule, 'UTC', '00:00', '2026-05-05', '07:00')?.day).toBe('2026-05-06');
    expect(momentAt(schedule, 'UTC', '03:00', '2026-05-06', '07:00')).toBeNull();
    expect(momentAt(schedule, 'UTC', '03:00', '2026-05-06', '01:00')).toBeNull();
  });

  it('move to the wall time of the zone, also into a gap, where the time that exists is the one', () => {
    const intoTheGap = daily({
      times: ['03:30', '12:00'],
      exceptions: [
        { localDate: '2026-03-29', localTime: '12:00', movedTo: { localDate: '2026-03-29', localTime: '02:30' } },
      ],
    });
    const [from, to] = [new Date('2026-03-28T23:00Z'), new Date('2026-03-29T22:00Z')];
    expect(momentsBetween(intoTheGap, 'Europe/Berlin', '00:00', from, to).map(shown)).toEqual([
      '2026-03-29 03:30 2026-03-29T01:30',
    ]);
    const alone = { ...intoTheGap, times: ['12:00'] };
    expect(momentsBetween(alone, 'Europe/Berlin', '00:00', from, to).map(shown)).toEqual([
      '2026-03-29 12:00 2026-03-29T01:30',
    ]);
  });

  it('are found among the next, also where one was moved to before the start', () => {
    const early = daily({ startDate: '2026-05-04', exceptions: [moved('2026-05-06', '2026-04-01', '07:00')] });
    expect(nextMoments(early, 'UTC', '00:00', new Date('2026-03-01T00:00Z'), 3).map(shown)).toEqual([
      '2026-05-06 07:00 2026-04-01T07:00',
      monday,
      tuesday,
    ]);
  });
});

describe('nextMoments', () => {
  it('counts from the beginning on', () => {
    const twice = daily({ times: ['19:00', '07:00'] });
    const moments = nextMoments(twice, 'UTC', '00:00', new Date('2026-05-01T07:00Z'), 3);
    expect(moments.map(shown)).toEqual([
      '2026-05-01 07:00 2026-05-01T07:00',
      '2026-05-01 19:00 2026-05-01T19:00',
      '2026-05-02 07:00 2026-05-02T07:00',
    ]);
  });

  it.each([
    ['a start far ahead', daily({ startDate: '2047-07-01' }), '2047-07-01'],
    ['a leap day', daily({ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }), '2028-02-29'],
    ['a single date', daily({ startDate: '2026-12-24', recurrence: null }), '2026-12-24'],
  ])('finds %s', (_, schedule, expected) => {
    const [moment] = nextMoments(schedule, 'Pacific/Kiritimati', '00:00', new Date('2026-05-01T00:00Z'), 1);
    expect(moment?.localDate).toBe(expected);
  });

  it('is empty once the schedule has ended', () => {
    const ended = daily({ endDate: '2026-04-30' });
    expect(nextMoments(ended, 'UTC', '00:00', new Date('2026-05-01T00:00Z'), 1)).toEqual([]);
  });
});

describe('momentAt', () => {
  it('finds a moment by its identity, shifted or not', () => {
    expect(momentAt(daily({ times: ['02:30'] }), 'Europe/Berlin', '00:00', '2026-03-29', '02:30')?.dueAt).toEqual(
      new Date('2026-03-29T01:30Z'),
    );
    expect(momentAt(daily(), 'UTC', '00:00', '2026-05-01', '07:00')?.day).toBe('2026-05-01');
  });

  it.each([
    ['another time', '2026-05-01', '07:01'],
    ['a date before the start', '2025-12-31', '07:00'],
    ['a date that does not exist', '2026-02-30', '07:00'],
    ['no date at all', 'tomorrow', '07:00'],
    ['no time at all', '2026-05-01', '7'],
  ])('knows nothing of %s', (_, date, time) => {
    expect(momentAt(daily(), 'UTC', '00:00', date, time)).toBeNull();
  });

  it('knows only the time that exists, where two fall on one instant', () => {
    const both = daily({ times: ['02:30', '03:30'] });
    expect(momentAt(both, 'Europe/Berlin', '00:00', '2026-03-29', '02:30')).toBeNull();
    expect(momentAt(both, 'Europe/Berlin', '00:00', '2026-03-29', '03:30')).not.toBeNull();
  });
});

describe('any schedule in any zone', () => {
  const ZONES = [...Intl.supportedValuesOf('timeZone'), 'US/Pacific', 'Asia/Calcutta', 'Eire', 'NZ-CHAT'];
  const RULES = [
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=2;COUNT=40',
    'FREQ=DAILY;UNTIL=20300101',
    'FREQ=WEEKLY;BYDAY=SU,FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=-1,-2',
    'FREQ=MONTHLY;BYDAY=-1SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1',
    'FREQ=YEARLY;BYMONTH=3,4,10,12;BYDAY=-1SU,-1FR',
    null,
  ];
  /** Where the clocks change on walls that are easily got wrong; each as often as all the others together. */
  const HARD_ZONES = [
    'Europe/Berlin',
    'Africa/Cairo',
    'Africa/Casablanca',
    'America/Havana',
    'America/St_Johns',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  const clockTimes = fc
    .tuple(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.nat(23)), fc.constantFrom(0, 15, 30, 45))
    .map(([hour, minute]): LocalTime => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const situations = fc.record({
    zone: fc.oneof(fc.constantFrom(...ZONES), fc.constantFrom(...HARD_ZONES)),
    startDate: fc.oneof(
      fc.nat(6000).map((days) => addDays('2010-06-01', days)),
      fc.constantFrom('2011-12-20', '2026-03-20', '2026-04-20', '2026-10-01'),
    ),
    times: fc.uniqueArray(clockTimes, { minLength: 1, maxLength: 6 }),
    recurrence: fc.constantFrom(...RULES),
    changes: fc.array(
      fc.record({ pick: fc.nat(200), days: fc.option(fc.integer({ min: -20, max: 20 })), time: clockTimes }),
      { maxLength: 6 },
    ),
    dayEndsAt: fc.constantFrom('00:00', '03:00', '06:00'),
    fromHour: fc.nat(1000),
    hours: fc.nat(1000),
    cutHour: fc.nat(1000),
  });

  type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never;

  function planned(situation: Situation, startHour: number, endHour: number): Moment[] {
    const { zone, dayEndsAt } = situation;
    return momentsBetween(scheduleOf(situation), zone, dayEndsAt, hour(situation, startHour), hour(situation, endHour));
  }

  /** The changes pick from what the rule has in its first hundred days; where two pick the same, the first counts. */
  function scheduleOf({ startDate, times, recurrence, changes }: Situation): Schedule {
    const schedule = daily({ startDate, times, recurrence });
    const named = identitiesOf(schedule);
    const exceptions = new Map<string, Exception>();
    for (const { pick, days, time } of named.length === 0 ? [] : changes) {
      const [localDate, localTime] = named[pick % named.length]!;
      const movedTo = days === null ? null : { localDate: addDays(localDate, days), localTime: time };
      if (!exceptions.has(`${localDate} ${localTime}`)) {
        exceptions.set(`${localDate} ${localTime}`, { localDate, localTime, movedTo });
      }
    }
    return { ...schedule, exceptions: [...exceptions.values()] };
  }

  function identitiesOf(schedule: Schedule): [LocalDate, LocalTime][] {
    const dates = datesBetween(schedule, schedule.startDate, addDays(schedule.startDate, 100));
    return dates.flatMap((date) => schedule.times.map((time): [LocalDate, LocalTime] => [date, time]));
  }

  /** Where a moment stands on the wall after all changes; null when it is canceled. */
  function wallOf({ exceptions }: Schedule, localDate: LocalDate, localTime: LocalTime): WallTime | null {
    const change = exceptions.find((one) => one.localDate === localDate && one.localTime === localTime);
    if (!change) return { date: localDate, time: localTime };
    return change.movedTo && { date: change.movedTo.localDate, time: change.movedTo.localTime };
  }

  /** An hour of the situation's calendar, counted from a week before its start. */
  function hour({ startDate }: Situation, hours: number): Date {
    return plus(new Date(`${startDate}T00:00Z`), -7 * DAY + hours * HOUR);
  }

  it('has instants that ascend strictly and lie inside the range', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const [start, end] = [situation.fromHour, situation.fromHour + situation.hours];
        const instants = planned(situation, start, end).map(({ dueAt }) => dueAt.getTime());
        expect(instants).toEqual([...new Set(instants)].sort((one, other) => one - other));
        for (const instant of instants) {
          expect(instant).toBeGreaterThanOrEqual(hour(situation, start).getTime());
          expect(instant).toBeLessThan(hour(situation, end).getTime());
        }
      }),
      { numRuns: 300 },
    ));

  it('gives every time of the rule exactly one instant, its own or the one it shares, and has no other', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const schedule = scheduleOf(situation);
        const [from, to] = [hour(situation, -24 * 30), hour(situation, 24 * 80)];
        const told = identitiesOf(schedule)
          .map(([date, time]) => wallOf(schedule, date, time))
          .filter((wall) => wall !== null)
          .map((wall) => instantOf(wall, situation.zone).getTime())
          .filter((instant) => from.getTime() <= instant && instant < to.getTime());
        const due = planned(situation, -24 * 30, 24 * 80).map(({ dueAt }) => dueAt.getTime());
        expect(due).toEqual([...new Set(told)].sort((one, other) => one - other));
      }),
      { numRuns: 300 },
    ));

  it('is planned in two steps as in one', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const { fromHour: start, hours, cutHour } = situation;
        const [cut, end] = [start + Math.min(cutHour, hours), start + hours];
        const inTwoSteps = [...planned(situation, start, cut), ...planned(situation, cut, end)];
        expect(inTwoSteps).toEqual(planned(situation, start, end));
      }),
      { numRuns: 300 },
    ));

  it('finds each moment again by its identity, and gives it its day', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const { zone, dayEndsAt, fromHour, hours } = situation;
        const schedule = scheduleOf(situation);
        for (const moment of planned(situation, fromHour, fromHour + hours).slice(0, 5)) {
          const { localDate, localTime } = moment;
          expect(momentAt(schedule, zone, dayEndsAt, localDate, localTime)).toEqual(moment);
          expect(moment.day).toBe(dayOf(wallOf(schedule, localDate, localTime)!, dayEndsAt));
        }
      }),
      { numRuns: 200 },
    ));

  it('has as its next moments the first of all that follow', () =>
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 5 }), (situation, count) => {
        const { zone, dayEndsAt } = situation;
        const next = nextMoments(scheduleOf(situation), zone, dayEndsAt, hour(situation, 0), count);
        expect(next).toEqual(planned(situation, 0, 24 * 4000).slice(0, count));
      }),
      { numRuns: 100 },
    ));
});

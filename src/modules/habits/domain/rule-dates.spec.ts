import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import { type Frequency, type Recurrence, recurrenceOf, WEEKDAYS, type Weekday } from './recurrence';
import { datesBetween } from './rule-dates';

const EVER: [LocalDate, LocalDate] = ['1900-01-01', '2100-01-01'];

describe('datesBetween', () => {
  // The examples of RFC 5545, section 3.8.5.3, that speak of days.
  it.each([
    ['1997-09-02', 'FREQ=DAILY;COUNT=4', '1997-09-02 1997-09-03 1997-09-04 1997-09-05'],
    ['1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12'],
    ['1997-09-02', 'FREQ=WEEKLY;COUNT=3;WKST=SU;BYDAY=TU,TH', '1997-09-02 1997-09-04 1997-09-09'],
    ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05 1997-08-10 1997-08-19 1997-08-24'],
    ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05 1997-08-17 1997-08-19 1997-08-31'],
    ['1997-09-05', 'FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05 1997-10-03 1997-11-07'],
    ['1997-09-07', 'FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU', '1997-09-07 1997-09-28 1997-11-02 1997-11-30'],
    ['1997-09-22', 'FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22 1997-10-20 1997-11-17'],
    ['1997-09-28', 'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3', '1997-09-28 1997-10-29 1997-11-28'],
    ['1997-09-30', 'FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1', '1997-09-30 1997-10-01 1997-10-31 1997-11-01'],
    ['1997-06-10', 'FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1997-06-10 1997-07-10 1998-06-10 1998-07-10'],
    ['1997-01-01', 'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200', '1997-01-01 1997-04-10 1997-07-19 2000-01-01'],
    ['1997-05-19', 'FREQ=YEARLY;COUNT=3;BYDAY=20MO', '1997-05-19 1998-05-18 1999-05-17'],
    ['1997-05-12', 'FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYDAY=MO', '1997-05-12 1998-05-11 1999-05-17'],
    ['1997-09-02', 'FREQ=MONTHLY;COUNT=3;BYDAY=FR;BYMONTHDAY=13', '1998-02-13 1998-03-13 1998-11-13'],
    [
      '1996-11-05',
      'FREQ=YEARLY;INTERVAL=4;COUNT=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '1996-11-05 2000-11-07 2004-11-02',
    ],
    ['1997-09-04', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04 1997-10-07 1997-11-06'],
    ['1997-09-29', 'FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29 1997-10-30 1997-11-27'],
    ['2007-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30'],
  ])('from %s, %s', (startDate, recurrence, expected) => {
    expect(datesBetween({ startDate, endDate: null, recurrence }, ...EVER)).toEqual(expected.split(' '));
  });

  it('is once, on the start, without a recurrence', () => {
    const once = { startDate: '2026-03-29', endDate: null, recurrence: null };
    expect(datesBetween(once, '2026-03-01', '2026-03-31')).toEqual(['2026-03-29']);
    expect(datesBetween(once, '2026-03-30', '2026-03-31')).toEqual([]);
  });

  it('begins with the first date that matches, which need not be the start', () => {
    const mondays = { startDate: '2026-01-01', endDate: null, recurrence: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2' };
    expect(datesBetween(mondays, ...EVER)).toEqual(['2026-01-05', '2026-01-12']);
  });

  it.each(['20260103', '20260103T000000Z', '20260103T235959'])('takes UNTIL=%s as a last date', (until) => {
    const rule = { startDate: '2026-01-01', endDate: null, recurrence: `FREQ=DAILY;UNTIL=${until}` };
    expect(datesBetween(rule, ...EVER)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
  });

  it('ends with the earlier of UNTIL and endDate', () => {
    const rule = { startDate: '2026-01-01', endDate: '2026-01-02', recurrence: 'FREQ=DAILY;UNTIL=20260103' };
    expect(datesBetween(rule, ...EVER)).toEqual(['2026-01-01', '2026-01-02']);
  });

  it('walks on where the library by itself would stop, in a rule counted over a century', () => {
    const rule = { startDate: '1900-01-01', endDate: null, recurrence: 'FREQ=DAILY;BYMONTH=1,2,3;COUNT=11372' };
    expect(datesBetween(rule, '2026-01-01', '2026-12-31')).toEqual(['2026-01-01']);
  });
});

describe('datesBetween, for any rule', () => {
  it('answers a late range as walking from the start does', () =>
    fc.assert(
      fc.property(
        recurrences(),
        startDates(),
        fc.nat(3000),
        fc.integer({ min: 1, max: 60 }),
        (text, startDate, gap, length) => {
          const first = addDays(startDate, gap);
          const last = addDays(first, length);
          const rule = { startDate, endDate: null, recurrence: text };
          expect(datesBetween(rule, first, last)).toEqual(walked(text, startDate, first, last));
        },
      ),
      { numRuns: 150 },
    ));

  it.each([
    'DAILY;BYMONTH=2,3',
    'WEEKLY',
    'WEEKLY;BYMONTH=1;BYDAY=SU,MO;BYSETPOS=-1;WKST=SU',
    'DAILY;BYMONTHDAY=-1,13',
  ])('counts %s as the library does', (rule) =>
    fc.assert(
      fc.property(startDates(), fc.integer({ min: 1, max: 200 }), (startDate, count) => {
        const text = `FREQ=${rule};INTERVAL=2;COUNT=${count}`;
        const last = addDays(startDate, 1500);
        const dates = datesBetween({ startDate, endDate: null, recurrence: text }, startDate, last);
        expect(dates).toEqual(walked(text, startDate, startDate, last));
      }),
      { numRuns: 15 },
    ),
  );

  it('agrees with the definition, date by date', () =>
    fc.assert(
      fc.property(recurrences(), startDates(), (text, startDate) => {
        const rule = { startDate, endDate: null, recurrence: text };
        const last = addDays(startDate, 800);
        expect(datesBetween(rule, startDate, last)).toEqual(byDefinition(recurrenceOf(text), startDate, last));
      }),
      { numRuns: 150 },
    ));
});

function startDates(): fc.Arbitrary<LocalDate> {
  return fc.nat(4000).map((days) => addDays('2016-01-01', days));
}

/** Rules without positions (2MO, BYSETPOS), whose definition is a condition on a single date. */
function recurrences(): fc.Arbitrary<string> {
  const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(...WEEKDAYS), { minLength: 1, maxLength: 7 });
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
  const monthDays = fc.uniqueArray(
    fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
    { minLength: 1, maxLength: 6 },
  );
  return fc
    .record(
      {
        FREQ: fc.constantFrom<Frequency>('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        INTERVAL: fc.integer({ min: 1, max: 5 }),
        COUNT: fc.integer({ min: 1, max: 1500 }),
        BYDAY: weekdays,
        BYMONTH: months,
        BYMONTHDAY: monthDays,
        WKST: fc.constantFrom<Weekday>(...WEEKDAYS),
      },
      { requiredKeys: ['FREQ'] },
    )
    .filter((parts) => parts.FREQ !== 'WEEKLY' || !parts.BYMONTHDAY)
    .map((parts) =>
      Object.entries(parts)
        .map(([name, value]) => `${name}=${value}`)
        .join(';'),
    );
}

/** The plain way: the library lists every date from the start on. */
function walked(text: string, startDate: LocalDate, first: LocalDate, last: LocalDate): LocalDate[] {
  const dtstart = Temporal.PlainDate.from(startDate).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: text, dtstart, maxIterations: 100_000 });
  const dates: LocalDate[] = [];
  try {
    rule.all((date) => {
      dates.push(date.toString().slice(0, 10));
      return date.toString().slice(0, 10) <= last;
    });
  } catch (error) {
    // The library's way of saying that a rule has no date at all; anything else is a failure.
    if (!/Maximum/.test(String(error))) throw error;
  }
  return [...new Set(dates)].filter((date) => first <= date && date <= last);
}

function byDefinition(rule: Recurrence, start: LocalDate, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = start; date <= last && dates.length < (rule.count ?? Infinity); date = addDays(date, 1)) {
    if (isInPeriod(rule, start, date) && satisfies(rule, start, date)) dates.push(date);
  }
  return dates;
}

function isInPeriod({ frequency, interval, weekStart }: Recurrence, start: LocalDate, date: LocalDate): boolean {
  const months = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const weekOf = (day: LocalDate) => addDays(day, -((weekdayOf(day) - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7));
  const passed = {
    DAILY: () => daysBetween(start, date),
    WEEKLY: () => daysBetween(weekOf(start), weekOf(date)) / 7,
    MONTHLY: () => months(date) - months(start),
    YEARLY: () => Number(date.slice(0, 4)) - Number(start.slice(0, 4)),
  };
  return passed[frequency]() % interval === 0;
}

function satisfies(rule: Recurrence, start: LocalDate, date: LocalDate): boolean {
  const { frequency, byMonth, byMonthDay, byDay } = rule;
  const plain = Temporal.PlainDate.from(date);
  const says = byMonthDay.length + byDay.length > 0;
  if (byMonth.length > 0 && !byMonth.includes(plain.month)) return false;
  if (byDay.length > 0 && !byDay.some(({ weekday }) => weekday === WEEKDAYS[plain.dayOfWeek - 1])) return false;
  if (byMonthDay.length > 0)
    return byMonthDay.some((day) => day === plain.day || day === plain.day - plain.daysInMonth - 1);
  if (says || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return plain.dayOfWeek === weekdayOf(start);
  if (frequency === 'YEARLY' && byMonth.length === 0 && plain.month !== Number(start.slice(5, 7))) return false;
  return plain.day === Number(start.slice(8));
}

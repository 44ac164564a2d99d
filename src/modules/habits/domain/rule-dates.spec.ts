import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { addDays, type LocalDate } from '../../../kernel/local-time';
import { type Frequency, type Recurrence, type RuleDay, recurrenceOf, WEEKDAYS, type Weekday } from './recurrence';
import { recurrenceProblems } from './recurrence-check';
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

  it.each(['20260103', '20260102T000000Z', '20260103T000000'])('takes UNTIL=%s as a last date that may be', (until) => {
    const rule = { startDate: '2026-01-01', endDate: null, recurrence: `FREQ=DAILY;UNTIL=${until}` };
    expect(datesBetween(rule, ...EVER)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
  });

  it('ends with the earlier of UNTIL and endDate', () => {
    const rule = { startDate: '2026-01-01', endDate: '2026-01-02', recurrence: 'FREQ=DAILY;UNTIL=20260103' };
    expect(datesBetween(rule, ...EVER)).toEqual(['2026-01-01', '2026-01-02']);
  });

  it('counts over a century', () => {
    const rule = { startDate: '1900-01-01', endDate: null, recurrence: 'FREQ=DAILY;BYMONTH=1,2,3;COUNT=11372' };
    expect(datesBetween(rule, '2026-01-01', '2026-12-31')).toEqual(['2026-01-01']);
  });
});

describe('datesBetween, for any rule', () => {
  it('is what RFC 5545 says, read word for word', () =>
    fc.assert(
      fc.property(recurrences(), startDates(), (recurrence, startDate) => {
        const last = addDays(startDate, 1500);
        const dates = datesBetween({ startDate, endDate: null, recurrence }, startDate, last);
        expect(dates).toEqual(byDefinition(recurrenceOf(recurrence), startDate, last));
      }),
      { numRuns: 300 },
    ));

  it('answers a late range as the same range of the whole', () =>
    fc.assert(
      fc.property(recurrences(), startDates(), fc.nat(3000), fc.nat(60), (recurrence, startDate, gap, length) => {
        const [first, last] = [addDays(startDate, gap), addDays(startDate, gap + length)];
        const rule = { startDate, endDate: null, recurrence };
        const whole = datesBetween(rule, startDate, last);
        expect(datesBetween(rule, first, last)).toEqual(whole.filter((date) => date >= first));
      }),
      { numRuns: 300 },
    ));

  it('agrees with rrule-temporal, which has other ways', () =>
    fc.assert(
      fc.property(recurrences().filter(isReadRightly), startDates(), (recurrence, startDate) => {
        const last = addDays(startDate, 800);
        const rule = { startDate, endDate: null, recurrence };
        expect(datesBetween(rule, startDate, last)).toEqual(byLibrary(recurrence, startDate, last));
      }),
      { numRuns: 100 },
    ));
});

function startDates(): fc.Arbitrary<LocalDate> {
  return fc.nat(4000).map((days) => addDays('2016-01-01', days));
}

/** Any rule that `checkSchedule` accepts. */
function recurrences(): fc.Arbitrary<string> {
  const someOf = <Item>(item: fc.Arbitrary<Item>, most: number) =>
    fc.uniqueArray(item, { minLength: 1, maxLength: most });
  const either = (upTo: number) => fc.integer({ min: -upTo, max: upTo }).filter((number) => number !== 0);
  const weekday = fc.constantFrom<Weekday>(...WEEKDAYS);
  const day = fc.oneof(
    { weight: 3, arbitrary: weekday },
    fc.tuple(either(5), weekday).map(([nth, name]) => `${nth}${name}`),
  );
  return fc
    .record(
      {
        FREQ: fc.constantFrom<Frequency>('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        INTERVAL: fc.integer({ min: 1, max: 5 }),
        COUNT: fc.integer({ min: 1, max: 500 }),
        UNTIL: startDates().map((date) => date.replaceAll('-', '')),
        BYDAY: fc.oneof(someOf(weekday, 7), someOf(day, 4)),
        BYMONTH: someOf(fc.integer({ min: 1, max: 12 }), 6),
        BYMONTHDAY: someOf(either(31), 6),
        BYYEARDAY: someOf(either(366), 6),
        BYWEEKNO: someOf(either(53), 4),
        BYSETPOS: someOf(either(4), 2),
        WKST: weekday,
      },
      { requiredKeys: ['FREQ'] },
    )
    .map((parts) =>
      Object.entries(parts)
        .map(([name, value]) => `${name}=${value}`)
        .join(';'),
    )
    .filter((text) => recurrenceProblems(text).length === 0);
}

/**
 * Where a part leaves fewer days by RFC 5545, the library at times takes it for more: BYDAY beside BYYEARDAY or BYWEEKNO,
 * and a numbered weekday beside anything.
 */
function isReadRightly(text: string): boolean {
  const { byDay, byMonthDay, byYearDay, byWeekNo } = recurrenceOf(text);
  const numbered = byDay.filter(({ nth }) => nth !== null).length;
  if (byYearDay.length + byWeekNo.length > 0) return false;
  return numbered === 0 || (numbered === byDay.length && byMonthDay.length === 0);
}

function byLibrary(text: string, startDate: LocalDate, last: LocalDate): LocalDate[] {
  const dtstart = plain(startDate).toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString: text, dtstart, maxIterations: 100_000, cache: false });
  return rule.between(new Date(startDate), new Date(last), true).map((date) => date.toPlainDate().toString());
}

/**
 * RFC 5545 read word for word, slowly: every period that the interval names, of it the days that satisfy all parts, of
 * those the positions asked for.
 */
function byDefinition(rule: Recurrence, start: LocalDate, last: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let period = periodWith(rule, plain(start)); period[0]!.toString() <= last; period = periodAfter(rule, period)) {
    const fitting = period.filter((date) => satisfies(rule, plain(start), date)).map(String);
    const picked = rule.bySetPos.map((position) => fitting.at(position > 0 ? position - 1 : position));
    dates.push(...(rule.bySetPos.length === 0 ? fitting : fitting.filter((date) => picked.includes(date))));
  }
  return dates
    .filter((date) => date >= start)
    .slice(0, rule.count ?? Infinity)
    .filter((date) => date <= last && date <= (rule.until ?? last));
}

const plain = (date: LocalDate) => Temporal.PlainDate.from(date);

const UNITS = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;

/** All days of the day, week, month or year that holds this one. */
function periodWith(rule: Recurrence, date: Temporal.PlainDate): Temporal.PlainDate[] {
  const first = {
    DAILY: date,
    WEEKLY: date.subtract({ days: (date.dayOfWeek - 1 - WEEKDAYS.indexOf(rule.weekStart) + 7) % 7 }),
    MONTHLY: date.with({ day: 1 }),
    YEARLY: date.with({ month: 1, day: 1 }),
  }[rule.frequency];
  const length = first.until(first.add({ [UNITS[rule.frequency]]: 1 }), { largestUnit: 'days' }).days;
  return Array.from({ length }, (_, days) => first.add({ days }));
}

function periodAfter(rule: Recurrence, [first]: Temporal.PlainDate[]): Temporal.PlainDate[] {
  return periodWith(rule, first!.add({ [UNITS[rule.frequency]]: rule.interval }));
}

function satisfies(rule: Recurrence, start: Temporal.PlainDate, date: Temporal.PlainDate): boolean {
  const { frequency, byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule;
  const conditions = [
    [byMonth, () => byMonth.includes(date.month)],
    [byMonthDay, () => isAmong(byMonthDay, date.day, date.daysInMonth)],
    [byYearDay, () => isAmong(byYearDay, date.dayOfYear, date.daysInYear)],
    [byWeekNo, () => isInWeeks(byWeekNo, rule, date)],
    [byDay, () => byDay.some((day) => isOnDay(day, rule, date))],
  ] as const;
  if (!conditions.every(([part, holds]) => part.length === 0 || holds())) return false;
  if (frequency === 'DAILY' || byDay.length + byMonthDay.length + byYearDay.length > 0) return true;
  if (frequency === 'WEEKLY' || byWeekNo.length > 0) return date.dayOfWeek === start.dayOfWeek;
  const isInMonth = frequency === 'MONTHLY' || byMonth.length > 0 || date.month === start.month;
  return isInMonth && date.day === start.day;
}

/** Whether one of the numbers is this place, counted from the start or from the end. */
function isAmong(numbers: number[], place: number, length: number): boolean {
  return numbers.includes(place) || numbers.includes(place - length - 1);
}

/** Week 1 is the first with four days in the year; where the week begins is for the rule to say. */
function isInWeeks(weeks: number[], { weekStart }: Recurrence, date: Temporal.PlainDate): boolean {
  const beginning = (day: Temporal.PlainDate) =>
    day.subtract({ days: (day.dayOfWeek - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7 });
  const year = beginning(date).add({ days: 3 }).year;
  const first = (of: number) => beginning(Temporal.PlainDate.from({ year: of, month: 1, day: 4 }));
  const weeksSince = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    from.until(to, { largestUnit: 'days' }).days / 7;
  return isAmong(weeks, weeksSince(first(year), beginning(date)) + 1, weeksSince(first(year), first(year + 1)));
}

function isOnDay({ weekday, nth }: RuleDay, rule: Recurrence, date: Temporal.PlainDate): boolean {
  if (weekday !== WEEKDAYS[date.dayOfWeek - 1]) return false;
  if (nth === null) return true;
  const isOfYear = rule.frequency === 'YEARLY' && rule.byMonth.length === 0;
  const [place, length] = isOfYear ? [date.dayOfYear, date.daysInYear] : [date.day, date.daysInMonth];
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
}

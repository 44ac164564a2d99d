import fc from 'fast-check';
import type { Schedule } from './schedule';
import { checkSchedule } from './schedule-check';
import { scheduleText } from './schedule-text';
import { scheduleFromText, timeZoneInText } from './schedule-words';

/** A Monday. */
const TODAY = '2026-03-02';

function read(text: string): Schedule {
  const reading = scheduleFromText(text, TODAY);
  if ('problem' in reading) throw new Error(`${text}: ${reading.problem}`);
  return reading.schedule;
}

function problemOf(text: string): string {
  const reading = scheduleFromText(text, TODAY);
  return 'problem' in reading ? reading.problem : `understood as ${scheduleText(reading.schedule)}`;
}

describe('scheduleFromText', () => {
  it.each([
    ['Mon, Wed and Fri at 07:00', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '07:00'],
    ['mondays at 7am and 18:30', 'FREQ=WEEKLY;BYDAY=MO', '07:00 18:30'],
    ['MONDAY & THURS, at 7 p.m.', 'FREQ=WEEKLY;BYDAY=MO,TH', '19:00'],
    ['every Tuesday and Sunday at 12am', 'FREQ=WEEKLY;BYDAY=TU,SU', '00:00'],
    ['at 12 pm on Mon/Wed/Fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '12:00'],
    ['Fri to Mon at 9 o’clock', 'FREQ=WEEKLY;BYDAY=MO,FR,SA,SU', '09:00'],
    ['Mon–Thu 07:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', '07:30'],
    ['weekdays at noon', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '12:00'],
    ['weekends at 9', 'FREQ=WEEKLY;BYDAY=SA,SU', '09:00'],
    ['Mon to Wed, and weekends at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,SA,SU', '09:00'],
    ['weekends, Mon to Wed at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,SA,SU', '09:00'],
    ['weekdays and weekends at 9', 'FREQ=DAILY', '09:00'],
    ['every week, Mon to Sun at 9', 'FREQ=DAILY', '09:00'],
    ['every 2 weeks, Mon to Sun at 9', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU', '09:00'],
    ['every weekday and Sat at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA', '09:00'],
    ['weekly on Tue at 9', 'FREQ=WEEKLY;BYDAY=TU', '09:00'],
    ['every day at 7', 'FREQ=DAILY', '07:00'],
    ['every day at midnight', 'FREQ=DAILY', '00:00'],
    ['daily at 12 noon and 12 midnight', 'FREQ=DAILY', '00:00 12:00'],
    ['every day at noon and at 6pm', 'FREQ=DAILY', '12:00 18:00'],
    ['daily at 7am, midday and midnight', 'FREQ=DAILY', '00:00 07:00 12:00'],
    ['daily at 7am, 12:00 and 6pm', 'FREQ=DAILY', '07:00 12:00 18:00'],
    ['every day at half past 7', 'FREQ=DAILY', '07:30'],
    ['every day at half past seven pm', 'FREQ=DAILY', '19:30'],
    ['half-past 7 in the evening, weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '19:30'],
    ['Mon at a quarter past 7 and quarter to 8', 'FREQ=WEEKLY;BYDAY=MO', '07:15 07:45'],
    ['Mon at quarter to 1 pm', 'FREQ=WEEKLY;BYDAY=MO', '12:45'],
    ['Mon at quarter to 1am', 'FREQ=WEEKLY;BYDAY=MO', '00:45'],
    ['Mon at quarter past 12am', 'FREQ=WEEKLY;BYDAY=MO', '00:15'],
    ['Mon at quarter to 12 at night', 'FREQ=WEEKLY;BYDAY=MO', '23:45'],
    ['Mon at half past 19', 'FREQ=WEEKLY;BYDAY=MO', '19:30'],
    ['daily at 7 in the morning and 7.30 in the evening', 'FREQ=DAILY', '07:00 19:30'],
    ['daily at 12 in the afternoon, 19:00 in the evening', 'FREQ=DAILY', '12:00 19:00'],
    ['9 at night every day', 'FREQ=DAILY', '21:00'],
    ['daily at 21.30', 'FREQ=DAILY', '21:30'],
    ['Every day at 7, 12:30, and 19h45.', 'FREQ=DAILY', '07:00 12:30 19:45'],
    ['7pm every day', 'FREQ=DAILY', '19:00'],
    ['every other day at 8', 'FREQ=DAILY;INTERVAL=2', '08:00'],
    ['every third day at 8', 'FREQ=DAILY;INTERVAL=3', '08:00'],
    ['every day except Sundays at 8', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA', '08:00'],
    ['every 2 weeks on Mon and Tue at 7', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU', '07:00'],
    ['Mon and Tue at 7 every other week', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU', '07:00'],
    ['every other Mon and every other Tue at 7', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU', '07:00'],
    ['every other Mon to Wed at 7', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE', '07:00'],
    ['every Mon and each Tue every week at 7', 'FREQ=WEEKLY;BYDAY=MO,TU', '07:00'],
    ['every 2 weeks on Sat at 10', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', '10:00'],
    [
      'every 2 weeks on Tue and Sun at 10, weeks beginning on Sunday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
      '10:00',
    ],
    ['every other Tuesday with weeks starting Sun at 10', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU', '10:00'],
    ['every other Monday, weeks beginning on Sunday at 10', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '10:00'],
    ['every 2 weeks on Tue, weeks beginning on Monday at 10', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '10:00'],
    ['Tue and Sun, weeks beginning on Sunday at 10', 'FREQ=WEEKLY;BYDAY=TU,SU', '10:00'],
    ['every other Tuesday at 10', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '10:00'],
    ['on the 1st of every month at 09:00', 'FREQ=MONTHLY;BYMONTHDAY=1', '09:00'],
    ['on the 1st and 15th of the month at 9', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '09:00'],
    ['every month on the last day at 9', 'FREQ=MONTHLY;BYMONTHDAY=-1', '09:00'],
    ['every 3 months on the 2nd to last day at 9', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2', '09:00'],
    ['on the 1st and 15th at 7', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '07:00'],
    ['every 2nd and 4th Friday at 9', 'FREQ=MONTHLY;BYDAY=2FR,4FR', '09:00'],
    ['on the last day of the month at 9', 'FREQ=MONTHLY;BYMONTHDAY=-1', '09:00'],
    ['first Monday of the month at 9', 'FREQ=MONTHLY;BYDAY=1MO', '09:00'],
    ['first Monday in January at 9', 'FREQ=YEARLY;BYMONTH=1;BYDAY=1MO', '09:00'],
    ['Mondays in January at 9', 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO', '09:00'],
    ['every weekday of July and August at 9', 'FREQ=YEARLY;BYMONTH=7,8;BYDAY=MO,TU,WE,TH,FR', '09:00'],
    ['Fri to Sun in May at 9', 'FREQ=YEARLY;BYMONTH=5;BYDAY=FR,SA,SU', '09:00'],
    ['every 2 years on Mondays in January at 9', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=MO', '09:00'],
    ['every day in January at 9', 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR,SA,SU', '09:00'],
    ['every day in January except Sundays at 9', 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR,SA', '09:00'],
    ['every third Friday of March and July at 9', 'FREQ=YEARLY;BYMONTH=3,7;BYDAY=3FR', '09:00'],
    ['first Mon and last Fri of May at 9', 'FREQ=YEARLY;BYMONTH=5;BYDAY=1MO,-1FR', '09:00'],
    ['every 2 years on the first Monday in January at 9', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=1MO', '09:00'],
    ['on the last day, the 15th and 1st of the month at 9', 'FREQ=MONTHLY;BYMONTHDAY=1,15,-1', '09:00'],
    ['on the second last day of the month at 9', 'FREQ=MONTHLY;BYMONTHDAY=-2', '09:00'],
    ['on the second-to-last Fri of the month at 9', 'FREQ=MONTHLY;BYDAY=-2FR', '09:00'],
    ['on the 1st of January and July at 9', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', '09:00'],
    ['last day of February 9:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '09:00'],
    ['on the first of January at 9', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1', '09:00'],
    ['every third Friday of every month at 9', 'FREQ=MONTHLY;BYDAY=3FR', '09:00'],
    ['every month on every third Friday at 9', 'FREQ=MONTHLY;BYDAY=3FR', '09:00'],
    ['every 3rd week on Friday at 9', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=FR', '09:00'],
    ['last weekday of the month at 16:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '16:00'],
    ['on the last and first weekdays of every month at 9', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1', '09:00'],
    [
      'every 2 months on the 2nd to last weekday at 9',
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '09:00',
    ],
    ['last Fri of the month at 17', 'FREQ=MONTHLY;BYDAY=-1FR', '17:00'],
    ['on the first and third Monday of every month at 17', 'FREQ=MONTHLY;BYDAY=1MO,3MO', '17:00'],
    ['every 2nd Tue of the month at 17', 'FREQ=MONTHLY;BYDAY=2TU', '17:00'],
    ['every year on 24 December at 18:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', '18:00'],
    ['on 24 December at 18:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', '18:00'],
    ['at 9, 1 and 2 December', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1,2', '09:00'],
    ['at 9 and 10:00, last Fri of the month', 'FREQ=MONTHLY;BYDAY=-1FR', '09:00 10:00'],
    ['on the 24th of December at 18:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', '18:00'],
    ['24th and 25th of Dec at 18:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,25', '18:00'],
    ['every 4 years on Feb 29 at 18:00', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '18:00'],
    ['every day at 7, 10 times', 'FREQ=DAILY;COUNT=10', '07:00'],
    ['every day at 7 and 8, on 10 days', 'FREQ=DAILY;COUNT=10', '07:00 08:00'],
  ])('%s', (text, recurrence, times) => {
    expect(read(text)).toEqual({
      startDate: TODAY,
      endDate: null,
      recurrence,
      times: times.split(' '),
      timeZone: null,
      goal: null,
      exceptions: [],
    });
  });

  it('reads a spoken time as the clock shows it, in either half of the day', () => {
    const fractions = { 'half past': 30, 'quarter past': 15, 'quarter to': -15 };
    const said = fc.constantFrom(...(Object.keys(fractions) as (keyof typeof fractions)[]));
    fc.assert(
      fc.property(said, fc.integer({ min: 1, max: 11 }), fc.constantFrom(0, 12), (fraction, hour, later) => {
        const minutes = (hour + later) * 60 + fractions[fraction];
        const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
        expect(read(`daily at ${fraction} ${hour} ${later === 0 ? 'am' : 'p.m.'}`).times).toEqual([clock]);
        expect(read(`daily at ${fraction} ${hour + later}`).times).toEqual([clock]);
      }),
    );
  });

  it.each([
    ['3 times a week at 19:00', 3, 'week', 'FREQ=DAILY'],
    ['3 times a week, on Mon, Tue and Thu at 7', 3, 'week', 'FREQ=WEEKLY;BYDAY=MO,TU,TH'],
    ['3x per week on weekdays at 7', 3, 'week', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['3x/week at 7', 3, 'week', 'FREQ=DAILY'],
    ['3 x / week at 7', 3, 'week', 'FREQ=DAILY'],
    ['one time a week at 7', 1, 'week', 'FREQ=DAILY'],
    ['3x a week at 7', 3, 'week', 'FREQ=DAILY'],
    ['three times a week at 7', 3, 'week', 'FREQ=DAILY'],
    ['3 times weekly on Mon, Wed, Fri at 7', 3, 'week', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['twice a week, on Mon, Wed and Fri in May at 7', 2, 'week', 'FREQ=YEARLY;BYMONTH=5;BYDAY=MO,WE,FR'],
    ['twice monthly at 7', 2, 'month', 'FREQ=DAILY'],
    ['twice a month at 18:00', 2, 'month', 'FREQ=DAILY'],
    ['at 7, twice a month', 2, 'month', 'FREQ=DAILY'],
    ['once a week, any day at 20:00', 1, 'week', 'FREQ=DAILY'],
    ['ten times a month, every other day at 20:00', 10, 'month', 'FREQ=DAILY;INTERVAL=2'],
    ['five times each week except weekends at 20:00', 5, 'week', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ])('reads the goal of %s', (text, times, per, recurrence) => {
    expect(read(text)).toMatchObject({ goal: { times, per }, recurrence });
  });

  it.each([
    ['once on 2026-12-24 at 18:00', '2026-12-24'],
    ['on 24 December 2027 at 18:00', '2027-12-24'],
    ['Dec 24, 2027 at 18:00', '2027-12-24'],
    ['once on 24 December at 18:00', '2026-12-24'],
    ['once, on March 1st at 18:00', '2027-03-01'],
    ['once, on the 24th of December at 18:00', '2026-12-24'],
    ['on the 24th of December 2027 at 18:00', '2027-12-24'],
    ['once on 29 Feb at 18:00', '2028-02-29'],
    ['today at 18:00', TODAY],
    ['tomorrow at 6pm', '2026-03-03'],
  ])('reads %s as one date', (text, startDate) => {
    expect(read(text)).toMatchObject({ startDate, endDate: null, recurrence: null, times: ['18:00'] });
  });

  it.each([
    ['every day at 7 from 2026-04-01 until 2026-12-31', '2026-04-01', '2026-12-31'],
    ['starting tomorrow, every day at 7', '2026-03-03', null],
    ['from 1 April to 31 May every day at 7', '2026-04-01', '2026-05-31'],
    ['Mondays at 7 till 1 March', TODAY, '2027-03-01'],
  ])('reads the first and the last day of %s', (text, startDate, endDate) => {
    expect(read(text)).toMatchObject({ startDate, endDate });
  });

  it.each([
    ['every day at 20:00, until 2026-12-31 04:59 UTC', 'FREQ=DAILY;UNTIL=20261231T045900Z', null],
    ['Mondays at 7 to 31 December 2026 at 4:59 utc', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T045900Z', null],
    ['every day at 20:00, until 2026-12-31 12:00', 'FREQ=DAILY;UNTIL=20261231T120000', null],
    ['until 2026-12-31 7:00 pm every day at 20:00', 'FREQ=DAILY;UNTIL=20261231T190000', null],
    [
      'every day at 20:00, until 2026-12-31 and until 2026-12-31 04:59 UTC',
      'FREQ=DAILY;UNTIL=20261231T045900Z',
      '2026-12-31',
    ],
  ])('reads the last moment of %s', (text, recurrence, endDate) => {
    expect(read(text)).toMatchObject({ recurrence, endDate, times: [expect.stringMatching(/^(20|07):00$/)] });
  });

  it.each(['daily until 2026-12-31 07:00', 'until 2026-12-31 at 7, daily', 'daily until 2026-12-31 7:00 am'])(
    'takes the only time of %s for when it is due',
    (text) => {
      expect(read(text)).toMatchObject({ recurrence: 'FREQ=DAILY', endDate: '2026-12-31', times: ['07:00'] });
    },
  );

  it('takes several times after the last date for when it is due', () => {
    const schedule = read('daily until 2026-12-31 07:00 and 8:00 pm');
    expect(schedule).toMatchObject({ recurrence: 'FREQ=DAILY', endDate: '2026-12-31' });
  });

  it.each([
    'Mon at 7 (Europe/Berlin)',
    'Mon at 7 ( europe/berlin )',
    'Mon at 7 Europe/Berlin time',
    'Mon at 7 in Europe/Berlin',
  ])('reads the zone of %s', (text) => {
    expect(read(text)).toMatchObject({ timeZone: 'Europe/Berlin', times: ['07:00'] });
    expect(timeZoneInText(text)).toBe('Europe/Berlin');
  });

  it('leaves a zone that there is not to the check, which knows a better one', () => {
    const schedule = read('Mon at 7 (Europe/Berln)');
    expect(checkSchedule(schedule)).toMatchObject([{ message: expect.stringContaining('"Europe/Berlin"') }]);
  });

  it('reads single changes', () => {
    const changes = (text: string) =>
      read(text).exceptions.map(({ localDate, localTime, movedTo }) => {
        return `${localDate} ${localTime}${movedTo ? ` -> ${movedTo.localDate} ${movedTo.localTime}` : ''}`;
      });
    expect(changes('daily at 7, but not on 2026-03-04 and 2026-03-09')).toEqual([
      '2026-03-04 07:00',
      '2026-03-09 07:00',
    ]);
    expect(changes('daily at 7 and 19 except 2026-03-04')).toEqual(['2026-03-04 07:00', '2026-03-04 19:00']);
    expect(changes('daily at 7 and 19, not on 2026-03-04 at 19')).toEqual(['2026-03-04 19:00']);
    expect(changes('daily at 7 and 21, not on 2026-03-04 at 9 at night')).toEqual(['2026-03-04 21:00']);
    expect(changes('daily at 7, not on 2026-03-04, 2026-03-05 at 9 instead')).toEqual([
      '2026-03-04 07:00',
      '2026-03-05 07:00 -> 2026-03-05 09:00',
    ]);
    expect(changes('daily at 7, on 2026-03-06 at 09:00 instead of 2026-03-05')).toEqual([
      '2026-03-05 07:00 -> 2026-03-06 09:00',
    ]);
    expect(problemOf('daily at 7 and 8, on 2026-03-05 at 09:00 instead')).toMatch(/which one is moved/);
  });

  it.each([
    ['fortnightly at 7', '"fortnightly" was not understood.'],
    ['every day around seven or so', '"around seven or so" was not understood.'],
    ['Mon at 7 in the morning, please', '"please" was not understood.'],
    ['every 3 Mondays at 7', '"every 3" was not understood.'],
    ['not on Mondays, hopefully, at 7', '"hopefully" was not understood.'],
    ['', 'no time of day'],
    ['every day', 'no time of day'],
    ['at 7', 'on which days'],
    ['weekly at 7', 'on which days'],
    ['every 2 weeks at 7', 'on which days'],
    ['on the 15th at 7', 'which month'],
    ['the last Fri at 7', 'which month'],
    ['every first Friday at 9', 'which month'],
    ['every third Friday and every second Monday at 9', 'Is "every third friday" one of every month'],
    ['first Monday in Smarch at 9', '"in smarch" was not understood.'],
    ['first Monday in January 2027 at 9', '"in january 2027" was not understood.'],
    ['first Monday in January of every month at 9', 'of certain months'],
    ['every month on the first Monday in January at 9', 'say one of them'],
    ['first Monday in January and first Monday in March at 9', 'two lists of months'],
    ['first Monday in January and third Friday at 9', 'of which month'],
    ['first Monday in January and 2 March at 9', 'in two ways'],
    [
      'last weekend of the month at 9',
      'A weekend is two days: say which of them, as in "the last Sat of every month".',
    ],
    ['24th weekday of the month at 9', 'No month has "24th weekday".'],
    ['last weekday at 9', 'which month'],
    ['last weekday in January at 9', '"in january" was not understood.'],
    ['last weekday and last Sat of the month at 9', 'in two ways'],
    ['last weekday and every 2 months on the 1st weekday at 9', 'Which of its days are every 2 months?'],
    ['Mondays in Smarch at 9', '"in smarch" was not understood.'],
    ['Mondays in January 2027 at 9', '"in january 2027" was not understood.'],
    ['Mondays in January and Tuesdays at 9', 'of which month'],
    ['every Monday and every Tuesday in January at 9', 'of which month'],
    ['Mondays, and every day in January at 9', 'of which month'],
    ['Mondays in January and Tuesdays in March at 9', 'two lists of months'],
    ['every other Monday in January at 9', 'say one of them'],
    ['every Mon in January and every 2 years on Tue in January at 9', 'Which of its days are every 2 years?'],
    ['every year on the 1st and 15th at 7', 'say one of them'],
    ['on the third first of every month at 7', '"third" was not understood.'],
    ['on the 32nd at 7', '"the 32nd day"'],
    ['on the 31st of February at 7', '"31st of february"'],
    ['on the first and 31st of February at 7', 'February has at most 29 days.'],
    ['on the 31st of January and February at 7', 'February has at most 29 days.'],
    ['3x/week at', '"at" was not understood.'],
    ['3x/fortnight at 7', '"3x/fortnight" was not understood.'],
    ['3x/day at 7', 'of a week or a month'],
    ['3 times daily at 7', 'of a week or a month'],
    ['3x at 7', '"3x" was not understood.'],
    ['Mondays and the 1st of every month at 7', 'in two ways'],
    ['1st Mon and 15th of every month at 7', 'in two ways'],
    ['24 December and 1 January at 7', 'two dates of the year'],
    ['2026-03-04 and 2026-03-05 at 7', 'two dates'],
    ['every 2 weeks on Tue at 7, weeks beginning Sun, weeks beginning Sat', 'two first days of the week'],
    ['daily at 7 until 2026-03-04 08:00 and until 2026-03-05', 'two last days'],
    ['daily at 7 until 2026-03-04 08:00 UTC and until 2026-03-05 08:00 UTC', 'two last days'],
    ['once on 2026-03-04 at 7 until 2026-03-05 08:00', 'repeated as well'],
    ['daily at 7 until 2026-03-04 25:00', '"25:00"'],
    ['every day every week on Mon at 7', 'two intervals'],
    ['every day on Mon at 7', 'say one of them'],
    ['every month on 24 December at 7', 'say one of them'],
    ['daily on 2026-12-24 at 7', 'repeated as well'],
    ['once on Fridays at 7', 'needs its date'],
    ['3 times a day', 'of a week or a month'],
    ['daily at 7 and 8, 10 times', 'on 10 days'],
    ['daily at 7 and 9pm', '"7" am or pm?'],
    ['daily at 7 and 9 in the evening', '"7" am or pm?'],
    ['daily at 7am, 12 and 6pm', 'Is "12" am or pm? Write noon as "12:00", and midnight as "00:00".'],
    ['daily at 12:30 and 6pm', '"12:30" am or pm?'],
    ['daily at half past seven and 9pm', '"half past seven" am or pm?'],
    ['Fri at midnight', '"00:00", on the day that begins with it'],
    ['every other day at midnight', '"00:00", on the day that begins with it'],
    ['once on 2026-12-24 at midnight', '"00:00", on the day that begins with it'],
    ['daily at 7, 2026-03-05 at midnight instead', '"00:00", on the day that begins with it'],
    ['daily at 25:00', '"25:00"'],
    ['daily at 24:00', 'Write "24:00" as "00:00", of the next day.'],
    ['daily at 24', 'Write "24" as "00:00", of the next day.'],
    ['daily at half past 25', 'no "half past 25"'],
    ['daily at half past 7:30', '"at half past" was not understood.'],
    ['daily at half past', '"at half past" was not understood.'],
    ['daily at half 7', '"at half 7" was not understood.'],
    ['daily at half to 7', '"at half to 7" was not understood.'],
    ['daily at quarter to 0', 'no "quarter to 0"'],
    ['daily at quarter to 12pm', '"quarter to 12pm"? Write it by the 24-hour clock'],
    ['daily at 12 in the morning', '"12 in the morning"? Write it by the 24-hour clock'],
    ['daily at 12 at night', '"12 at night"? Write it by the 24-hour clock'],
    ['daily at 19:30 in the morning', '"19:30 in the morning"'],
    ['daily at 7pm in the morning', '"in" and "morning" were not understood.'],
    ['daily at quarter to noon', '"at quarter to" was not understood.'],
    ['daily at 13pm', '"13pm"'],
    ['on 2026-02-30 at 7', '"2026-02-30"'],
    ['on 31 June at 7', '"31 june"'],
    ['on the 32nd of every month at 7', '"the 32nd day"'],
    ['on the 6th Mon of every month at 7', '"the 6th mon"'],
    ['every 0 days at 7', 'begins at 1'],
    ['every day except weekdays and weekends at 7', 'left out'],
    ['on the 1st of every month except Mon at 7', 'left out'],
    ['at 9, 1 and 15th of every month', '"1" was not understood'],
    ['weekdays at 7, weekends at 9', 'in two places'],
    ['every day at 7 except Sundays, Sundays at 9', 'in two places'],
    ['Mon at 7 (Europe/Berlin) (Asia/Tokyo)', 'two time zones'],
  ])('does not guess at "%s"', (text, expected) => {
    expect(problemOf(text)).toContain(expected);
    expect(problemOf(text)).toContain('Say it like "Mon, Wed and Fri at 07:00"');
  });

  it.each([
    ['every third Friday at 9', 'third Friday', 'FREQ=MONTHLY;BYDAY=3FR', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=FR', '09:00'],
    [
      'each 2nd Tue at 7pm and 8am',
      'second Tuesday',
      'FREQ=MONTHLY;BYDAY=2TU',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      '08:00 and 19:00',
    ],
    [
      'every third Friday and Saturday at 9',
      'third Friday and the third Saturday',
      'FREQ=MONTHLY;BYDAY=3FR,3SA',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=FR,SA',
      '09:00',
    ],
  ])('asks which is meant by %s, in words it understands', (text, nth, monthly, weekly, times) => {
    const [, weeks, weekday] = /INTERVAL=(\d)/.exec(weekly)!.concat(nth.replaceAll(/(?:the )?(?:second|third) /g, ''));
    const ways = [`the ${nth} of every month at ${times}`, `every ${weeks} weeks on ${weekday} at ${times}`];
    expect(problemOf(text)).toContain(`Say "${ways.join('" or "')}".`);
    expect(ways.map((way) => read(way).recurrence)).toEqual([monthly, weekly]);
  });

  it.each([
    ['every Mon and every other Tue at 7', 'Mon and Tue', 'Mon', 'Tue'],
    ['every 2 weeks on Mon and every Tue at 7', 'Mon and Tue', 'Tue', 'Mon'],
    ['every other Mon and every Tue at 7', 'Mon and Tue', 'Tue', 'Mon'],
    ['every Monday and every 3 weeks on Friday at 7', 'Mon and Fri', 'Mon', 'Fri'],
    ['every other Monday and Tuesday at 7', 'Mon and Tue', 'Tue', 'Mon'],
    ['every other Tue, on Mon at 7', 'Mon and Tue', 'Mon', 'Tue'],
    ['Mon and every other Tue at 7', 'Mon and Tue', 'Mon', 'Tue'],
    ['at 7 weekly on Mon, every 2 weeks on Tue', 'Mon and Tue', 'Mon', 'Tue'],
    ['every other Mon to Wed and Fri at 7', 'Mon, Tue, Wed and Fri', 'Fri', 'Mon, Tue and Wed'],
  ])('asks of which days the interval of "%s" is, in words it understands', (text, all, weekly, rarely) => {
    const weeks = text.includes('3') ? 3 : 2;
    const every = (days: string) => `every ${weeks} weeks on ${days} at 07:00`;
    const problem = problemOf(text);
    expect(problem).toContain(`Which of its days are every ${weeks} weeks? If all are, say "${every(all)}".`);
    expect(problem).toContain('two rhythms cannot be one habit');
    expect(problem).toMatch(/make two habits, "[^"]*" and "[^"]*"/);
    for (const way of [every(all), `${weekly} at 07:00`, every(rarely)]) {
      expect(problem).toContain(`"${way}"`);
      expect(scheduleText(read(way)).toLowerCase()).toBe(way.toLowerCase());
    }
  });

  it.each([
    [
      'on the 1st and every 2 months on the 15th at 7 until 2026-12-31 (Europe/Berlin)',
      '"on the 1st of every month at 07:00, until 2026-12-31 (Europe/Berlin)"',
      '"every 2 months on the 15th at 07:00, until 2026-12-31 (Europe/Berlin)"',
    ],
    [
      'on the 1st of every month and every 2 months on the 15th at 7, from 2026-04-01',
      '"on the 1st of every month at 07:00, from 2026-04-01"',
      '"every 2 months on the 1st and 15th at 07:00, from 2026-04-01"',
    ],
    ['every 2 weeks on Mon and every 3 weeks on Tue at 7', 'It is every 2 weeks and every 3 weeks: make two habits'],
    ['every Mon, every 2 weeks on Tue, every 3 weeks on Fri at 7', 'three rhythms cannot be one habit'],
    ['every Mon every 2 weeks at 7', 'Say "Mon at 07:00" or "every 2 weeks on Mon at 07:00".'],
    ['every 2 days and every 3 days at 7', 'Is it every 2 days or every 3 days?'],
    ['every 2 years on the first Mon and every last Fri of January at 7', '"every year on the last Fri of January'],
    ['every Mon and every other Tue at midnight', 'Does midnight begin the day or end it?'],
  ])('makes no one habit of the rhythms of "%s"', (text, ...expected) => {
    for (const part of expected) expect(problemOf(text)).toContain(part);
  });

  it.each([
    ['first Friday and Saturday of the month at 9', 'On the 1st Fri and 1st Sat of every month at 09:00'],
    ['every third Friday and Saturday of every month at 9', 'On the 3rd Fri and 3rd Sat of every month at 09:00'],
    ['last Fri, Sat in May at 9', 'Every year on the last Fri and last Sat of May at 09:00'],
    ['2nd and 4th Mon and Tue at 9', 'On the 2nd Mon, 4th Mon, 2nd Tue and 4th Tue of every month at 09:00'],
  ])('asks whether "%s" counts both days, in words it understands', (text, both) => {
    expect(problemOf(text)).toContain(`${both[0]!.toLowerCase()}${both.slice(1)}"; if not, make two habits`);
    expect(scheduleText(read(both))).toBe(both);
  });

  it('understands what it is told to say', () => {
    const examples = [...problemOf('').matchAll(/"(.*?)"/g)].map(([, example]) => example!);
    expect(examples.slice(-2).map((example) => scheduleText(read(example)))).toEqual([
      'Mon, Wed and Fri at 07:00',
      'On the 1st of every month at 18:30',
    ]);
  });

  it('reads back what is said of the usual schedules', () => {
    fc.assert(
      fc.property(usualSchedules(), (schedule) => {
        expect(read(scheduleText(schedule))).toEqual(schedule);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and what it makes of any words is a schedule that can be said and read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), jumbles()), (text) => {
        const reading = scheduleFromText(text, TODAY);
        if ('problem' in reading) return expect(reading.problem).not.toBe('');
        const again = read(scheduleText(reading.schedule));
        expect(again.recurrence).toBe(reading.schedule.recurrence);
        expect(again.times).toEqual(reading.schedule.times);
      }),
      { numRuns: 3000 },
    );
  });
});

function usualSchedules(): fc.Arbitrary<Schedule> {
  const times = fc.uniqueArray(timesOfDay(), { minLength: 1, maxLength: 4 }).map((list) => list.toSorted());
  const repeated = fc.record({
    startDate: fc.constant(TODAY),
    endDate: fc.option(dates()),
    recurrence: usualRules(),
    goal: fc.option(fc.record({ times: fc.integer({ min: 1, max: 30 }), per: fc.constantFrom('week', 'month') })),
  });
  const once = fc.record({
    startDate: dates(),
    endDate: fc.constant(null),
    recurrence: fc.constant(null),
    goal: fc.constant(null),
  });
  const zones = fc.option(fc.constantFrom('Europe/Berlin', 'America/Port-au-Prince', 'Etc/GMT+5', 'UTC'));
  return fc
    .tuple(fc.oneof(repeated, once), times, zones)
    .chain(([plan, list, timeZone]) =>
      exceptionsOf(list).map((exceptions) => ({ ...plan, times: list, timeZone, exceptions }) as Schedule),
    );
}

function usualRules(): fc.Arbitrary<string> {
  const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1, maxLength: 6 });
  const weekStarts = fc.constantFrom('TU', 'SA', 'SU');
  const monthDays = fc.subarray([1, 2, 3, 11, 15, 22, 31, -2, -1], { minLength: 1 });
  const nthWeekdays = fc.subarray(['1MO', '2TU', '5SU', '-1FR', '-2SA'], { minLength: 1 });
  const positions = fc.subarray([1, 2, 10, 23, -3, -1], { minLength: 1 });
  const certainMonths = fc.subarray([1, 2, 5, 9, 12], { minLength: 1 });
  const daysOfAnyMonth = fc.subarray([1, 15, 28, -2, -1], { minLength: 1 });
  const daysOfYear = fc.record({ month: fc.integer({ min: 1, max: 12 }), days: fc.subarray([1, 2, 23, 28]) });
  const rule = fc.oneof(
    fc.constant(['DAILY', '']),
    weekdays.map((days) => ['WEEKLY', `;BYDAY=${days}`]),
    fc.tuple(weekdays, weekStarts).map(([days, start]) => ['WEEKLY', `;BYDAY=${days}`, `;WKST=${start}`]),
    monthDays.map((days) => ['MONTHLY', `;BYMONTHDAY=${days}`]),
    nthWeekdays.map((days) => ['MONTHLY', `;BYDAY=${days}`]),
    positions.map((places) => ['MONTHLY', `;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${places}`]),
    fc.tuple(certainMonths, weekdays).map(([months, days]) => ['YEARLY', `;BYMONTH=${months};BYDAY=${days}`]),
    fc.tuple(certainMonths, nthWeekdays).map(([months, days]) => ['YEARLY', `;BYMONTH=${months};BYDAY=${days}`]),
    fc
      .tuple(certainMonths, daysOfAnyMonth)
      .map(([months, days]) => ['YEARLY', `;BYMONTH=${months};BYMONTHDAY=${days}`]),
    daysOfYear.map(({ month, days }) => ['YEARLY', `;BYMONTH=${month};BYMONTHDAY=${days.length > 0 ? days : [24]}`]),
  );
  const counts = fc.option(fc.integer({ min: 1, max: 999 }));
  return fc.tuple(rule, fc.integer({ min: 1, max: 12 }), counts).map(([[frequency, parts, weeks], interval, count]) => {
    const apart = interval === 1 ? '' : `;INTERVAL=${interval}`;
    const said = interval > 1 && parts !== ';BYDAY=MO' ? (weeks ?? '') : '';
    return `FREQ=${frequency}${apart}${parts}${count === null ? '' : `;COUNT=${count}`}${said}`;
  });
}

/** As many as are said one by one; the canceled before the moved, as they are said. */
function exceptionsOf(times: string[]): fc.Arbitrary<Schedule['exceptions']> {
  const movedTo = fc.record({ localDate: dates(), localTime: timesOfDay() });
  const moments = fc.uniqueArray(fc.record({ localDate: dates(), localTime: fc.constantFrom(...times) }), {
    maxLength: 4,
    selector: ({ localDate, localTime }) => `${localDate} ${localTime}`,
  });
  return moments.chain((list) =>
    fc.tuple(...list.map((moment) => fc.option(movedTo).map((to) => ({ ...moment, movedTo: to })))).map((changes) =>
      changes.toSorted((one, other) => {
        const key = ({ movedTo: to, localDate, localTime }: (typeof changes)[number]) =>
          `${to === null ? 0 : 1} ${localDate} ${localTime}`;
        return key(one) < key(other) ? -1 : 1;
      }),
    ),
  );
}

function dates(): fc.Arbitrary<string> {
  const day = fc.integer({ min: 1, max: 28 });
  return day.map((number) => `2026-03-${String(number).padStart(2, '0')}`);
}

function timesOfDay(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
}

/** Words it knows, in no order. */
function jumbles(): fc.Arbitrary<string> {
  const words =
    'every other day week month Mon Tuesday to on the 1st last 24 December 2026-12-24 at 7 19:30 pm and , once';
  const spoken = 'half past quarter to 7 8 24:00 midnight noon in the evening at night am';
  const more =
    'first third Friday in January of 3x/week /month weekly 3 times a until from not instead of weekdays weekday weekend (Europe/Berlin) except 2 weeks any';
  return fc
    .array(fc.constantFrom(...words.split(' '), ...spoken.split(' '), ...more.split(' ')), { maxLength: 14 })
    .map((list) => list.join(' '));
}

import type { Schedule } from './schedule';
import { scheduleText } from './schedule-text';

/** The start is Tuesday, 6 January 2026. */
function text(recurrence: string | null, changed: Partial<Schedule> = {}): string {
  const schedule = {
    startDate: '2026-01-06',
    endDate: null,
    times: ['07:00'],
    timeZone: null,
    goal: null,
    exceptions: [],
  };
  return scheduleText({ ...schedule, ...changed, recurrence });
}

describe('scheduleText', () => {
  it.each([
    [null, 'Once, on 2026-01-06 at 07:00'],
    ['FREQ=DAILY', 'Every day at 07:00'],
    ['FREQ=DAILY;INTERVAL=3', 'Every 3 days at 07:00'],
    ['FREQ=DAILY;BYDAY=SA,SU', 'Weekends at 07:00'],
    ['FREQ=WEEKLY', 'Tue at 07:00'],
    ['FREQ=WEEKLY;BYDAY=FR,MO,WE', 'Mon, Wed and Fri at 07:00'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Weekdays at 07:00'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'Every day at 07:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every 2 weeks on Tue at 07:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', 'Every 2 weeks on Tue and Sun at 07:00, weeks beginning on Sunday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU', 'Every 2 weeks on Sun at 07:00, weeks beginning on Sunday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', 'Every 2 weeks on Tue and Sun at 07:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU', 'Every 2 weeks on Tue at 07:00'],
    ['FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU', 'Tue and Sun at 07:00'],
    [
      'FREQ=YEARLY;BYWEEKNO=20;WKST=SU',
      'Every year, in week 20 of the year, on Tue at 07:00, weeks beginning on Sunday',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=SU',
      'Every week, on Mon or Sun, only the 1st of these in the week at 07:00, weeks beginning on Sunday',
    ],
    ['FREQ=MONTHLY;BYDAY=1MO,+1MO,1MO', 'On the 1st Mon of every month at 07:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=3,3,-1,-1', 'On the 3rd and last day of every month at 07:00'],
    ['FREQ=MONTHLY', 'On the 6th of every month at 07:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'On the 1st of every month at 07:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1,22,3,11', 'On the 3rd, 11th, 22nd and last day of every month at 07:00'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2', 'Every 3 months on the 2nd to last day at 07:00'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'On the last Fri of every month at 07:00'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1', 'On the 1st and last weekday of every month at 07:00'],
    ['FREQ=YEARLY', 'Every year on 6 January at 07:00'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'Every year on 24 December at 07:00'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'Every year on the last day of February at 07:00'],
    ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1,15', 'Every year on the 1st and 15th of January and July at 07:00'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=SU', 'Sun in March at 07:00'],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=3,5;BYDAY=MO,TU', 'Every 2 years on Mon and Tue in March and May at 07:00'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU', 'Every year on the 1st Sun of March at 07:00'],
    [
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=1MO,-1FR',
      'Every 2 years on the 1st Mon and last Fri of January at 07:00',
    ],
  ])('%s', (recurrence, expected) => {
    expect(text(recurrence)).toBe(expected);
  });

  it.each([
    [
      'FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1',
      'Every month, on Mon or Fri, only the last of these in the month at 07:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=24',
      'Every month, on Mon, Tue, Wed, Thu or Fri, only the 24th of these in the month at 07:00',
    ],
    ['FREQ=MONTHLY;BYDAY=MO,MO', 'Every month, on Mon at 07:00'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'Every month, on day 13 of the month, on Fri at 07:00'],
    ['FREQ=DAILY;INTERVAL=2;BYMONTH=7,8', 'Every 2 days, in July or August at 07:00'],
    ['FREQ=YEARLY;BYDAY=20MO', 'Every year, on the 20th Mon of the year at 07:00'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU,MO', 'Every year, in March, on the 1st Sun of the month or Mon at 07:00'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'Every year, in week 20 of the year, on Tue at 07:00'],
    ['FREQ=YEARLY;BYYEARDAY=100,-1', 'Every year, on day 100 of the year or the last day of the year at 07:00'],
  ])('tells %s by its parts', (recurrence, expected) => {
    expect(text(recurrence)).toBe(expected);
  });

  it('tells the times in the order of the clock, the end and the zone', () => {
    const changed = { times: ['19:30', '07:00'], endDate: '2026-12-31', timeZone: 'Europe/Berlin' };
    expect(text('FREQ=DAILY', changed)).toBe('Every day at 07:00 and 19:30, until 2026-12-31 (Europe/Berlin)');
  });

  it('tells the earlier of two ends', () => {
    expect(text('FREQ=DAILY;UNTIL=20260301', { endDate: '2026-12-31' })).toMatch(/, until 2026-03-01$/);
    expect(text('FREQ=DAILY;UNTIL=20270301T000000Z', { endDate: '2026-12-31' })).toMatch(/, until 2026-12-31$/);
  });

  it.each([
    ['20261231T045959Z', {}, 'until 2026-12-31 04:59 UTC'],
    ['20261231T120000', {}, 'until 2026-12-31 12:00'],
    ['20261231T045959Z', { timeZone: 'America/New_York' }, 'until 2026-12-30 23:59 (America/New_York)'],
    ['20261231T120000', { timeZone: 'America/New_York' }, 'until 2026-12-31 12:00 (America/New_York)'],
    ['20261101T053000Z', { timeZone: 'America/New_York' }, 'until 2026-11-01 05:30 UTC (America/New_York)'],
    ['20261231T045959Z', { endDate: '2027-01-01' }, 'until 2026-12-31 04:59 UTC'],
    ['20261231T045959Z', { endDate: '2026-12-31' }, 'until 2026-12-31 and until 2026-12-31 04:59 UTC'],
    ['20261231T045959Z', { endDate: '2026-12-29' }, 'until 2026-12-29'],
    ['20261231T120000', { endDate: '2026-12-31' }, 'until 2026-12-31 12:00'],
    ['20261231T120000', { endDate: '2026-12-30' }, 'until 2026-12-30'],
    ['99991231T235959Z', {}, 'until 9999-12-31 23:59 UTC'],
  ])('tells UNTIL=%s with %o as the moment that it is', (until, changed, expected) => {
    expect(text(`FREQ=DAILY;UNTIL=${until}`, changed)).toBe(`Every day at 07:00, ${expected}`);
  });

  it('tells a count of dates', () => {
    expect(text('FREQ=DAILY;COUNT=10')).toBe('Every day at 07:00, 10 times');
    expect(text('FREQ=DAILY;COUNT=1')).toBe('Every day at 07:00, 1 time');
    expect(text('FREQ=DAILY;COUNT=10', { times: ['07:00', '19:00'] })).toMatch(/, on 10 days$/);
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', { times: 3, per: 'week' }, '3 times a week, on Mon, Wed and Fri at 07:00'],
    ['FREQ=WEEKLY;BYDAY=SA,SU', { times: 1, per: 'week' }, 'Once a week, on weekends at 07:00'],
    ['FREQ=DAILY', { times: 2, per: 'month' }, 'Twice a month, any day at 07:00'],
    ['FREQ=DAILY;INTERVAL=2', { times: 10, per: 'month' }, '10 times a month, every 2 days at 07:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', { times: 1, per: 'month' }, 'Once a month, every 2 weeks on Sat at 07:00'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,15',
      { times: 1, per: 'month' },
      'Once a month, on the 1st and 15th of every month at 07:00',
    ],
  ] as const)('tells the goal of %s before the days it may be met on', (recurrence, goal, expected) => {
    expect(text(recurrence, { goal })).toBe(expected);
  });

  describe('tells single changes', () => {
    const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
    const canceled = (day: number, localTime = '07:00') => ({ localDate: march(day), localTime, movedTo: null });
    const moved = (day: number, to: number, localTime = '07:00') => ({
      ...canceled(day, localTime),
      movedTo: { localDate: march(to), localTime: '09:00' },
    });
    const changes = (exceptions: Schedule['exceptions'], times = ['07:00']) =>
      text('FREQ=DAILY', { exceptions, times }).replace(`Every day at ${times.join(' and ')}`, '');

    it('after the end and before the zone', () => {
      const changed = { exceptions: [canceled(4)], endDate: '2026-12-31', timeZone: 'Europe/Berlin' };
      expect(text('FREQ=DAILY', changed)).toBe(
        'Every day at 07:00, until 2026-12-31, but not on 2026-03-04 (Europe/Berlin)',
      );
      expect(text(null, { exceptions: [moved(6, 6)] })).toMatch(/^Once, .*, on 2026-03-06 at 09:00 instead$/);
    });

    it('by date, when the time leaves no doubt', () => {
      expect(changes([canceled(9), canceled(4)])).toBe(', but not on 2026-03-04 and 2026-03-09');
      expect(changes([moved(5, 5)])).toBe(', on 2026-03-05 at 09:00 instead');
      expect(changes([moved(5, 6)])).toBe(', on 2026-03-06 at 09:00 instead of 2026-03-05');
      expect(changes([moved(5, 5), canceled(4)])).toBe(', but not on 2026-03-04, on 2026-03-05 at 09:00 instead');
    });

    it('by date and time, when there are several times a day', () => {
      const times = ['07:00', '19:00'];
      expect(changes([canceled(4)], times)).toBe(', but not on 2026-03-04 at 07:00');
      expect(changes([canceled(4), canceled(4, '19:00')], times)).toBe(', but not on 2026-03-04');
      expect(changes([moved(5, 5)], times)).toBe(', on 2026-03-05 at 09:00 instead of 07:00');
      expect(changes([moved(5, 6)], times)).toBe(', on 2026-03-06 at 09:00 instead of 2026-03-05 at 07:00');
    });

    it('in number, when they are many', () => {
      const some = [1, 2, 3, 4];
      const many = [...some, 5, 6];
      expect(changes(some.map((day) => canceled(day)))).toMatch(/, 2026-03-03 and 2026-03-04$/);
      expect(changes(many.map((day) => canceled(day)))).toBe(
        ', but not on 2026-03-01, 2026-03-02, 2026-03-03 and 3 more',
      );
      expect(changes(many.map((day) => moved(day, day)))).toMatch(/, on 2026-03-03 at 09:00 instead, 3 more moved$/);
    });
  });
});

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
    ['FREQ=MONTHLY', 'On the 6th of every month at 07:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'On the 1st of every month at 07:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1,22,3,11', 'On the 3rd, 11th, 22nd and last day of every month at 07:00'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-2', 'Every 3 months on the 2nd to last day at 07:00'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'On the last Fri of every month at 07:00'],
    ['FREQ=YEARLY', 'Every year on 6 January at 07:00'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'Every year on 24 December at 07:00'],
  ])('%s', (recurrence, expected) => {
    expect(text(recurrence)).toBe(expected);
  });

  it.each([
    [
      'FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1',
      'Every month, on Mon or Fri, only the last of these in the month at 07:00',
    ],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'Every month, on day 13 of the month, on Fri at 07:00'],
    ['FREQ=DAILY;INTERVAL=2;BYMONTH=7,8', 'Every 2 days, in July or August at 07:00'],
    ['FREQ=YEARLY;BYDAY=20MO', 'Every year, on the 20th Mon of the year at 07:00'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1SU', 'Every year, in March, on the 1st Sun of the month at 07:00'],
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
    expect(text('FREQ=DAILY;UNTIL=20260301T000000Z', { endDate: '2026-12-31' })).toMatch(/, until 2026-03-01$/);
  });

  it('tells a count of dates', () => {
    expect(text('FREQ=DAILY;COUNT=10')).toBe('Every day at 07:00, 10 times');
    expect(text('FREQ=DAILY;COUNT=1')).toBe('Every day at 07:00, 1 time');
    expect(text('FREQ=DAILY;COUNT=10', { times: ['07:00', '19:00'] })).toMatch(/, on 10 days$/);
  });
});

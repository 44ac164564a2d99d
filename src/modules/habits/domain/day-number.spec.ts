import * as fc from 'fast-check';
import { calendarDay, dateOf, dayNumber, firstOfMonth, weekdayNumber } from './day-number';

describe('the number of a day', () => {
  const days = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });

  it('is told as the date it came from, with its weekday, month and day of the month', () =>
    fc.assert(
      fc.property(days, (day) => {
        const date = Temporal.PlainDate.from(dateOf(day));
        expect(dayNumber(date.toString())).toBe(day);
        expect(weekdayNumber(day)).toBe(date.dayOfWeek - 1);
        expect(calendarDay(day)).toEqual({
          number: day,
          month: date.year * 12 + date.month - 1,
          dayOfMonth: date.day,
        });
        expect(firstOfMonth(date.year * 12 + date.month - 1)).toBe(dayNumber(date.with({ day: 1 }).toString()));
      }),
      { numRuns: 2000 },
    ));

  it.each([
    ['a leap day', '2000-02-29', 2000 * 12 + 1, 29],
    ['the day after, in a year that has none', '1900-03-01', 1900 * 12 + 2, 1],
    ['the last of a year', '1969-12-31', 1969 * 12 + 11, 31],
  ])('knows %s', (_, date, month, dayOfMonth) => {
    expect(calendarDay(dayNumber(date))).toEqual({ number: dayNumber(date), month, dayOfMonth });
  });
});

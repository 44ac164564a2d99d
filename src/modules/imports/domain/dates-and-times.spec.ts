import fc from 'fast-check';
import { dateFault, dateIn, timeFault, timeIn } from './dates-and-times';

const TODAY = '2026-03-05';

const dates = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2026-03-05'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const bare = (number: string) => String(Number(number));

describe('A date in a table', () => {
  it('is taken when the year comes first, with or without its zeros', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('-', '/', '.'), (date, separator) => {
        const [year, month, day] = date.split('-') as [string, string, string];
        expect(dateIn([year, bare(month), bare(day)].join(separator))).toBe(date);
        expect(dateIn(date)).toBe(date);
        expect(dateFault(date, TODAY)).toBeNull();
      }),
    );
  });

  it('with dots and the year last is told as it should be written', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [year, month, day] = date.split('-') as [string, string, string];
        const text = `${bare(day)}.${bare(month)}.${year}`;
        expect(dateFault(dateIn(text), TODAY)).toBe(`“${text}” is not a date: write ${date}.`);
      }),
    );
  });

  it.each([
    ['3/1/2026', 'it like 2026-03-29'],
    ['01-03-2026', 'it like 2026-03-29'],
    ['3/29/2026', '2026-03-29'],
    ['29/3/2026', '2026-03-29'],
    ['2/2/2026', '2026-02-02'],
    ['31.2.2026', 'it like 2026-03-29'],
    ['1.3/2026', 'it like 2026-03-29'],
    ['1.3.26', 'it like 2026-03-29'],
    ['2026-13-1', 'it like 2026-03-29'],
    ['', 'it like 2026-03-29'],
  ])('is never guessed: %s', (text, wanted) => {
    expect(dateFault(text, TODAY)).toBe(`“${text}” is not a date: write ${wanted}.`);
  });

  it.each([
    ['2026-2-30', '2026-02-30 does not exist.'],
    ['2026/3/6', '2026-03-06 lies in the future.'],
    ['1969-12-31', '1969-12-31 lies before 1970-01-01.'],
  ])('that cannot be a past day is told so: %s', (text, fault) => {
    expect(dateFault(dateIn(text), TODAY)).toBe(fault);
  });
});

describe('A time of day in a table', () => {
  it.each([
    ['7:00', '07:00'],
    ['07:30', '07:30'],
    ['7:05:00', '07:05'],
    ['19:00:00', '19:00'],
  ])('is taken as it is meant: %s', (text, time) => {
    expect(timeIn(text)).toBe(time);
    expect(timeFault(timeIn(text))).toBeNull();
  });

  it.each([
    ['7', '07:00'],
    ['7 am', '07:00'],
    ['7:30 PM', '19:30'],
    ['12 a.m.', '00:00'],
    ['12pm', '12:00'],
    ['7.15', '07:15'],
    ['19h30', '19:30'],
    ['7:05:30', '07:05'],
    ['24:00', 'it like 07:00'],
    ['7:61', 'it like 07:00'],
    ['13 pm', 'it like 07:00'],
    ['early', 'it like 07:00'],
  ])('is told as it should be written: %s', (text, wanted) => {
    expect(timeFault(timeIn(text))).toMatch(new RegExp(`^“.+” is not a time of day: write ${wanted}\\.$`));
  });
});

import * as fc from 'fast-check';
import { instantProblem, monthProblem } from './local-time-check';

describe('instantProblem', () => {
  it.each([
    '2026-03-29T07:00Z',
    '2028-02-29T23:59:59Z',
    '2026-03-29T07:00:00.123456789+14:00',
    '2026-03-29T07:00:00-09:30',
    '0001-01-01T00:00:00Z',
  ])('finds nothing wrong with %s', (text) => {
    expect(instantProblem(text)).toBeNull();
  });

  it.each([
    ['2026-02-30T07:00:00Z', '28 days, and the last is "2026-02-28T07:00:00Z"'],
    ['2028-02-30T07:00Z', '29 days, and the last is "2028-02-29T07:00Z"'],
    ['2026-04-31T23:59:59.5+02:00', '30 days, and the last is "2026-04-30T23:59:59.5+02:00"'],
  ])('names the last day of the month for %s', (text, last) => {
    expect(instantProblem(text)).toBe(`${text.slice(0, 10)} does not exist: that month has ${last}.`);
  });

  it.each([
    '2026-03-29T07:00:00',
    '2026-03-29',
    '2026-13-01T07:00:00Z',
    '2026-03-32T07:00:00Z',
    '2026-03-29T24:00:00Z',
    '2026-03-29T23:59:60Z',
    '2026-03-29T07:00:00+25:00',
    '2026-02-30T24:00:00Z',
    '0000-01-01T00:00:00Z',
    '',
  ])('says how to write a moment to whoever wrote "%s"', (text) => {
    expect(instantProblem(text)).toBe(
      `${JSON.stringify(text)} is not a moment; write it with its zone, such as "2026-03-29T07:00:00Z".`,
    );
  });

  it('lets nothing pass that Date would read as another day', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        fc.integer({ min: 0, max: 25 }),
        (...parts) => {
          const [year, month, day, hour] = parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0'));
          const text = `${year}-${month}-${day}T${hour}:00:00.000Z`;
          const read = new Date(text);
          const isItself = !Number.isNaN(read.getTime()) && read.toISOString() === text;
          expect(instantProblem(text) === null).toBe(isItself);
        },
      ),
      { numRuns: 2000 },
    ));
});

describe('monthProblem', () => {
  it.each(['2026-01', '2026-12', '0001-01', '9999-12'])('finds nothing wrong with %s', (text) => {
    expect(monthProblem(text)).toBeNull();
  });

  it.each(['2026-1', '2026/01', '2026.1', '202601', '1.2026', 'January 2026', 'jan 2026', '2026-01-31', '2026-1-1'])(
    'knows which month is meant by "%s"',
    (text) => {
      expect(monthProblem(text)).toBe(`Write ${JSON.stringify(text)} as "2026-01".`);
    },
  );

  it.each(['2026-13', '2026-00', '2026-0', '2026-99'])('says which months there are instead of %s', (text) => {
    expect(monthProblem(text)).toBe(
      `${JSON.stringify(text)} does not exist: the months of 2026 go from "2026-01" to "2026-12".`,
    );
  });

  it.each(['0000-01', '0000-13', '2026', '26-01', '2026-001', 'last', '', '2026-02-30'])(
    'says how to write a month to whoever wrote "%s"',
    (text) => {
      expect(monthProblem(text)).toBe(`${JSON.stringify(text)} is not a month; write year and month like "2026-01".`);
    },
  );
});

import { placeProblem } from './place-check';

const EXAMPLE = '{"localDate": "2026-03-03", "localTime": "09:00"}; null cancels the moment.';

describe('Where a moment is moved to, written as no object, is answered with', () => {
  it.each([
    [
      '2026-03-05T07:00',
      'Write "2026-03-05T07:00" as {"localDate": "2026-03-05", "localTime": "07:00"}; null cancels the moment.',
    ],
    [
      '2026-03-05T07:00:00',
      'Write "2026-03-05T07:00:00" as {"localDate": "2026-03-05", "localTime": "07:00"}; null cancels the moment.',
    ],
    [
      '5.3.2026 at 7 pm',
      'Write "5.3.2026 at 7 pm" as {"localDate": "2026-03-05", "localTime": "19:00"}; null cancels the moment.',
    ],
    [
      '2026-02-30T07:00',
      `2026-02-30 does not exist: that month has 28 days, and the last is "2026-02-28". Write the two apart, as ${EXAMPLE}`,
    ],
    [
      '2026-03-05T25:00',
      `"25:00" does not exist: times of day go from "00:00" to "23:59". Write the two apart, as ${EXAMPLE}`,
    ],
    ['2026-03-05T07:00Z', `Write the new date and time apart, as ${EXAMPLE}`],
    ['tomorrow', `Write the new date and time apart, as ${EXAMPLE}`],
    [7, `Write the new date and time apart, as ${EXAMPLE}`],
    [[], `Write the new date and time apart, as ${EXAMPLE}`],
    [false, `Write the new date and time apart, as ${EXAMPLE}`],
  ])('what is meant, or the form of it: %j', (value, expected) => {
    expect(placeProblem(value)).toBe(expected);
  });
});

import fc from 'fast-check';
import { DAY, plus } from './clock';
import { isProvenLately } from './number-proof';

const humanAt = new Date('2026-03-01T12:00:00Z');

it.each([
  ['this very moment', true, 0],
  ['a month ago', true, 30 * DAY],
  ['a millisecond less than 45 days ago', true, 45 * DAY - 1],
  ['45 days ago', false, 45 * DAY],
  ['a year ago', false, 365 * DAY],
])('where somebody was heard %s, a number may be called: %s', (_, isProven, ago) => {
  expect(isProvenLately(humanAt, plus(humanAt, ago))).toBe(isProven);
});

it('a proof that is too old does not become good again by waiting', () => {
  const age = fc.nat(400 * DAY);
  fc.assert(
    fc.property(age, age, (one, more) => {
      const [sooner, later] = [plus(humanAt, one), plus(humanAt, one + more)];
      if (!isProvenLately(humanAt, sooner)) expect(isProvenLately(humanAt, later)).toBe(false);
    }),
  );
});

it('a clock that went back a little does not take a proof away', () => {
  expect(isProvenLately(humanAt, plus(humanAt, -1000))).toBe(true);
});

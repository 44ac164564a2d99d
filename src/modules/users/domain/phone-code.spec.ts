import fc from 'fast-check';
import { MINUTE, plus, SECOND } from '../../../kernel/clock';
import { type CodeVerdict, codeOf, digitByDigit, judgeCode, resendAt } from './phone-code';

const SENT = new Date('2026-03-02T12:00:00Z');
const sentCode = (tries = 0) => ({ sentAt: SENT, expiresAt: plus(SENT, 10 * MINUTE), tries });
const later = (milliseconds: number) => plus(SENT, milliseconds);

describe('A guess at a code', () => {
  it.each<[string, ReturnType<typeof sentCode> | null, boolean, number, CodeVerdict]>([
    ['without a code', null, true, 0, { kind: 'void' }],
    ['that is right', sentCode(), true, 0, { kind: 'right' }],
    ['that is right at the last try', sentCode(4), true, 0, { kind: 'right' }],
    ['that is right after five wrong ones', sentCode(5), true, 0, { kind: 'void' }],
    ['that is right in the last moment', sentCode(), true, 10 * MINUTE - 1, { kind: 'right' }],
    ['that is right and too late', sentCode(), true, 10 * MINUTE, { kind: 'void' }],
    ['that is wrong', sentCode(), false, 0, { kind: 'wrong', left: 4 }],
    ['that is wrong at the last try', sentCode(4), false, 0, { kind: 'wrong', left: 0 }],
    ['that is wrong, and none is left', sentCode(5), false, 0, { kind: 'void' }],
    ['that is wrong and too late', sentCode(), false, 10 * MINUTE, { kind: 'void' }],
  ])('%s', (_, sent, isEqual, wait, verdict) => {
    expect(judgeCode(sent, isEqual, later(wait))).toEqual(verdict);
  });

  it('is never right after five that were wrong, or after ten minutes, in whatever order they come', () => {
    const guesses = fc.array(fc.record({ isEqual: fc.boolean(), wait: fc.nat({ max: 5 * MINUTE }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(guesses, (made) => {
        let [tries, now, wrong] = [0, SENT, 0];
        for (const { isEqual, wait } of made) {
          now = plus(now, wait);
          const verdict = judgeCode(sentCode(tries), isEqual, now);
          if (verdict.kind === 'right') return wrong < 5 && now < later(10 * MINUTE) && isEqual;
          if (verdict.kind === 'wrong') [tries, wrong] = [tries + 1, wrong + 1];
        }
        return wrong <= 5;
      }),
    );
  });
});

describe('Another code', () => {
  it('may be sent at once where none is, and half a minute after the one before', () => {
    expect(resendAt(null, SENT)).toBeNull();
    expect(resendAt(sentCode(), SENT)).toEqual(later(30 * SECOND));
    expect(resendAt(sentCode(), later(30 * SECOND - 1))).toEqual(later(30 * SECOND));
    expect(resendAt(sentCode(), later(30 * SECOND))).toBeNull();
  });
});

describe('A code', () => {
  it('has six digits whatever chance drew, each of a million another, and is spoken one by one', () => {
    expect([codeOf(0), codeOf(7), codeOf(999_999)]).toEqual(['000000', '000007', '999999']);
    fc.assert(fc.property(fc.nat({ max: 999_999 }), (chance) => Number(codeOf(chance)) === chance));
    expect(digitByDigit('012345')).toBe('0, 1, 2, 3, 4, 5');
  });
});

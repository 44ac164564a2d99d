import fc from 'fast-check';
import { MINUTE, plus, SECOND } from '../../../kernel/clock';
import {
  CODE_LASTS,
  codeOf,
  digitByDigit,
  judgeCode,
  RESEND_AFTER,
  resendAt,
  type SentCode,
  TRIES,
} from './phone-code';

const sentAt = new Date('2026-11-23T07:00:00Z');
const at = (milliseconds: number) => plus(sentAt, milliseconds);
const code = (tries = 0): SentCode => ({ sentAt, expiresAt: at(CODE_LASTS), tries });

describe('A code', () => {
  it('is right when it is the one that was sent', () => {
    expect(judgeCode(code(), true, at(SECOND))).toEqual({ kind: 'right' });
  });

  it('is wrong otherwise, and tells how often may still be tried', () => {
    const left = [0, 1, 2, 3, 4].map((tries) => judgeCode(code(tries), false, at(SECOND)));
    expect(left).toEqual([4, 3, 2, 1, 0].map((left) => ({ kind: 'wrong', left })));
  });

  it.each([
    ['was never sent', null, SECOND],
    ['is ten minutes old', code(), 10 * MINUTE],
    ['was guessed at five times', code(TRIES), SECOND],
  ])('that %s is void, even the right one', (_, sent, age) => {
    expect(judgeCode(sent, true, at(age))).toEqual({ kind: 'void' });
    expect(judgeCode(sent, false, at(age))).toEqual({ kind: 'void' });
  });

  it('is good to the last millisecond', () => {
    expect(judgeCode(code(), true, at(10 * MINUTE - 1))).toEqual({ kind: 'right' });
  });

  it('opens to a guess only while it is fresh and was tried less than five times, whatever else is so', () => {
    const age = fc.integer({ min: 0, max: 2 * CODE_LASTS });
    fc.assert(
      fc.property(fc.nat(2 * TRIES), age, fc.boolean(), (tries, age, isEqual) => {
        const { kind } = judgeCode(code(tries), isEqual, at(age));
        const isOpen = age < CODE_LASTS && tries < TRIES;
        expect(kind).toBe(isOpen ? (isEqual ? 'right' : 'wrong') : 'void');
      }),
    );
  });

  it('is guessed with a chance of five in a million at most', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (guesses) => {
        let tries = 0;
        let judged = 0;
        for (const isEqual of guesses) {
          const { kind } = judgeCode(code(tries), isEqual, at(SECOND));
          if (kind === 'void') break;
          judged += 1;
          if (kind === 'right') break;
          tries += 1;
        }
        expect(judged).toBeLessThanOrEqual(TRIES);
      }),
    );
  });

  it('may be asked for anew after half a minute, and at once when none was sent', () => {
    expect(resendAt(null, sentAt)).toBeNull();
    expect(resendAt(code(), at(RESEND_AFTER - 1))).toEqual(at(30 * SECOND));
    expect(resendAt(code(), at(RESEND_AFTER))).toBeNull();
  });

  it('may be asked for anew though it was tried too often or is too old', () => {
    expect(resendAt(code(TRIES), at(RESEND_AFTER))).toBeNull();
    expect(resendAt(code(), at(2 * CODE_LASTS))).toBeNull();
  });

  it('is six digits, whatever chance says, and no two chances make the same', () => {
    const chance = fc.nat(999_999);
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        expect(codeOf(one)).toMatch(/^\d{6}$/);
        expect(codeOf(one) === codeOf(other)).toBe(one === other);
      }),
    );
    expect([codeOf(0), codeOf(42), codeOf(999_999)]).toEqual(['000000', '000042', '999999']);
  });

  it('is spoken digit by digit', () => {
    expect(digitByDigit('004217')).toBe('0, 0, 4, 2, 1, 7');
  });
});

import fc from 'fast-check';
import { masked, prefixOf, readNumber } from './numbers';

const COUNTRIES = ['US', 'CA', 'GB', 'DE', 'CH'];

const said = (written: string, countries = COUNTRIES): string => {
  const read = readNumber(written, countries);
  return 'refusal' in read ? read.refusal : `${read.number.type} of ${read.number.country}: ${read.number.number}`;
};

describe('A telephone number', () => {
  it.each([
    ['+1 (415) 555-2671', 'mobile of US: +14155552671'],
    ['  +1.415.555.2671 ', 'mobile of US: +14155552671'],
    ['+1415٥٥٥2671', 'mobile of US: +14155552671'],
    ['+1 613 555 0123', 'mobile of CA: +16135550123'],
    ['+44 7400 123456', 'mobile of GB: +447400123456'],
    ['+44 20 7946 0958', 'fixed-line of GB: +442079460958'],
    ['+49 1512 3456789', 'mobile of DE: +4915123456789'],
    ['+49 30 123456', 'fixed-line of DE: +4930123456'],
  ])('is read as people write it: %s', (written, number) => {
    expect(said(written)).toBe(number);
  });

  it.each([
    ['no number', ['', '+', 'call me', '4155552671', '001 415 555 2671', 'tel:+14155552671', 'call +14155552671']],
    ['one that nobody has', ['+1 415 555 26', '+1 415 555 26711', '+1 111 234 5678', '+999 123456']],
    ['a short or an emergency number', ['911', '112', '+1911', '+49110', '+1411']],
    ['an extension', ['+1 415 555 2671 x5', '+14155552671;ext=5']],
  ])('is none if it is %s', (_, numbers) => {
    for (const number of numbers) expect([number, said(number)]).toEqual([number, 'not-a-number']);
  });

  it.each([
    ['of a country that is not called', ['+32468901234', '+33612345678']],
    ['of an island that only looks like home', ['+18769991234', '+18092345678', '+16847331234', '+12422255123']],
    ['of a satellite', ['+870773111632', '+8821612345678', '+882163112345']],
    ['of no country', ['+80012345678', '+979123456789']],
  ])('is not called if it is %s', (_, numbers) => {
    for (const number of numbers) expect([number, said(number)]).toEqual([number, 'country-not-allowed']);
  });

  it.each([
    ['premium', ['+19005551234', '+449012345678', '+448431234567', '+41900123456']],
    ['shared-cost', ['+49180500000']],
    ['toll-free', ['+18002345678', '+448001234567']],
    ['a company’s for all its places (UAN)', ['+443331234567']],
    ['a pager', ['+447640123456', '+4916412345']],
    ['a voicemail', ['+41860791234567']],
    ['of the internet', ['+445612345678']],
    ['personal, at whoever’s cost', ['+447012345678', '+15005550006']],
  ])('is not called if it is %s', (_, numbers) => {
    for (const number of numbers) expect([number, said(number)]).toEqual([number, 'number-type-not-allowed']);
  });

  it('of a country is called only where that country is', () => {
    expect(said('+49 1512 3456789', ['US', 'CA'])).toBe('country-not-allowed');
    expect(said('+49 1512 3456789', [])).toBe('country-not-allowed');
  });

  it('is read whatever it is, and what is read is read again as itself', () => {
    const digits = fc.stringMatching(/^\+(1|44|49)\d{9,10}$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'grapheme' })), (written) => {
        const read = readNumber(written, COUNTRIES);
        if ('refusal' in read) return;
        expect(read.number.number).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(readNumber(read.number.number, COUNTRIES)).toEqual(read);
      }),
    );
  });

  it('is shown by its last digits alone, and has ten thousand neighbours', () => {
    expect(masked('+14155552671')).toBe('•••2671');
    expect(prefixOf('+14155552671')).toBe('+1415555');
  });
});

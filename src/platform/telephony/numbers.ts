import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number that may be called, as all the world writes it. */
export interface TelephoneNumber {
  /** E.164, as in `+14155550123`. */
  number: string;
  /** ISO 3166-1, as in `US`. */
  country: string;
  type: NumberType;
}

export type NumberType = 'mobile' | 'fixed-line';

/** Why a number is none that we call. */
export type NumberRefusal = 'not-a-number' | 'country-not-allowed' | 'number-type-not-allowed';

/**
 * What may be called: people's own telephones. In North America a number does not tell which of the two it is. Premium,
 * shared-cost and toll-free numbers, pagers, voicemail, UAN, VoIP and personal numbers are left out: they cost more than they
 * say, or are nobody's (FACTS: toll fraud).
 */
const TYPES: Partial<Record<string, NumberType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed-line',
  FIXED_LINE_OR_MOBILE: 'mobile',
};

/**
 * Reads a number with its country code, as people write them: `+1 (415) 555-0123`. Short and emergency numbers are no numbers of
 * a country, and those of satellites are of none: neither is read.
 */
export function readNumber(
  written: string,
  countries: readonly string[],
): { number: TelephoneNumber } | { refusal: NumberRefusal } {
  const parsed = parsePhoneNumberFromString(written.trim(), { extract: false });
  if (!parsed?.isValid() || parsed.ext) return { refusal: 'not-a-number' };
  const { country, number } = parsed;
  if (!country || !countries.includes(country)) return { refusal: 'country-not-allowed' };
  const type = TYPES[parsed.getType() ?? ''];
  return type ? { number: { number, country, type } } : { refusal: 'number-type-not-allowed' };
}

/** How a number is shown to its owner and to nobody else: `•••1234`. */
export function masked(number: string): string {
  return `•••${number.slice(-4)}`;
}

/** Numbers of one prefix are a block of ten thousand: who calls many of a block that nobody calls else is not calling people. */
export function prefixOf(number: string): string {
  return number.slice(0, -4);
}

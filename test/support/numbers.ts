/** Numbers of which libphonenumber says what they are here. Those of 555-0100 to 555-0199 are kept free for stories. */
export const NUMBERS = {
  mobile: '+14155552671',
  otherMobile: '+13125550142',
  canadian: '+16135550123',
  german: '+4915123456789',
  premium: '+19002345678',
  tollFree: '+18002345678',
  personal: '+15005550006',
  satellite: '+881612345678',
} as const;

/** Numbers of one prefix, ten thousand of which there are; from 0. */
export function neighbour(place: number): string {
  return `+1212555${String(2000 + place)}`;
}

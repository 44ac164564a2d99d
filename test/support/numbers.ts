/** Numbers that libphonenumber takes for what they are, and that nobody answers in a test. */
export const NUMBERS = {
  mobile: '+14155552671',
  otherMobile: '+14155552672',
  canadian: '+16135550123',
} as const;

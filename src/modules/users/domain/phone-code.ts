import { MINUTE, plus, SECOND } from '../../../kernel/clock';

/** How long a code is good for, how soon another may be asked for, and how often it may be guessed at. */
export const CODE_LASTS = 10 * MINUTE;
export const RESEND_AFTER = 30 * SECOND;
export const TRIES = 5;

/** So many codes a day go to one number, and to numbers that differ in their last four digits alone. */
export const CODES_TO_NUMBER = 5;
export const CODES_TO_PREFIX = 20;

/** A code that was sent. */
export interface SentCode {
  sentAt: Date;
  expiresAt: Date;
  /** Guesses that were wrong. */
  tries: number;
}

export type CodeVerdict = { kind: 'right' } | { kind: 'void' } | { kind: 'wrong'; left: number };

/** What a guess at a code is worth; void is one that is too old, or was guessed at too often, whatever is guessed. */
export function judgeCode(sent: SentCode | null, isEqual: boolean, now: Date): CodeVerdict {
  if (!sent || sent.expiresAt <= now || sent.tries >= TRIES) return { kind: 'void' };
  return isEqual ? { kind: 'right' } : { kind: 'wrong', left: TRIES - sent.tries - 1 };
}

/** When another code may be sent; null when it may be now. */
export function resendAt(sent: SentCode | null, now: Date): Date | null {
  const at = sent && plus(sent.sentAt, RESEND_AFTER);
  return at && at > now ? at : null;
}

/** Six digits of so many as a million is, as they are written. */
export function codeOf(chance: number): string {
  return String(chance).padStart(6, '0');
}

/** How a code is spoken: digit by digit, so that it can be written down. */
export function digitByDigit(code: string): string {
  return [...code].join(', ');
}

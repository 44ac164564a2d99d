import { randomBytes } from 'node:crypto';

/** A name as Twilio gives it to a thing: two letters for its kind, and 32 digits. */
export function newSid(kind: 'CA' | 'SM' | 'PN' | 'VX'): string {
  return kind + randomBytes(16).toString('hex');
}

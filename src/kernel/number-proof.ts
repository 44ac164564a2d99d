import { DAY, plus } from './clock';

/** Whoever had a number may have given it back: without a human word or key there in so long, it is to be verified anew. */
const PROVEN_FOR = 45 * DAY;

/** Whether somebody was heard at a number lately enough for us to call it. */
export function isProvenLately(humanAt: Date, now: Date): boolean {
  return plus(humanAt, PROVEN_FOR) > now;
}

import { createHash } from 'node:crypto';

/** As many as four bytes can tell apart. */
const OUTCOMES = 2 ** 32;

/**
 * A chance from 0 to 1, not including 1, that is drawn alike whenever it is drawn for the same: so that what a call will say can be shown
 * before it is made.
 */
export function chanceOf(...what: string[]): number {
  return createHash('sha256').update(what.join(' ')).digest().readUInt32BE() / OUTCOMES;
}

import { Foundation1763884800000 } from './0001-foundation';
import { Limits1763884804000 } from './0004-limits';

/** In order of their running. A migration must be safe to run before the code that needs it. */
export const MIGRATIONS = [Foundation1763884800000, Limits1763884804000];

import { Foundation1763884800000 } from './0001-foundation';
import { JobTurns1763884807000 } from './0007-job-turns';

/** In order of their running. A migration must be safe to run before the code that needs it. */
export const MIGRATIONS = [Foundation1763884800000, JobTurns1763884807000];

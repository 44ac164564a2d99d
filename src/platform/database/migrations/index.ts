import { Foundation1763884800000 } from './0001-foundation';
import { QueryPlans1763884806000 } from './0006-query-plans';

/** In order of their running. A migration must be safe to run before the code that needs it. */
export const MIGRATIONS = [Foundation1763884800000, QueryPlans1763884806000];

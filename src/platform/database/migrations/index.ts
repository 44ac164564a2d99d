import { Foundation1763884800000 } from './0001-foundation';
import { ApiManners1763884802000 } from './0002-api-manners';

/** In order of their running. A migration must be safe to run before the code that needs it. */
export const MIGRATIONS = [Foundation1763884800000, ApiManners1763884802000];

import 'reflect-metadata';
import { giveUp } from './give-up';
import { bringUpToDate } from './up-to-date';

/** `npm run migrate`; the same as a start with `ROLE=migrate`. */
bringUpToDate().catch(giveUp);

import 'reflect-metadata';
import { giveUp } from './for-people';
import { bringUpToDate } from './up-to-date';

/** `npm run migrate`; the same as a start with `ROLE=migrate`. */
bringUpToDate().catch((error: Error) => giveUp(error));

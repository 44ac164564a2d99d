import { Global, Module } from '@nestjs/common';
import { Clock, DAY, HOUR, plus } from '../../kernel/clock';
import { Jobs } from '../jobs';
import { ChangeFeed } from './change-feed';
import { ChangeLog } from './change-log';

/** How long a client may be away and still be told what it missed. */
const KEPT_FOR = 7 * DAY;

const FORGOTTEN_AT_ONCE = 10_000;

@Global()
@Module({ providers: [ChangeLog, ChangeFeed], exports: [ChangeLog, ChangeFeed] })
export class ChangesModule {
  constructor(jobs: Jobs, log: ChangeLog, clock: Clock) {
    jobs.every(HOUR, 'changes.forget-old', async () => {
      while ((await log.forgetBefore(plus(clock.now(), -KEPT_FOR), FORGOTTEN_AT_ONCE)) === FORGOTTEN_AT_ONCE);
    });
  }
}

import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Retention } from '../retention';
import { ChangeFeed } from './change-feed';
import { ChangeLog } from './change-log';

/** How long a client may be away and still be told what it missed. */
const KEPT_FOR = 7 * DAY;

@Global()
@Module({ providers: [ChangeLog, ChangeFeed], exports: [ChangeLog, ChangeFeed] })
export class ChangesModule {
  constructor(retention: Retention, log: ChangeLog) {
    retention.keep('changes', KEPT_FOR, (before, limit) => log.forgetBefore(before, limit));
  }
}

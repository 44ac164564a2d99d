import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Retention } from '../retention';
import { Counters } from './counters';
import { Pace } from './pace';
import { NoTelephony, Telephony } from './telephony';

/** Longer than a month, the longest of what is counted. */
const COUNTERS_KEPT = 92 * DAY;

@Global()
@Module({
  providers: [Counters, Pace, { provide: Telephony, useClass: NoTelephony }],
  exports: [Counters, Pace, Telephony],
})
export class TelephonyModule {
  constructor(retention: Retention, counters: Counters) {
    retention.keep('telephony-counters', COUNTERS_KEPT, (before, limit) => counters.forgetBefore(before, limit));
  }
}

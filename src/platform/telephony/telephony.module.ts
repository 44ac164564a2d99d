import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Config } from '../config';
import { Metrics } from '../metrics';
import { Resilience } from '../resilience';
import { Retention } from '../retention';
import { Status } from '../status';
import { Counters } from './counters';
import { Pace } from './pace';
import { Signatures } from './signatures';
import { NoTelephony, Telephony } from './telephony';
import { TwilioTelephony } from './twilio/twilio-telephony';

/** Longer than a month, the longest of what is counted. */
const COUNTERS_KEPT = 92 * DAY;

const telephony = {
  provide: Telephony,
  inject: [Config, Resilience, Status, Metrics, Pace],
  useFactory: (config: Config, resilience: Resilience, status: Status, metrics: Metrics, pace: Pace) =>
    config.TWILIO_ACCOUNT_SID ? new TwilioTelephony(config, resilience, status, metrics, pace) : new NoTelephony(),
};

@Global()
@Module({
  providers: [Counters, Pace, Signatures, telephony],
  exports: [Counters, Pace, Signatures, Telephony],
})
export class TelephonyModule {
  constructor(retention: Retention, counters: Counters) {
    retention.keep('telephony-counters', COUNTERS_KEPT, (before, limit) => counters.forgetBefore(before, limit));
  }
}

import { Global, Module } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Config } from '../config';
import { Metrics } from '../metrics';
import { Resilience } from '../resilience';
import { Retention } from '../retention';
import { Counters } from './counters';
import { DoctorController } from './doctor.controller';
import { Pace } from './pace';
import { Signatures } from './signatures';
import { NoTelephony, Telephony } from './telephony';
import { TelephonyReport } from './telephony.report';
import { TwilioTelephony } from './twilio/twilio-telephony';

/** Longer than a month, the longest of what is counted. */
const COUNTERS_KEPT = 92 * DAY;

const telephony = {
  provide: Telephony,
  inject: [Config, Resilience, Metrics, Pace],
  useFactory: (config: Config, resilience: Resilience, metrics: Metrics, pace: Pace) =>
    config.TWILIO_ACCOUNT_SID ? new TwilioTelephony(config, resilience, metrics, pace) : new NoTelephony(),
};

@Global()
@Module({
  controllers: [DoctorController],
  providers: [Counters, Pace, Signatures, telephony, TelephonyReport],
  exports: [Counters, Pace, Signatures, Telephony],
})
export class TelephonyModule {
  constructor(retention: Retention, counters: Counters) {
    retention.keep('telephony-counters', COUNTERS_KEPT, (before, limit) => counters.forgetBefore(before, limit));
  }
}

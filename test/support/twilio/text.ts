import type { Fields } from './fields';
import { newSid } from './sids';

/** A text message from us to somebody, as Twilio keeps it. */
export class TwilioText {
  readonly sid = newSid('SM');

  constructor(
    readonly from: string,
    readonly to: string,
    readonly body: string,
    readonly at: Date,
    /** All that was ordered, field by field. */
    readonly fields: Fields,
  ) {}
}

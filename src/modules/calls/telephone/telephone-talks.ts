import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config';
import type { Call } from '../call.entity';
import { Gatherings } from './gatherings';
import { Sounds } from './sounds';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { connectRelay, hangUp } from './twiml';
import { WebhookUrls } from './webhook-urls';

/** Begins talks over the telephone, in the way the account has: over the relay, or turn by turn. */
@Injectable()
export class TelephoneTalks {
  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly gatherings: Gatherings,
    private readonly sounds: Sounds,
    private readonly urls: WebhookUrls,
    private readonly config: Config,
  ) {}

  /** What the provider is told to do with a call that was picked up. The same however often it is asked. */
  async begin(call: Call): Promise<string> {
    if (call.ending) return hangUp();
    if (this.config.TWILIO_CONVERSATION === 'gather') return this.gatherings.begin(call);
    return connectRelay(this.urls.relay(call.id), this.urls.after(call.id), await this.sounds.of(call));
  }

  /**
   * The relay has come to its end: the call is over. One that never came to be connected is held turn by turn instead: the person is
   * on the line. Nothing when we know no such call.
   */
  async afterRelay(callId: string, providerCallId: string): Promise<string | undefined> {
    const call = await this.rows.findOnTelephone(callId);
    if (!call) return undefined;
    const isUnconnected = call.status === 'talking' && !call.connectedAt && call.providerCallId === providerCallId;
    return isUnconnected ? this.gatherings.begin(call) : hangUp();
  }
}

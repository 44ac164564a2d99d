import { Injectable, Logger } from '@nestjs/common';
import { eachAlone } from '../../../platform/jobs';
import { Telephony } from '../../../platform/telephony';
import { Settler } from '../engine/settler';
import { TelephoneCallsRepository } from './telephone-calls.repository';

const CALLS_AT_ONCE = 200;
const AT_A_TIME = 4;

/** Ends calls at the provider that are not wanted any more: canceled ones, and doubles of a call that was made once too often. */
@Injectable()
export class HangUps {
  private readonly logger = new Logger('HangUps');

  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly settler: Settler,
    private readonly telephony: Telephony,
  ) {}

  /** Whatever still rings though it was canceled. Somebody may pick up meanwhile: then they are talked to. */
  async hangUpUnwanted(): Promise<void> {
    const unwanted = await this.rows.toHangUp(CALLS_AT_ONCE);
    await eachAlone(
      unwanted,
      async ({ id, providerCallId }) => {
        if (await this.hangUp(id, providerCallId!)) await this.settler.end(id, 'canceled', ['dialing', 'ringing']);
      },
      AT_A_TIME,
    );
  }

  /** Returns whether the provider has confirmed it. */
  async hangUp(callId: string, providerCallId: string): Promise<boolean> {
    try {
      await this.telephony.end(providerCallId);
      return true;
    } catch (error) {
      this.logger.warn({ callId, providerCallId, err: error }, 'A call could not be ended at the provider');
      return false;
    }
  }
}

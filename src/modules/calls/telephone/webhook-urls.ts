import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config';

/** Where the provider reaches us about a call: each address carries the call's id. */
@Injectable()
export class WebhookUrls {
  constructor(private readonly config: Config) {}

  /** What to do once it is answered. */
  answer(callId: string): string {
    return this.of(callId, 'answer');
  }

  /** What becomes of it. */
  status(callId: string): string {
    return this.of(callId, 'status');
  }

  private of(callId: string, what: string): string {
    return new URL(`/twilio/calls/${callId}/${what}`, this.config.PUBLIC_BASE_URL).href;
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config';
import { RELAY_PATH } from '../relay/relay-path';

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

  /** What was said or pressed in one turn. */
  turn(callId: string, turn: number): string {
    return `${this.of(callId, 'gather')}?turn=${turn}`;
  }

  /** What to do once the relay has come to its end. */
  after(callId: string): string {
    return this.of(callId, 'after');
  }

  /** The WebSocket of its talk. */
  relay(callId: string): string {
    return new URL(`${RELAY_PATH}/calls/${callId}`, this.config.PUBLIC_BASE_URL?.replace(/^http/, 'ws')).href;
  }

  private of(callId: string, what: string): string {
    return new URL(`/twilio/calls/${callId}/${what}`, this.config.PUBLIC_BASE_URL).href;
  }
}

import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { Config } from '../config';
import { Metrics } from '../metrics';
import type { Fields } from './forms';

export const SIGNATURE = 'x-twilio-signature';

/** A webhook as it came: the path with its query, and the fields of its form, exactly as sent. */
export interface SignedRequest {
  signature: string;
  path: string;
  fields: Fields;
}

/**
 * Whether a request is the provider's: signed with the token of our account, over the address at which it reaches us. That address is
 * the configured one, never what headers say of it, for anybody can send headers. There is no time in a signature: whoever takes
 * in a webhook must not mind to hear of it twice.
 */
@Injectable()
export class Signatures {
  private readonly refused;

  constructor(
    private readonly config: Config,
    metrics: Metrics,
  ) {
    this.refused = metrics.counter({
      name: 'callivate_webhooks_refused_total',
      help: 'Webhooks that were not signed by the telephone provider, or not for the address we know us by.',
      labelNames: ['reason'],
    });
  }

  /** Whether there is an account at all. */
  get areExpected(): boolean {
    return this.config.TWILIO_AUTH_TOKEN !== undefined;
  }

  /** In constant time, with and without the port of the address. */
  isRight({ signature, path, fields }: SignedRequest): boolean {
    const { TWILIO_AUTH_TOKEN: token, PUBLIC_BASE_URL: origin } = this.config;
    if (!token || !origin) return false;
    return validateRequest(token, signature, withoutSlash(origin) + path, fields);
  }

  /** Somebody has come with a wrong signature, or with none. */
  noteRefusal(reason: 'wrong' | 'missing'): void {
    this.refused.inc({ reason });
  }

  /** The same of a handshake, which the provider signs with the scheme of sockets; a refusal is noted. */
  isOfSocket({ headers, url }: IncomingMessage): boolean {
    const { TWILIO_AUTH_TOKEN: token, PUBLIC_BASE_URL: origin } = this.config;
    const signature = headers[SIGNATURE];
    const isSigned = token !== undefined && origin !== undefined && typeof signature === 'string';
    const isRight =
      isSigned && validateRequest(token, signature, withoutSlash(origin).replace(/^http/, 'ws') + (url ?? '/'), {});
    if (!isRight) this.noteRefusal(signature ? 'wrong' : 'missing');
    return isRight;
  }
}

function withoutSlash(origin: string): string {
  return origin.replace(/\/$/, '');
}

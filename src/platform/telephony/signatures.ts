import type { IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';
import { MINUTE } from '../../kernel/clock';
import { Config } from '../config';
import { Metrics } from '../metrics';
import type { Fields } from './forms';

export const SIGNATURE = 'x-twilio-signature';

/** A webhook as it came: the path with its query, and its form or its JSON, exactly as sent. */
export interface SignedRequest {
  signature: string;
  path: string;
  /** Fields, or the bytes of JSON, whose hash stands in the query. */
  body: Fields | Buffer;
}

/**
 * Whether a request is the provider's: signed with the token of our account, over the address at which it reaches us. That address is
 * the configured one, never what headers say of it, for anybody can send headers. There is no time in a signature: whoever takes
 * in a webhook must not mind to hear of it twice.
 */
@Injectable()
export class Signatures {
  private readonly logger = new Logger('Signatures');
  private readonly refused;
  private quietUntil = 0;

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
  isRight({ signature, path, body }: SignedRequest): boolean {
    const { TWILIO_AUTH_TOKEN: token, PUBLIC_BASE_URL: origin } = this.config;
    if (!token || !origin || !isPath(path)) return false;
    const url = withoutSlash(origin) + path;
    if (Buffer.isBuffer(body)) return validateRequestWithBody(token, signature, url, body.toString());
    return validateRequest(token, signature, url, body);
  }

  /** Somebody has come with a wrong signature, or with none. Who goes on knocking is counted, and fills no log. */
  noteRefusal(reason: 'wrong' | 'missing'): void {
    this.refused.inc({ reason });
    const now = performance.now();
    if (now < this.quietUntil) return;
    this.quietUntil = now + MINUTE;
    this.logger.warn(
      { reason },
      'Somebody has come who is not the provider, or TWILIO_AUTH_TOKEN or PUBLIC_BASE_URL is wrong',
    );
  }

  /** The same of a handshake, which the provider signs with the scheme of sockets; a refusal is noted. */
  isOfSocket({ headers, url: path = '/' }: IncomingMessage): boolean {
    const { TWILIO_AUTH_TOKEN: token, PUBLIC_BASE_URL: origin } = this.config;
    const signature = headers[SIGNATURE];
    const isSigned = token !== undefined && origin !== undefined && typeof signature === 'string';
    const isRight = isSigned && isPath(path) && validateRequest(token, signature, socketOrigin(origin) + path, {});
    if (!isRight) this.noteRefusal(signature ? 'wrong' : 'missing');
    return isRight;
  }
}

/** Whoever sends a whole address in its place (RFC 9112, absolute-form) is no provider of ours. */
function isPath(target: string): boolean {
  return target.startsWith('/');
}

/** With its port, which the library then tries without as well; left to itself, it takes that of `wss` for 80. */
function socketOrigin(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  return protocol === 'https:' ? `wss://${hostname}:${port || 443}` : `ws://${hostname}:${port || 80}`;
}

function withoutSlash(origin: string): string {
  return origin.replace(/\/$/, '');
}

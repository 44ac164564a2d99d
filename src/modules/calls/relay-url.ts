import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config';
import { RELAY_PATH } from './relay/relay';

/** Where a call's conversation is reached from outside. */
@Injectable()
export class RelayUrl {
  constructor(private readonly config: Config) {}

  /** Under the configured public address; without one, under the address the request itself came to. */
  of(ticket: string, host: string): string {
    const base = this.config.PUBLIC_BASE_URL ?? `http://${host}`;
    const url = new URL(RELAY_PATH, base.replace(/^http/, 'ws'));
    url.searchParams.set('ticket', ticket);
    return url.toString();
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config';
import { ownOrigin } from '../../platform/http';
import { RELAY_PATH } from './relay/relay-path';

/** Where a call's conversation is reached from outside. */
@Injectable()
export class RelayUrl {
  constructor(private readonly config: Config) {}

  /**
   * Under the configured public address; without one, under the address the request itself came to. Known before the call
   * is answered: a ticket is worth nothing without it.
   */
  under(host: string | undefined): (ticket: string) => string {
    const url = new URL(RELAY_PATH, ownOrigin(this.config.PUBLIC_BASE_URL, host).replace(/^http/, 'ws'));
    return (ticket) => `${url}?ticket=${ticket}`;
  }
}

import { Injectable } from '@nestjs/common';
import { invalidFields } from '../../kernel/problem';
import { Config } from '../../platform/config';
import { RELAY_PATH } from './relay/relay';

/** Where a call's conversation is reached from outside. */
@Injectable()
export class RelayUrl {
  constructor(private readonly config: Config) {}

  /**
   * Under the configured public address; without one, under the address the request itself came to. Known before the call
   * is answered: a ticket is worth nothing without it.
   */
  under(host: string | undefined): (ticket: string) => string {
    const base = this.config.PUBLIC_BASE_URL ?? (host && `http://${host}`);
    const url = URL.parse(RELAY_PATH, base?.replace(/^http/, 'ws'));
    if (!url) throw invalidFields([{ pointer: '/host', message: 'The Host header is not an address.' }]);
    return (ticket) => `${url}?ticket=${ticket}`;
  }
}

import { Injectable } from '@nestjs/common';
import { invalidFields } from '../../kernel/problem';
import { Config } from '../../platform/config';
import { RELAY_PATH } from './relay/relay';

/** Where a call's conversation is reached from outside. */
@Injectable()
export class RelayUrl {
  constructor(private readonly config: Config) {}

  /** Known before a call is answered: the ticket is worth nothing without it. Under the configured public address; without one, under the address the request itself came to. */
  under(host: string | undefined): (ticket: string) => string {
    const base = this.config.PUBLIC_BASE_URL ?? `http://${host}`;
    const url = URL.parse(RELAY_PATH, base.replace(/^http/, 'ws'));
    if (!host || !url) throw invalidFields([{ pointer: '/host', message: 'The Host header is not an address.' }]);
    return (ticket) => `${url}?ticket=${ticket}`;
  }
}

import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type { Terms } from './account';

/** The SDK of Twilio's own, sent to another address. */
export function sdk(origin: string, { accountSid, authToken }: Pick<Terms, 'accountSid' | 'authToken'>): Twilio {
  return twilio(accountSid, authToken, { httpClient: new Elsewhere(origin) });
}

class Elsewhere extends RequestClient {
  constructor(private readonly origin: string) {
    super({ timeout: 5000 });
  }

  override request<Data>(asked: RequestClient.RequestOptions<Data>) {
    const { pathname, search } = new URL(asked.uri);
    return super.request({ ...asked, uri: this.origin + pathname + search });
  }
}

import type { Config } from '../../config';

type Given = Pick<Config, 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_API_BASE_URL'>;

/** As many as there may be orders under way: who waits for a connection here has been asked of nobody yet. */
const MOST_CONNECTIONS = 100;

/** The provider is not waited for longer, by one request; in milliseconds. */
const REQUEST_WITHIN = 5_000;

/**
 * The library that speaks to Twilio, with the account of the configuration. Loaded when it is called for: it is large, and nobody
 * without an account should carry it. It tries nothing again, follows nobody elsewhere, and prints nothing.
 */
export async function loadSdk({ TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL }: Given) {
  const { default: library } = await import('twilio');
  const { Twilio, RequestClient } = library;

  /** Every product of Twilio's has a host of its own; somewhere else, all of them are under one. */
  class Client extends RequestClient {
    override request<Data>(options: Parameters<typeof RequestClient.prototype.request<Data>>[0]) {
      const uri = TWILIO_API_BASE_URL ? rebased(options.uri, TWILIO_API_BASE_URL) : options.uri;
      return super.request<Data>({ ...options, uri, allowRedirects: false });
    }
  }
  const httpClient = new Client({ timeout: REQUEST_WITHIN, autoRetry: false, maxSockets: MOST_CONNECTIONS });
  return new Twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { httpClient, autoRetry: false });
}

export type Sdk = Awaited<ReturnType<typeof loadSdk>>;

function rebased(uri: string, base: string): string {
  const { pathname, search } = new URL(uri);
  return `${base.replace(/\/$/, '')}${pathname}${search}`;
}

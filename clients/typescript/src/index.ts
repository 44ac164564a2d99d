import createFetchClient, { type Client } from 'openapi-fetch';
import { type CallivateEvent, readEvents } from './events';
import { type Heard, Line } from './line';
import { CallivateProblem } from './problem';
import type { components, paths } from './schema';
import { Session, type Tokens } from './session';
import { Transport } from './transport';

export { type CallivateEvent, CallivateProblem, type Heard, Line, type Tokens };

export interface ClientOptions {
  /** Such as `https://callivate.example`, without a slash at its end. */
  origin: string;
  /** The pair that was kept; without one, only what is public can be asked for until `use`. */
  tokens?: Tokens | null;
  /** Called with each new pair, and with null when the session is over. */
  onTokens?: (tokens: Tokens | null) => void;
}

/** Speaks to Callivate for one person. Every refusal is thrown as a `CallivateProblem`. */
export class CallivateClient {
  /** Each route by its path, typed from the OpenAPI document. */
  readonly api: Client<paths>;
  private readonly session: Session;
  private readonly transport: Transport;

  constructor(private readonly options: ClientOptions) {
    this.session = new Session(options.origin, options.tokens ?? null, options.onTokens ?? (() => undefined));
    this.transport = new Transport(this.session);
    this.api = createFetchClient<paths>({ baseUrl: options.origin, fetch: this.transport.fetch });
    this.api.use({
      onResponse: async ({ response }) => {
        if (!response.ok && response.status !== 304) throw await CallivateProblem.of(response);
      },
    });
  }

  /** Takes the tokens of somebody who has just signed in; null forgets them. */
  use(tokens: Tokens | null): void {
    this.session.use(tokens);
  }

  /** Signs in by an address alone; in development only. */
  async signIn(who: components['schemas']['DevSignInRequest']): Promise<components['schemas']['MeResponse']> {
    const { data } = await this.api.POST('/api/v1/auth/dev', { body: who });
    if (!data) throw new Error('There was no answer to the sign-in.');
    this.use(data);
    return data.user;
  }

  events(signal: AbortSignal = new AbortController().signal, lastEventId?: string): AsyncGenerator<CallivateEvent> {
    return readEvents(this.transport, this.options.origin, signal, lastEventId);
  }

  /** Picks up what rings. @throws CallivateProblem `call-not-ringing` when somebody was faster, or it was too late. */
  async answer(callId: string, onHeard: (heard: Heard) => void, onClosed?: () => void): Promise<Line> {
    const { data } = await this.api.POST('/api/v1/calls/{id}/answer', { params: { path: { id: callId } } });
    if (!data) throw new Error('There was no answer to the pick-up.');
    return Line.open(callId, data.relayUrl, onHeard, onClosed);
  }
}

import createFetchClient, { type Client } from 'openapi-fetch';
import { type CallivateEvent, EventReading, type EventsOptions } from './events';
import { type Heard, Line } from './line';
import { CallivateProblem } from './problem';
import type { components, paths } from './schema';
import { Session, type Tokens } from './session';
import { SURROUNDINGS, type Surroundings, Transport } from './transport';

export type { CallivateEvent, EventsOptions, Heard, Surroundings, Tokens };
export { CallivateProblem, Line };

/** Every kind of thing that is sent and answered, by its name in the OpenAPI document. */
export type Schemas = components['schemas'];

export interface ClientOptions {
  /** Such as `https://callivate.example`, without a slash at its end. */
  origin: string;
  /** The pair that was kept; without one, only what is public can be asked for until `use`. */
  tokens?: Tokens | null;
  /** Called with each new pair, and with null when the session is over. */
  onTokens?: (tokens: Tokens | null) => void;
  /** Instead of the platform's own `fetch`, timers and clock. */
  surroundings?: Partial<Surroundings>;
}

/** Speaks to Callivate for one person. Every refusal is thrown as a `CallivateProblem`. */
export class CallivateClient {
  /** Each route by its path, typed from the OpenAPI document. */
  readonly api: Client<paths>;
  private readonly session: Session;
  private readonly transport: Transport;

  constructor(private readonly options: ClientOptions) {
    const surroundings = { ...SURROUNDINGS, ...options.surroundings };
    const onTokens = options.onTokens ?? (() => undefined);
    this.session = new Session(options.origin, options.tokens ?? null, onTokens, surroundings.fetch);
    this.transport = new Transport(this.session, surroundings);
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
  async signIn(who: Schemas['DevSignInRequest']): Promise<Schemas['MeResponse']> {
    const { data } = await this.api.POST('/api/v1/auth/dev', { body: who });
    if (!data) throw new Error('There was no answer to the sign-in.');
    this.use(data);
    return data.user;
  }

  /** What happens, as it happens, over any number of broken streams. @throws CallivateProblem at the session's end. */
  events(options: EventsOptions = {}): AsyncGenerator<CallivateEvent> {
    return new EventReading(this.transport, `${this.options.origin}/api/v1/events`, options).events();
  }

  /** Picks up what rings. @throws CallivateProblem `call-not-ringing` when somebody was faster, or it was too late. */
  async answer(callId: string, onHeard: (heard: Heard) => void, onClosed?: () => void): Promise<Line> {
    const { data } = await this.api.POST('/api/v1/calls/{id}/answer', { params: { path: { id: callId } } });
    if (!data) throw new Error('There was no answer to the pick-up.');
    return Line.open(callId, data.relayUrl, onHeard, onClosed);
  }
}

import type { components } from './schema';

/** What a session is kept alive by. */
export type Tokens = Pick<components['schemas']['SessionResponse'], 'accessToken' | 'refreshToken'>;

/** The tokens of one person, renewed at most once at a time. */
export class Session {
  private renewal: Promise<boolean> | null = null;

  constructor(
    private readonly origin: string,
    private tokens: Tokens | null,
    /** Keep what it is given; null: the session is over, the person must sign in again. */
    private readonly onChange: (tokens: Tokens | null) => void,
    private readonly fetch: (request: Request) => Promise<Response>,
  ) {}

  get accessToken(): string | null {
    return this.tokens?.accessToken ?? null;
  }

  use(tokens: Tokens | null): void {
    this.tokens = tokens;
    this.onChange(tokens);
  }

  /** False when there is nothing to renew, or the service has refused to. @throws TypeError without a network. */
  renewed(refused: string | null): Promise<boolean> {
    if (this.accessToken !== refused) return Promise.resolve(this.tokens !== null);
    this.renewal ??= this.renew().finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  private async renew(): Promise<boolean> {
    if (!this.tokens) return false;
    const request = new Request(`${this.origin}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken: this.tokens.refreshToken }),
    });
    const response = await this.fetch(request);
    if (response.ok) this.use((await response.json()) as Tokens);
    else if (response.status === 401) this.use(null);
    return response.ok;
  }
}

import type { Session } from './session';

/** What the client asks of its surroundings; a test has its own. */
export interface Surroundings {
  fetch: (request: Request) => Promise<Response>;
  /** Resolves after so many ms. */
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
}

export const SURROUNDINGS: Surroundings = {
  fetch: (request) => fetch(request),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => Date.now(),
};

const MOST_ATTEMPTS = 4;
const WORTH_ANOTHER = [429, 502, 503, 504];
const FIRST_WAIT_MS = 500;
/** Who is told to wait longer than a person would look at a screen is told so, and not kept waiting. */
const LONGEST_WAIT_MS = 60_000;

/** Whether the same request may succeed later. */
export function isWorthAnother(status: number): boolean {
  return WORTH_ANOTHER.includes(status);
}

/** A fetch that is signed in, renews its token once when refused, and tries again what may succeed later. */
export class Transport {
  constructor(
    private readonly session: Session,
    private readonly surroundings: Surroundings,
  ) {}

  wait(milliseconds: number): Promise<void> {
    return this.surroundings.wait(milliseconds);
  }

  /** A POST goes with one key for all its attempts, so that however often it arrives it is done once. */
  readonly fetch = async (request: Request): Promise<Response> => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', crypto.randomUUID());
    }
    for (let attempt = 1; ; attempt++) {
      const response = await this.tried(request, attempt === MOST_ATTEMPTS);
      const pause = this.waitBefore(response, attempt);
      if (response && (pause === null || attempt === MOST_ATTEMPTS)) return response;
      await response?.body?.cancel();
      await this.wait(pause ?? 0);
    }
  };

  /** Null when there was no answer and another attempt follows. @throws when the caller gave up, or it was the last. */
  private async tried(request: Request, isLast: boolean): Promise<Response | null> {
    try {
      return await this.signedIn(request);
    } catch (error) {
      if (isLast || request.signal.aborted) throw error;
      return null;
    }
  }

  private async signedIn(request: Request): Promise<Response> {
    const token = this.session.accessToken;
    const response = await this.surroundings.fetch(authorized(request, token));
    if (response.status !== 401 || token === null || !(await this.session.renewed(token))) return response;
    await response.body?.cancel();
    return this.surroundings.fetch(authorized(request, this.session.accessToken));
  }

  /** In ms: what the service asks for, else twice as long each time. Null: not to be tried again. */
  private waitBefore(response: Response | null, attempt: number): number | null {
    if (response && !isWorthAnother(response.status)) return null;
    const asked = this.askedFor(response?.headers.get('retry-after') ?? null);
    if (asked === null) return FIRST_WAIT_MS * 2 ** (attempt - 1);
    return asked <= LONGEST_WAIT_MS ? asked : null;
  }

  /** `Retry-After` is seconds or a date (RFC 9110). */
  private askedFor(retryAfter: string | null): number | null {
    if (retryAfter === null) return null;
    const milliseconds = /^\d+$/.test(retryAfter)
      ? Number(retryAfter) * 1000
      : Date.parse(retryAfter) - this.surroundings.now();
    return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
  }
}

function authorized(request: Request, token: string | null): Request {
  const copy = request.clone();
  if (token) copy.headers.set('authorization', `Bearer ${token}`);
  return copy;
}

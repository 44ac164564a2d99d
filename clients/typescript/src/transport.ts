import type { Session } from './session';

const MOST_ATTEMPTS = 4;
const WORTH_ANOTHER = [429, 502, 503, 504];
const FIRST_WAIT_MS = 500;

/** A fetch that is signed in, renews its token once when refused, and tries again what may succeed later. */
export class Transport {
  constructor(
    private readonly session: Session,
    private readonly wait: (milliseconds: number) => Promise<void> = waited,
  ) {}

  readonly fetch = async (request: Request): Promise<Response> => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', crypto.randomUUID());
    }
    for (let attempt = 1; ; attempt++) {
      const response = await this.tried(request, attempt === MOST_ATTEMPTS);
      if (response && (attempt === MOST_ATTEMPTS || !WORTH_ANOTHER.includes(response.status))) return response;
      await response?.body?.cancel();
      await this.wait(waitBefore(response, attempt));
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
    const response = await fetch(authorized(request, token));
    if (response.status !== 401 || token === null || !(await this.session.renewed(token))) return response;
    await response.body?.cancel();
    return fetch(authorized(request, this.session.accessToken));
  }
}

function authorized(request: Request, token: string | null): Request {
  const copy = request.clone();
  if (token) copy.headers.set('authorization', `Bearer ${token}`);
  return copy;
}

/** In ms: what the service asks for, else twice as long each time. */
function waitBefore(response: Response | null, attempt: number): number {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** Resolves after so many ms. */
export function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

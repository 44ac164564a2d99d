import { Problem } from '../../../kernel/problem';
import { wasNeverAsked } from '../../resilience';

/** An order was refused in a way that says that the account is not well: a wrong token, a suspended account. */
export class AccountRefused extends Error {
  constructor(readonly code: string) {
    super(
      `the provider takes no orders of this account, code ${code}: TWILIO_AUTH_TOKEN is wrong, or the account is not active`,
    );
  }
}

/** Nothing has left this machine: nobody was there to take it. */
export class NotReached extends Error {}

/** What a refusal of one order means: of this order, of the account, or for the moment. */
export type Refusal =
  | { kind: 'refused'; code: string }
  | { kind: 'account-refused'; code: string }
  | { kind: 'too-much' };

/** An error of the SDK that is an answer of the provider's and a definite no. */
export function refusalIn(error: unknown): Refusal | null {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (typeof status !== 'number' || status < 400 || status >= 500 || status === 408) return null;
  if (status === 429) return { kind: 'too-much' };
  const told = typeof code === 'number' || typeof code === 'string' ? String(code) : `http-${status}`;
  return { kind: isOfTheAccount(status, told) ? 'account-refused' : 'refused', code: told };
}

/** What the account may not do to one number (21215: its country is closed) is refused with 401 or 403 too, and says nothing of other numbers. */
function isOfTheAccount(status: number, code: string): boolean {
  return (status === 401 || status === 403) && !/^21\d{3}$/.test(code);
}

/** Errors of a connection that was never made. One that breaks later may have carried the order. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The error without what the SDK hangs on it: the address it asked, in which numbers stand, and what was sent. */
export function plainly(error: unknown): Error {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return new Error(`status ${status}`);
  const why = typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
  return NEVER_CONNECTED.has(why) ? new NotReached(why) : new Error(why);
}

/** What a policy threw, by what it means for an order. */
export function fateOf(
  error: unknown,
): { kind: 'refused'; code: string } | { kind: 'not-placed' } | { kind: 'unclear' } {
  const cause = error instanceof Problem ? error.also.cause : error;
  if (cause instanceof AccountRefused) return { kind: 'refused', code: cause.code };
  return cause instanceof NotReached || wasNeverAsked(error) ? { kind: 'not-placed' } : { kind: 'unclear' };
}

import { MINUTE, plus, SECOND } from '../../../kernel/clock';
import { isGivenUp } from './provider-call';

/** So often in a row, and over so long, a call is not among those a healthy provider lists: then it was not made. */
const ABSENCES = 3;
const ABSENT_FOR = 60 * SECOND;

/** The provider's clock and ours are not one: a call may seem to have been made so long before it was asked for. */
const SKEW = 30 * SECOND;

/** Once more after a dial that is proven not to have been made, and then never again. */
const DIALS = 2;

/** A dial nobody knows the outcome of. */
export interface Unknown {
  dialedAt: Date;
  unknownSince: Date;
  /** Empty listings in a row before this one. */
  absences: number;
  dials: number;
}

/** A call the provider lists that no other call of ours holds. */
export interface Candidate {
  providerCallId: string;
  /** Nothing when the provider has not dated it yet: then it is newer than all others. */
  createdAt: Date | null;
}

export type Reconciled<C extends Candidate> =
  /** This is the call; the others are doubles of it, and are to be ended. */
  | { kind: 'adopt'; call: C; doubles: C[] }
  | { kind: 'look-again'; absences: number }
  | { kind: 'dial-again' }
  | { kind: 'give-up' };

/**
 * What a listing says of a dial whose outcome is unknown. `listed` are the provider's calls from our number to that one which no
 * other call of ours holds; null when it could not tell, which proves nothing.
 */
export function reconcile<C extends Candidate>(unknown: Unknown, listed: C[] | null, now: Date): Reconciled<C> {
  const { dialedAt, unknownSince, absences, dials } = unknown;
  const [call, ...doubles] = (listed ?? [])
    .filter(({ createdAt }) => !createdAt || createdAt >= plus(dialedAt, -SKEW))
    .toSorted((one, other) => age(one) - age(other));
  if (call) return { kind: 'adopt', call, doubles };
  if (isGivenUp(unknownSince, now)) return { kind: 'give-up' };
  if (!listed) return { kind: 'look-again', absences: 0 };
  const isAbsent = absences + 1 >= ABSENCES && plus(unknownSince, ABSENT_FOR) <= now;
  if (!isAbsent) return { kind: 'look-again', absences: absences + 1 };
  return dials < DIALS ? { kind: 'dial-again' } : { kind: 'give-up' };
}

function age({ createdAt }: Candidate): number {
  return createdAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** When a call is looked for again; in milliseconds. */
export const LOOK_EVERY = 20 * SECOND;

/** How far back the provider's calls are listed from a dial; in milliseconds. */
export const LIST_BEFORE = MINUTE;

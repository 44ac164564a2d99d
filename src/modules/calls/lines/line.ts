import type { Call } from '../call.entity';
import type { LineName } from '../domain/call';

/** What a line tells of a dial. `failed` is a definite no; an error that is thrown leaves the outcome unknown. */
export type DialOutcome =
  | { callId: string; kind: 'ringing'; providerCallId?: string }
  | { callId: string; kind: 'failed' };

/** What a line knows of a call whose dial was never confirmed. */
export type Trace = { kind: 'absent' } | { kind: 'ringing'; providerCallId: string };

/** A way to make a phone ring. Asked only after `dialing` is committed, never inside a transaction. */
export abstract class Line {
  abstract readonly name: LineName;

  abstract dial(calls: Call[]): Promise<DialOutcome[]>;

  /** Looks for a call that may or may not have been made. */
  abstract find(call: Call): Promise<Trace>;
}

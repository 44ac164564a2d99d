import { MINUTE, plus, SECOND } from '../../../kernel/clock';
import type { CallStatus, Ending } from './call';

/** How a call stands at the provider; `absent` when it knows of none. */
export type StandsAs =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled'
  | 'absent';

/** The states in which the provider has done with a call. */
const OVER: ReadonlySet<StandsAs> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled', 'absent']);

/** A ring that is longer than was asked for: the provider asks for 30 s, and the network takes its time. */
const RINGS_AT_MOST = 90 * SECOND;

/** How long we wait for the provider to ask what to say, though somebody has picked up, as it tells. */
const ASKS_WITHIN = 30 * SECOND;

/** Nobody can tell for so long what became of a call: then it is over for us. */
export const UNCLEAR_FOR = 10 * MINUTE;

/** What is left of our call when nobody moved it on: how it stands here. */
export interface Stuck {
  status: CallStatus;
  dialedAt: Date;
  lateAfter: Date;
  cancelRequested: boolean;
}

export type Rescue =
  | { kind: 'wait' }
  /** `hangUp`: it is still alive at the provider. */
  | { kind: 'end'; ending: Ending; hangUp: boolean };

/** Whether the provider has done with a call that stands so. */
export function isOver(stands: StandsAs): boolean {
  return OVER.has(stands);
}

/** How a call ended, by what the provider told of it when it was over. A talk ends by what was said in it, not by this. */
export function endingBy(stands: StandsAs, status: CallStatus, cancelRequested: boolean): Ending {
  if (status === 'talking') return 'lost';
  switch (stands) {
    case 'busy':
    case 'no-answer':
      return stands;
    case 'completed':
      return 'lost';
    case 'canceled':
      return cancelRequested ? 'canceled' : 'failed';
    default:
      return 'failed';
  }
}

/** Asked of the provider by its own id: what becomes of a call of ours that nobody has moved on in time. */
export function rescue(stuck: Stuck, stands: StandsAs, now: Date): Rescue {
  const { status, dialedAt, lateAfter, cancelRequested } = stuck;
  if (isOver(stands)) return { kind: 'end', ending: endingBy(stands, status, cancelRequested), hangUp: false };
  if (cancelRequested && status !== 'talking') return { kind: 'end', ending: 'canceled', hangUp: true };
  if (status === 'talking') return { kind: 'end', ending: 'lost', hangUp: true };
  if (stands === 'queued') return now > lateAfter ? { kind: 'end', ending: 'failed', hangUp: true } : { kind: 'wait' };
  const patience = stands === 'ringing' ? RINGS_AT_MOST : RINGS_AT_MOST + ASKS_WITHIN;
  if (plus(dialedAt, patience) > now) return { kind: 'wait' };
  return { kind: 'end', ending: stands === 'ringing' ? 'no-answer' : 'lost', hangUp: true };
}

/** Whether the provider has not been able to tell for so long that the call is given up: a message follows. */
export function isGivenUp(since: Date, now: Date): boolean {
  return plus(since, UNCLEAR_FOR) <= now;
}

import type { Refusal } from './gate';
import { isLate, lateAfter } from './lateness';

/** What is due for one person, as far as the decision needs it. */
export interface Due {
  channel: 'call' | 'push';
  dueAt: Date;
  lateMinutes: number;
}

/** What becomes of it. */
export interface Dispatch<D extends Due> {
  /** Everything due together shares one call. */
  call: D[];
  /** Habits that ask by message. */
  tell: D[];
  /** Too late to ring: told as such. */
  late: D[];
  /** Not to be rung now: told at once, with the reason. */
  instead: D[];
}

/**
 * How a person is reached about all that is due now. Nothing is dropped, and nothing waits here: a call that must wait for
 * another one waits in the queue.
 */
export function dispatch<D extends Due>(due: D[], refusal: Refusal | null, now: Date): Dispatch<D> {
  const late = due.filter((one) => isLate(lateAfter(one.dueAt, one.lateMinutes), now));
  const timely = due.filter((one) => !late.includes(one));
  const tell = timely.filter(({ channel }) => channel === 'push');
  const ring = timely.filter(({ channel }) => channel === 'call');
  return { late, tell, call: refusal ? [] : ring, instead: refusal ? ring : [] };
}

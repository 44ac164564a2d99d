import { plus, SECOND } from '../../../kernel/clock';
import type { Call } from '../call.entity';
import { LONGEST_ON_TELEPHONE, LONGEST_TALK } from '../engine/timing';

/** More than this unheard at once is no person. */
export const MOST_UNHEARD = 50;

/** How long a connected socket may take to say `setup`. */
export const SET_UP_WITHIN = 5 * SECOND;

/** Longer than this nobody waits in silence: they are told that somebody is there, once. In milliseconds. */
export const FILLER_AFTER = 700;

/** Whether the call has lasted as long as it may. */
export function isTimeUp({ line, answeredAt }: Call, now: Date): boolean {
  return plus(answeredAt!, line === 'telephone' ? LONGEST_ON_TELEPHONE : LONGEST_TALK) <= now;
}

/**
 * The life of a call, as data: forward only. `unknown` is a dial whose outcome nobody has told us yet. It is queued again where it is
 * proven that it was not made; should it have been made after all, whoever picks up is talked to.
 */
export const CALL_MOVES = {
  queued: ['dialing', 'ringing', 'talking', 'ended'],
  dialing: ['queued', 'ringing', 'talking', 'unknown', 'ended'],
  unknown: ['queued', 'ringing', 'talking', 'ended'],
  ringing: ['talking', 'ended'],
  talking: ['ended'],
  ended: [],
} as const;

export type CallStatus = keyof typeof CALL_MOVES;

/** A person can be in one such call at a time; the database sees to it. */
export const LIVE: readonly CallStatus[] = ['dialing', 'unknown', 'ringing', 'talking'];

export type Ending =
  | 'answered'
  | 'no-answer'
  | 'busy'
  | 'declined'
  | 'voicemail'
  | 'failed'
  | 'lost'
  | 'refused'
  | 'canceled';

export type LineName = 'browser' | 'telephone';

/** Why a call is made: it is due, it follows one that settled nothing, the person named the time, asked for it, or called us. */
export type Purpose = 'due' | 'follow-up' | 'callback' | 'now' | 'test' | 'inbound';

/** From which states a call may come to this one. */
export function statesBefore(status: CallStatus): CallStatus[] {
  return (Object.keys(CALL_MOVES) as CallStatus[]).filter((before) =>
    (CALL_MOVES[before] as readonly CallStatus[]).includes(status),
  );
}

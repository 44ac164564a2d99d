import { MINUTE, SECOND } from '../../kernel/clock';

/** A queue as a value, so that "find references" lists every sender and the one who does the work. Times are in milliseconds. */
export interface Queue<Payload extends object> {
  readonly name: string;
  /** How often a failed job is tried again before it becomes a dead letter. */
  readonly retries: number;
  /** A job that takes longer is given to another worker, though its own still lives. */
  readonly within: number;
  /** Only carries the type. */
  readonly payload?: Payload;
}

/** A queue for work around the engine: what may come a little late, but must not be lost. */
export function queue<Payload extends object>(
  name: string,
  { retries = 5, within = MINUTE }: { retries?: number; within?: number } = {},
): Queue<Payload> {
  return { name, retries, within };
}

/** Where jobs go that failed every time, until an operator has looked at them. */
export const DEAD_LETTERS = 'dead-letters';

/** Rows of done jobs and dead letters are kept so long. */
const DONE_KEPT = 10 * MINUTE;
const DEAD_KEPT = 14 * 24 * 60 * MINUTE;

/** A worker that gives no sign of life for so long is dead: its jobs go to another one. */
const SIGN_OF_LIFE = 10 * SECOND;

const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 5 * MINUTE;

/** The queue as pg-boss is told of it: exponential pauses with jitter, and a dead letter at the end. */
export function optionsOf({ retries, within }: Queue<object>) {
  return {
    retryLimit: retries,
    retryBackoff: true,
    retryDelay: FIRST_PAUSE / SECOND,
    retryDelayMax: LONGEST_PAUSE / SECOND,
    expireInSeconds: within / SECOND,
    heartbeatSeconds: SIGN_OF_LIFE / SECOND,
    deleteAfterSeconds: DONE_KEPT / SECOND,
    deadLetter: DEAD_LETTERS,
    notify: true,
  };
}

/** Dead letters are nobody's work: they are not tried again by themselves, and forgotten after two weeks. */
export const DEAD_LETTER_OPTIONS = { retryLimit: 0, retentionSeconds: DEAD_KEPT / SECOND };

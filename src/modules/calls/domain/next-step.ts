import { MINUTE, plus } from '../../../kernel/clock';
import { unreachable } from '../../../kernel/unreachable';
import type { Ending, Purpose } from './call';
import type { Meaning } from './understanding/meaning';

/** Callbacks the person may name for one occurrence. */
export const CALLBACK_LIMIT = 3;

/** What came of one occurrence in a call that has ended. */
export interface Outcome {
  ending: Ending;
  purpose: Purpose;
  /** What the person meant; null when they were not reached or not asked. */
  meaning: Meaning | null;
  callBackAt: Date | null;
  /** A number was said for a habit that must not exceed its target: it is kept, and the end of the day decides. */
  counted: boolean;
  /** Still asks for an answer. */
  open: boolean;
  /** It joined the call before it was due itself, at this moment; null for what the call was made about. */
  joinedBefore: Date | null;
  /** The person said a word to it. */
  spokenTo: boolean;
  /** The person asked not to be called again today. */
  quiet: boolean;
  /** Words of danger were heard in the call. */
  alarmed: boolean;
  /** Automatic follow-ups made for it so far. */
  followUps: number;
  /** Callbacks made for it so far. */
  callbacks: number;
}

export interface FollowUpPolicy {
  followUpMinutes: number;
}

export type NextStep =
  | { kind: 'check-in'; status: 'completed' | 'skipped' }
  | { kind: 'call-again'; purpose: 'follow-up' | 'callback'; at: Date }
  | { kind: 'tell'; message: 'missed-call' | 'not-done' | 'not-called' }
  | { kind: 'give-back' }
  | { kind: 'nothing' };

const NOTHING: NextStep = { kind: 'nothing' };

/**
 * What follows a call that has ended, for one of its occurrences: an answer is kept, a time the person named is kept, and
 * anything else earns one more try, then a message. A missed call is never a missed habit: that is decided by grace alone.
 * What joined a call that did not get to it rings at its own time. Who spoke of danger is left in peace.
 */
export function nextStep(outcome: Outcome, policy: FollowUpPolicy, now: Date): NextStep {
  if (!outcome.open || outcome.counted) return NOTHING;
  if (outcome.alarmed) return saidBefore(outcome);
  if (outcome.joinedBefore && !wasAnswered(outcome)) return { kind: 'give-back' };
  if (outcome.ending === 'canceled') return NOTHING;
  switch (outcome.meaning) {
    case 'done':
      return { kind: 'check-in', status: 'completed' };
    case 'skip':
      return { kind: 'check-in', status: 'skipped' };
    case 'later':
      return callBack(outcome, now) ?? onceMore(outcome, 'not-done', policy, now);
    case 'stop-calling':
    case 'wrong-person':
      return NOTHING;
    case 'not-done':
    case 'partly':
    case 'unclear':
    case 'repeat':
    case 'who-is-this':
    case 'help':
      return onceMore(outcome, 'not-done', policy, now);
    case null:
      return unreached(outcome, policy, now);
    default:
      return unreachable(outcome.meaning);
  }
}

/** The status that words of this meaning give by themselves. */
export function statusIn(meaning: Meaning | null): 'completed' | 'skipped' | null {
  if (meaning === 'done') return 'completed';
  return meaning === 'skip' ? 'skipped' : null;
}

/** Whether a number said with this meaning counts though nothing is done with it: "three of five", "none so far". */
export function countsAlone(meaning: Meaning | null): boolean {
  return meaning === 'partly' || meaning === 'not-done';
}

/** "Stop calling" answers for no habit: whoever joined is told, at its own time, why nobody calls. */
function wasAnswered({ spokenTo, meaning }: Outcome): boolean {
  return spokenTo && meaning !== 'stop-calling' && meaning !== 'wrong-person';
}

/** What was clear before the words of danger stands; nothing is asked again, and nobody is written to. */
function saidBefore({ meaning }: Outcome): NextStep {
  const status = statusIn(meaning);
  return status ? { kind: 'check-in', status } : NOTHING;
}

function callBack({ callBackAt, callbacks }: Outcome, now: Date): NextStep | null {
  if (!callBackAt || callBackAt <= now || callbacks >= CALLBACK_LIMIT) return null;
  return { kind: 'call-again', purpose: 'callback', at: callBackAt };
}

function unreached(outcome: Outcome, policy: FollowUpPolicy, now: Date): NextStep {
  switch (outcome.ending) {
    case 'refused':
      return isAskedFor(outcome) ? NOTHING : { kind: 'tell', message: 'not-called' };
    case 'failed':
      return { kind: 'tell', message: 'missed-call' };
    default:
      return onceMore(outcome, 'missed-call', policy, now);
  }
}

/** A call the person asked for is not pressed upon them again. */
function onceMore(outcome: Outcome, message: 'missed-call' | 'not-done', policy: FollowUpPolicy, now: Date): NextStep {
  if (isAskedFor(outcome)) return NOTHING;
  if (outcome.followUps > 0 || outcome.quiet) return { kind: 'tell', message };
  return { kind: 'call-again', purpose: 'follow-up', at: followUpAt(outcome, policy, now) };
}

/** Never at or before its own time: it would ring as if nothing had been said. */
function followUpAt({ joinedBefore }: Outcome, { followUpMinutes }: FollowUpPolicy, now: Date): Date {
  const at = plus(now, followUpMinutes * MINUTE);
  return joinedBefore && at <= joinedBefore ? plus(joinedBefore, followUpMinutes * MINUTE) : at;
}

/** Who asked for the call sees at once what became of it. */
function isAskedFor({ purpose }: Outcome): boolean {
  return purpose === 'now' || purpose === 'test';
}

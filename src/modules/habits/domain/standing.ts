import type { OccurrenceStatus } from './day-status';
import type { Verdict } from './quantity';

/**
 * Why it was ended without a word of the person: its habit rests, its goal was still open when its time was over, or it is
 * not asked for: told of by the person on their own, or planned once and no more, and kept for what was said of it.
 */
export type ClosedBecause = 'resting' | 'goal-open' | 'not-asked';

/** How an occurrence stands, and why if nobody said so. */
export interface Standing {
  status: OccurrenceStatus;
  closedBecause: ClosedBecause | null;
}

/** What the end of its time depends on. */
export interface AtItsEnd {
  /** Its habit must not exceed its target: silence is success. */
  isLimit: boolean;
  /** It is one of several chances to reach a goal. */
  isOfGoal: boolean;
  /** What the number of its day says. */
  verdict: Verdict | null;
}

/** All that decides how an occurrence stands. */
export interface Facts extends AtItsEnd, Standing {
  /** What the person said of it in so many words. */
  word: 'completed' | 'skipped' | 'missed' | null;
  dueAt: Date;
  closesAt: Date;
  /** Its habit is paused or archived now: it asks for nothing. */
  rests: boolean;
  /** It is there because the person told of it after its time; without their word nothing remains of it. */
  isUnasked: boolean;
  /** It was asked about, be it before its time: it does not wait for its time any more. */
  isTakenUp: boolean;
}

/** A word of the person beats the number of the day, the number beats the clock. */
export function standingOf(facts: Facts, now: Date): Standing {
  const decided = facts.word ?? verdictFor(facts);
  return decided ? decidedAs(decided, facts) : byTheClock(facts, now);
}

/**
 * How it stands once the number of its day is another; null when that changes nothing. What the person said of it stays as
 * said; what the number decided before, and decides no more, is the clock's again, as is what nothing is known of any more.
 */
export function standingByNumber(facts: Facts, now: Date): Standing | null {
  const verdict = verdictFor(facts);
  if (facts.word || facts.status === verdict) return null;
  if (verdict) return decidedAs(verdict, facts);
  const wasByNumber = facts.status === (facts.isLimit ? 'missed' : 'completed');
  return wasByNumber || facts.isUnasked ? byTheClock(facts, now) : null;
}

/** What becomes of it when its time is over and nobody said a word of it. */
export function standingAtEnd({ isLimit, isOfGoal, verdict }: AtItsEnd): Standing {
  if (verdict) return said(verdict);
  if (isLimit) return said('completed');
  return isOfGoal ? { status: 'skipped', closedBecause: 'goal-open' } : said('missed');
}

/** What is still to come is planned: whether it is asked for by now, only planning can tell. */
function byTheClock(facts: Facts, now: Date): Standing {
  const { closedBecause, rests, isUnasked, isTakenUp, dueAt, closesAt } = facts;
  if (isUnasked) return { status: 'skipped', closedBecause: 'not-asked' };
  if (closedBecause === 'resting') return { status: 'skipped', closedBecause };
  if (now < dueAt && !isTakenUp) return said('planned');
  if (closesAt <= now) return standingAtEnd(facts);
  return rests ? { status: 'skipped', closedBecause: 'resting' } : said('due');
}

/** A day on which the habit rested may be filled all the same; too much of it then is no miss. */
function verdictFor({ verdict, closedBecause }: Facts): Verdict | null {
  return closedBecause === 'resting' && verdict === 'missed' ? null : verdict;
}

/** That it rested is remembered: it is what it comes back to. */
function decidedAs(status: OccurrenceStatus, { closedBecause }: Facts): Standing {
  return { status, closedBecause: closedBecause === 'resting' ? closedBecause : null };
}

function said(status: OccurrenceStatus): Standing {
  return { status, closedBecause: null };
}

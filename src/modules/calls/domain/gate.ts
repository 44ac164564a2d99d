import type { LineName, Purpose } from './call';
import { isLate } from './lateness';

export type RefusalCode =
  | 'suppressed'
  | 'silent'
  | 'time-zone-unknown'
  | 'outside-window'
  | 'daily-cap'
  | 'checked-in'
  | 'paused'
  | 'late'
  | 'joined'
  | 'nobody';

/** Why a call is not made: a code for programs and a sentence for the person. */
export interface Refusal {
  code: RefusalCode;
  reason: string;
}

/** How often a person may be rung in 24 hours, however many habits they have. */
export const DAILY_CAP: Record<LineName, number> = { browser: 60, telephone: 10 };

/** What is known of the person when the phone is about to ring. */
export interface PersonAtGate {
  suppressed: boolean;
  silentUntil: Date | null;
  /** Whether now lies inside their calling window; null when their time zone is not known. */
  insideWindow: boolean | null;
  appRings: 'any-hour' | 'calling-window';
  callsInLastDay: number;
}

/** One thing the call would be about. */
export interface ItemAtGate {
  /** Still asks for an answer. */
  open: boolean;
  /** Its habit is paused or archived. */
  resting: boolean;
  lateAfter: Date;
}

const SENTENCES: Record<RefusalCode, string> = {
  suppressed: 'You asked us not to call.',
  silent: 'You asked for silence until later.',
  'time-zone-unknown': 'We do not know your time zone.',
  'outside-window': 'It was outside your calling hours.',
  'daily-cap': 'We have called you as often as we may in one day.',
  'checked-in': 'It was checked in already.',
  paused: 'The habit is paused.',
  late: 'We were too late to call.',
  joined: 'It was asked about in a call that was answered just before.',
  nobody: 'The account is no more.',
};

export function refusal(code: RefusalCode): Refusal {
  return { code, reason: SENTENCES[code] };
}

/**
 * Whether this person may be rung at all, now. Everything must be known to be well: what cannot be read is a refusal.
 * Asking to be called now puts aside the calling window and nothing else.
 */
export function personRefusal(
  person: PersonAtGate | undefined,
  line: LineName,
  purpose: Purpose,
  now: Date,
): Refusal | null {
  if (!person) return refusal('nobody');
  if (person.suppressed) return refusal('suppressed');
  const asked = purpose === 'now' || purpose === 'test';
  if (!asked) {
    const wanted = hoursRefusal(person, line, now);
    if (wanted) return wanted;
  }
  return person.callsInLastDay >= DAILY_CAP[line] ? refusal('daily-cap') : null;
}

/** Whether one thing still belongs into the call. */
export function itemRefusal(item: ItemAtGate, now: Date): Refusal | null {
  if (!item.open) return refusal('checked-in');
  if (item.resting) return refusal('paused');
  return isLate(item.lateAfter, now) ? refusal('late') : null;
}

/** The telephone keeps to the window always, the browser when the person says so. */
function hoursRefusal(person: PersonAtGate, line: LineName, now: Date): Refusal | null {
  if (person.silentUntil && person.silentUntil > now) return refusal('silent');
  if (person.insideWindow === null) return refusal('time-zone-unknown');
  const keepsToWindow = line === 'telephone' || person.appRings === 'calling-window';
  return keepsToWindow && !person.insideWindow ? refusal('outside-window') : null;
}

import { LocalTime, TimeZone } from '../../../../kernel/local-time';
import { Meaning } from '../understanding/meaning';

/** A habit as a call needs to know it. */
export interface BriefedHabit {
  /** Null for a test call, and for a "call me now" that marks nothing. */
  occurrenceId: string | null;
  title: string;
  kind: 'yes-no' | 'numeric';
  unit: string | null;
  target: number | null;
  /** Which side of the target is good; `at-least` if it is not said. */
  direction?: 'at-least' | 'at-most';
  dueTime: LocalTime;
  /** So many in a row if this one is done; zero when its day or its goal asks for more. */
  streakIfDone: number;
  /** What is counted; days if it is not said. */
  streakUnit?: 'day' | 'week' | 'month';
  /** False when it was checked in elsewhere before it could be answered: it is not asked and gets no result. */
  open: boolean;
}

/** All a conversation knows from outside, gathered before the phone rings. */
export interface Briefing {
  purpose: 'due' | 'follow-up' | 'callback' | 'now' | 'test';
  personName: string | null;
  habits: BriefedHabit[];
  timeZone: TimeZone;
  timeFormat: '24h' | '12h';
  callbacksLeft: number;
  /** A callback later than this is refused aloud. */
  latestCallback: Date;
}

/** What reaches a conversation from the line and from the rest of the product. */
export type Heard =
  | { kind: 'answered' }
  | { kind: 'said'; text: string }
  | { kind: 'key'; digit: string }
  | { kind: 'interrupted' }
  | { kind: 'silence' }
  | { kind: 'closed-elsewhere'; occurrenceIds: string[] }
  | { kind: 'time-up' };

export interface Result {
  kind: 'result';
  occurrenceId: string | null;
  meaning: Meaning;
  quote: string;
  quantity?: number;
  callBackAt?: Date;
  reason?: string;
}

export type Effect =
  | Result
  | { kind: 'suppress'; quote: string; why: 'asked' | 'key' | 'wrong-person' }
  | { kind: 'hang-up' };

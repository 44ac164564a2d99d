import { LocalDate, LocalTime, TimeZone } from '../../../../kernel/local-time';
import type { Persona } from '../../../../kernel/voices';
import type { Purpose } from '../call';
import type { Memory } from '../memory/memory';
import { Alarm, Meaning, Understanding } from '../understanding/meaning';

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
  /** So many in a row would end if this one were missed; none if it is not said. */
  streakAtStake?: number;
  /** With this one the streak reaches a number worth telling of. */
  reachesMilestone?: boolean;
  /** It was asked for on the day before, and not done. */
  missedYesterday?: boolean;
  /** On a Monday: last week against the one before it, when something was asked in both. */
  weeks?: { last: WeekCount; before: WeekCount };
  /** What the person asked us to keep in mind about it the last time, to be told once. */
  memory?: Memory;
  /** False when it was settled elsewhere before it could be answered: it is not asked and gets no result. */
  open: boolean;
  /** How it was settled elsewhere; done if it is not said. */
  closedAs?: ClosedAs;
}

/** Done, at rest because its habit is paused, or settled otherwise: skipped, missed, deleted. */
export type ClosedAs = 'done' | 'paused' | 'settled';

/** How often a habit was done of how often it was asked, in a week from Monday to Sunday. */
export interface WeekCount {
  done: number;
  asked: number;
}

/** All a conversation knows from outside, gathered before the phone rings. */
export interface Briefing {
  purpose: Purpose;
  personName: string | null;
  /** The language of the call, such as `en`; English if it is not said. */
  language?: string;
  /** How the voice of the call speaks; warm if it is not said. */
  persona?: Persona;
  /** A greeting with gaps, and other words for it that were found beforehand. */
  rephrased?: { original: string; words: string };
  /** From 0 to 1, drawn once for the call: which of several ways to say a thing is taken. */
  chance?: number;
  /** The person's day that the call belongs to: with it, what is said differs from the day before. */
  day?: LocalDate;
  /** The person has never answered a call before. */
  firstCall?: boolean;
  habits: BriefedHabit[];
  timeZone: TimeZone;
  timeFormat: '24h' | '12h';
  callbacksLeft: number;
  /** A callback later than this is refused aloud. */
  latestCallback: Date;
  /** Over a telephone, where machines answer as well: what is done where a voicemail does. Not said in the app, where none can. */
  telephone?: { voicemail: 'hang-up' | 'leave-word' };
  /** False where nothing that is said is kept, only what it meant; it is if it is not said. */
  keepsWords?: boolean;
}

/** What reaches a conversation from the line and from the rest of the product. */
export type Heard =
  | { kind: 'answered' }
  | { kind: 'said'; text: string; understood: Understanding }
  | { kind: 'key'; digit: string }
  | { kind: 'interrupted' }
  | { kind: 'silence' }
  | { kind: 'closed-elsewhere'; occurrenceIds: string[]; as?: ClosedAs }
  | { kind: 'time-up' };

/** What the line brings: words are a `Heard` once they are understood, by the question they answer. */
export type Brought = Exclude<Heard, { kind: 'said' }> | { kind: 'said'; text: string };

export interface Result {
  kind: 'result';
  occurrenceId: string | null;
  meaning: Meaning;
  quote: string;
  quantity?: number;
  callBackAt?: Date;
  reason?: string;
  /** The person asked not to be called again today: what would be a call is a message. */
  quiet?: boolean;
}

export type Effect =
  | Result
  | { kind: 'suppress'; quote: string; why: 'asked' | 'key' | 'wrong-person' }
  | { kind: 'alarm'; alarm: Alarm; quote: string }
  /** To be kept, as the person agreed; and kept before, now told again. */
  | { kind: 'remember'; occurrenceId: string; memory: Memory }
  | { kind: 'memory-told'; occurrenceId: string }
  /** Over a telephone: it was said who calls, that it is an AI, and why; and it was answered as only a person does, once. */
  | { kind: 'disclosed' }
  | { kind: 'human' }
  /** `voicemail`: nobody was there to answer. */
  | { kind: 'hang-up'; voicemail?: true };

/** What a person can mean by an answer on the phone; the same words in results, tables and JSON. */
export const MEANINGS = [
  'done',
  'partly',
  'not-done',
  'skip',
  'later',
  'stop-calling',
  'wrong-person',
  'repeat',
  'who-is-this',
  'help',
  'unclear',
] as const;

export type Meaning = (typeof MEANINGS)[number];

export const LONGEST_QUOTE = 500;

export interface Understanding {
  meaning: Meaning;
  /** From 0 to 1. */
  confidence: number;
  /** The person's words as heard, trimmed, at most `LONGEST_QUOTE` characters. */
  quote: string;
  quantity?: number;
  /** For `later`: the instant the person named, and the way they named it: so many minutes, or a time on their clock. */
  callBackAt?: Date;
  inMinutes?: number;
  /** `YYYY-MM-DDTHH:mm` where the person is. */
  at?: string;
  /** What followed "because". */
  reason?: string;
  /** What the meaning rests on: a key, words that say so, a bare yes to the question, a number alone, or only that others who said the like meant it. */
  basis?: Basis;
  /** For `unclear`: what it may well have meant. Worth asking back, never to be taken for an answer. */
  perhaps?: 'done';
  /** Words of danger: the meaning is `unclear` then, whatever else was said. */
  alarm?: Alarm;
}

/** Kinds of danger, the one that goes first where both are heard. */
export const ALARMS = ['self-harm', 'emergency'] as const;

export type Alarm = (typeof ALARMS)[number];

export type Basis = 'key' | 'words' | 'yes' | 'number' | 'likeness';

export function quoted(heard: string): string {
  return heard.trim().slice(0, LONGEST_QUOTE).trim();
}

import { TimeZone } from '../../../../kernel/local-time';

/** The question a person answers; the same word means different things after different questions. */
export const ASKED = [
  'done?',
  'call-again?',
  'how-many?',
  'did-you-mean-done?',
  'when?',
  'skip?',
  'remember?',
] as const;

export type Asked = (typeof ASKED)[number];

export interface Situation {
  asked: Asked;
  now: Date;
  timeZone: TimeZone;
  /** The habit counts something, so a number is an answer. */
  numeric: boolean;
  unit?: string | null;
  /** Who should have answered; lets "this is not Ada" be understood. */
  personName?: string | null;
  /** The language of the call, such as `en`; English if it is not said. */
  language?: string;
  /** The habit's title: its own words are part of an answer about it. */
  habitTitle?: string | null;
}

import type { BriefedHabit, Briefing } from '../conversation/briefing';

/** No sentence has more words, whatever a title holds. */
export const LONGEST_SENTENCE = 30;

/**
 * Every sentence a call can say; nothing is spoken that does not come from here. A title is quoted text: cleaned, never
 * obeyed.
 */
export interface Script extends Sentences {
  /**
   * Who calls, that it is an AI, and why, in one sentence: the first words of every call (FACTS: disclosure, call
   * screening). Where the situation has more to say, one more sentence.
   */
  greeting(briefing: Pick<Briefing, 'personName' | 'habits'>): string[];
  writtenDown: string;
  haveYouDoneIt: string;
  /** For one habit done; a streak is worth words from its second day, week or month on. */
  praise(habit: BriefedHabit): string[];
  thanksForTelling: string;
  skipped: string;
  partNoted: string;
  goodbye: string;
}

/** What every persona of a language says in the same words. */
export interface Sentences {
  firstHabit(habit: BriefedHabit): string;
  nextHabit(habit: BriefedHabit): string;
  aboutHabit(habit: BriefedHabit): string;
  alreadyDone(habit: BriefedHabit): string;
  didYouMeanDone: string;
  howMany(habit: BriefedHabit): string;
  whenAgain: string;
  sayATime: string;
  sayYesOrNo: string;
  whoThisIs: string;
  howToAnswer: string;
  /** While an answer takes longer than a person likes to wait in silence. */
  oneMoment: string;
  nothingHeard: string;
  leftOpen: string;
  noCallAgain: string;
  notSoLate: string;
  timeIsUp: string;
  testWorks: string;
  stopped: readonly string[];
  wrongPerson: readonly string[];
  /** A callback to `habits` habits, as it was understood. */
  callAgainAt(instant: Date, now: Date, briefing: Pick<Briefing, 'timeZone' | 'timeFormat'>, habits: number): string;
}

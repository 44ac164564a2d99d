import type { BriefedHabit, Briefing } from '../conversation/briefing';
import type { EmergencyNumbers } from '../emergency-numbers';
import type { Alarm } from '../understanding/meaning';

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
  /** What is about to be remembered, and whether it shall be. */
  youSaid(text: string): string;
  shallIRemember: string;
  remembered: string;
  /** What was remembered, in the person's words. */
  lastTimeYouSaid(text: string): string;
  /** Instead of `writtenDown`, where no words are kept. */
  onlyMeaningKept: string;
  nothingHeard: string;
  leftOpen: string;
  noCallAgain: string;
  notSoLate: string;
  timeIsUp: string;
  testWorks: string;
  stopped: readonly string[];
  wrongPerson: readonly string[];
  /** They want no calls, and we failed to store it. */
  stopNotStored: readonly string[];
  /** A callback to `habits` habits, as it was understood. */
  callAgainAt(instant: Date, now: Date, briefing: Pick<Briefing, 'timeZone' | 'timeFormat'>, habits: number): string;
  /** When words did not do: the keys do always. */
  pressAKey: string;
  shallISkip: string;
  whereHoursAre: string;
  howToStop: string;
  takeYourTime: string;
  /** To whoever asks in the person's place: who calls, and why, without the habit, which is nobody else's business. */
  toTheScreener(briefing: Pick<Briefing, 'personName'>): string;
  /** To somebody else on their telephone. */
  toSomebodyElse: string;
  /** On a voicemail: no habit is named there. Either that nothing is left, or the one word that was agreed to be left. */
  toTheVoicemail: string;
  wordForVoicemail: readonly string[];
  nowPaused(habit: BriefedHabit): string;
  settledElsewhere(habit: BriefedHabit): string;
  /** Words of danger were heard: what we can not do, and who can. */
  inDanger(alarm: Alarm, numbers: EmergencyNumbers): readonly string[];
}

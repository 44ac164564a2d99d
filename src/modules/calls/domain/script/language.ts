import type { Persona } from '../../../../kernel/voices';
import type { BriefedHabit } from '../conversation/briefing';
import type { Sentences } from './script';
import type { CallSituation } from './situation';

/**
 * Ways to say one thing, at least two: by the day of the call one half of them or the other is used, and chance chooses in
 * it, so that no two days in a row sound alike.
 */
export type Choice = readonly [string, string, ...string[]];

/**
 * The words of one persona in one language, as data. In braces stands what is filled in, cleaned and never obeyed:
 *
 * - `{hello}` a greeting with the person's name or without one;
 * - `{habit}` the quoted title, or how many habits there are;
 * - `{streak}` the streak there is ("4-day streak"), `{newCount}` its length with this one done ("5 days");
 * - `{lastWeek}` and `{weekBefore}` how often it was done.
 *
 * Each stands only where it is known: `{streak}` where one is at stake, the weeks in what is said on Mondays, `{newCount}`
 * where a milestone is near and after the praise.
 */
export interface PersonaWords {
  hello: { named: Choice; nameless: Choice };
  /** Who calls and that it is an AI; the reason follows in the same sentence. */
  opening: Choice;
  /** Why; what follows its first full stop is a sentence of its own. */
  reasons: Readonly<Record<Exclude<CallSituation, 'monday'>, Choice>> & { monday: MondayWords };
  writtenDown: Choice;
  haveYouDoneIt: Choice;
  praise: Choice;
  /** After the praise: a row, a row that reaches a milestone, its first, and the first after a miss. */
  rowGrows: Choice;
  milestoneReached: Choice;
  rowBegins: Choice;
  backAgain: Choice;
  /** One of several habits done, and one whose row grows. */
  oneOfSeveralDone: Choice;
  oneOfSeveralGrows: Choice;
  thanksForTelling: Choice;
  skipped: Choice;
  partNoted: Choice;
  goodbye: Choice;
}

/** Last week against the one before. Fewer is told as news of a new week, never as a fall. */
export interface MondayWords {
  more: Choice;
  same: Choice;
  fewer: Choice;
}

type StreakUnit = NonNullable<BriefedHabit['streakUnit']>;

/** What a language needs beyond words: how it counts, and what it calls a habit whose title can not be spoken. */
export interface Grammar {
  /** Such as `4 days`. */
  counted(count: number, unit: StreakUnit): string;
  /** Such as `4-day streak`. */
  streak(count: number, unit: StreakUnit): string;
  /** Such as `3 of your habits`. */
  severalHabits(count: number): string;
  /** Such as “Read ten pages”. */
  quoted(title: string): string;
  namelessHabit: string;
}

/** By what a greeting is checked that somebody else has put into other words. */
export interface Checks {
  /** What an AI is called. */
  ai: string;
  /** Small words, of which every greeting in the language has two. */
  everyday: readonly string[];
  /** Promises, orders, blame, medicine, money, denials: what no greeting says. */
  unsaid: RegExp;
}

/** Everything a call can say in one language. */
export interface Language {
  personas: Readonly<Record<Persona, PersonaWords>>;
  sentences: Sentences;
  grammar: Grammar;
  checks: Checks;
}

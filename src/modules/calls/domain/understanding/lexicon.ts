import type { Learnt } from './classifier/classifier';
import type { Phrases } from './phrase';

type Words = ReadonlySet<string>;
type Numbers = Readonly<Record<string, number>>;

/** How a language counts. */
export interface NumberWords {
  numberWords: Numbers;
  /** The number a word is made of, where a language writes long ones in one word. */
  compound: (word: string) => number | undefined;
  /** What multiplies the number before it; a thousand also begins a new group. */
  multipliers: Numbers;
  thousand: string;
  fractions: Numbers;
  setAmounts: Numbers;
  articles: Words;
  /** What people say before the number they did. */
  beforeAmount: readonly string[];
  and: string;
  of: string;
  point: Words;
  about: Words;
  /** Whether a comma, and not a point, stands before the fraction. */
  decimalComma: boolean;
  /** What "%" is read as; a share of something is no number of it. */
  percent: string;
  /** Nouns people count that are no units of the habit unless it names them: "five sets". */
  countNouns: Words;
  /** Families of units whose hundredths are said behind them: "seven euros twenty". */
  money: Words;
  /** What stands between a part that was done and the whole: "six *of the* ten". */
  ofWhole: readonly string[];
  /** What stands between a length of time and what it was spent on. */
  spentOn: Words;
  /** Units that turn into one another, by every name of theirs. */
  measures: Readonly<Record<string, Measure>>;
  /** What stands between a number and its unit: "half an hour". */
  beforeMeasure: Words;
}

/** How a language tells the time. */
export interface TimeWords {
  /** Minutes in a unit of time. */
  timeUnits: Numbers;
  /** Spans nobody measures, in minutes, as a habit of speech means them. The longest that fits is taken. */
  looseSpans: Numbers;
  /** Parts of a day as wall-clock hours, for "this evening" and the like. */
  partsOfDay: Numbers;
  namedClocks: Numbers;
  /** What makes an hour one of the morning or of the evening, after it. */
  halvesOfDay: Readonly<Record<string, 'am' | 'pm'>>;
  daysAhead: Numbers;
  /** Parts of a day that are named behind one alone: "tomorrow morning". */
  partsBehindDay: Numbers;
  /** Monday is 1. */
  weekdays: Numbers;
  timeWords: {
    beforeSpan: readonly string[];
    afterSpan: readonly string[];
    ago: readonly string[];
    beforeUnit: readonly string[];
    minutesAfter: Words;
    beforeClock: readonly string[];
    aroundClock: readonly string[];
    /** What makes a time the latest there is. */
    untilClock: Words;
    /** "On Friday". */
    beforeWeekday: Words;
    past: Words;
    to: Words;
    half: string;
    /** Whether half an hour is named by the hour to come: "halb sieben" is 6:30. */
    halfTo: boolean;
    quarter: string;
    oclock: string;
    ohMinutes: Words;
    /** What opens a length of time gone by: "for half an hour". */
    during: string;
    /** What opens a correction: "make it eight". */
    instead: readonly string[];
    /** "Ten more minutes" are still to come. */
    more: string;
  };
}

/** The words a language is made of, as `tokens.ts` leaves them: lower case, contractions spelled out. */
export interface Vocabulary {
  /** Short forms a suffix does not explain, with and without the apostrophe transcribers forget. */
  shortForms: Readonly<Record<string, string>>;
  /** Endings of contractions; the longest that fits is spelled out. */
  contractions: Readonly<Record<string, string>>;
  /** `'s` stands for "is" only after these words. */
  beforeIs: Words;
  /** And before these words, whatever it stands behind: "the dog's been out". */
  afterIs: Words;
  /** Sounds that transcribers write in several ways, and the one that is known here; no longer than what was found. */
  spellings: ReadonlyArray<readonly [RegExp, string]>;
  /** Said without changing what is meant, and left out. */
  fillers: Words;
  /** Fillers that are meant behind another word: "not just". */
  meantFillers: Words;
  /** Left out too, unless nothing else is said between two pauses: then they are an answer. */
  emphasis: Words;
  /** Where one thought ends and the next begins. */
  conjunctions: Words;
  /** Conjunctions behind which stands what counts, and before which what is conceded: "I forgot at first, but I did it". */
  turning: Words;
  /** Conjunctions behind which stands what follows from what was told: "I have the flu, so no run". */
  concluding: Words;
  /** What tells but when, where or how, right behind a deed. */
  circumstances: Words;
  /** Words that are a thought of their own and need no pause: "yeah no I have not". */
  interjections: Words;
  /** Words that no open slot of a phrase may take. */
  negators: Words;
  /** Words that open a sentence after "no"; before any other word "no" counts things: "no kids today". */
  afterNo: Words;
  because: string;
  /** Words for yes that are said for politeness as well, and in irony. */
  lightYes: Words;
  /** Who else may have done it. */
  persons: Words;
  /** What goes on: "biting"; none where a language has no form for it. */
  progressive: RegExp | null;
  /** What says that it goes on just now. */
  now: Words;
  /** Whose it is. */
  iAm: Words;
  /** What tells that something was done: words in the past, by their endings and by name. */
  past: RegExp;
  pasts: Words;
  /** Words that look like it and are none, or tell of what was not done. */
  notPasts: Words;
  /** Small words around one: whose deed it was, and what became of it: "they *are* sorted *out*". */
  aroundPast: Words;
  /** Whoever calls, as people address them. */
  you: Words;
  /** Word classes for phrases, written with a `$` there. */
  classes: Readonly<Record<string, Words>>;
}

/** All a language brings: its words, and the phrases made of them. */
export interface Lexicon extends NumberWords, TimeWords, Vocabulary {
  habits: HabitVocabulary;
  phrases: Phrases;
  /** What classifiers learnt of the language, by `npm run learn:understanding`. */
  learnt: { meanings: Learnt; alarms: Learnt };
}

/** What a unit measures, and how many of the smallest unit of its family it is. */
export interface Measure {
  family: string;
  size: number;
}

/** A verb with its forms: "take", "took", "taken", "taking". */
export type VerbForms = readonly [base: string, past: string, participle: string, ing: string];

/** What a language knows about the deeds and things of habits. */
export interface HabitVocabulary {
  /** The forms of every verb that habits are made of. */
  verbs: readonly VerbForms[];
  /** Verbs that say much the same. */
  synonyms: readonly (readonly string[])[];
  /** What people do with a thing, by the thing's name: pills are taken. */
  deedsWith: Readonly<Record<string, readonly string[]>>;
  /** What else people call it. */
  alsoCalled: Readonly<Record<string, readonly string[]>>;
  /** Words of a title that say nothing about the deed. */
  idle: ReadonlySet<string>;
  /** What opens the title of a habit of leaving something alone. */
  avoiding: ReadonlySet<string>;
  /** Forms that mean too much else to be taken for the deed. */
  ambiguous: ReadonlySet<string>;
  /** The forms of a verb nobody listed. */
  conjugate(base: string): VerbForms;
  /** A word without its ending for one or many. */
  stem(word: string): string;
}

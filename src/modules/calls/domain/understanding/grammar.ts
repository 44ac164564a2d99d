import type { Measure } from './amounts';
import type { HabitVocabulary } from './habit-words';
import type { Pattern } from './patterns';
import type { PhraseSign, Phrases } from './phrase';

type Words = ReadonlySet<string>;
type Numbers = Readonly<Record<string, number>>;

/** How a language counts. */
export interface NumberWords {
  numberWords: Numbers;
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
  point: string;
  about: Words;
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
  timeWords: {
    beforeSpan: readonly string[];
    afterSpan: readonly string[];
    ago: readonly string[];
    beforeUnit: readonly string[];
    minutesAfter: string;
    beforeClock: readonly string[];
    aroundClock: readonly string[];
    /** What makes a time the latest there is. */
    untilClock: Words;
    past: Words;
    to: Words;
    half: string;
    quarter: string;
    oclock: string;
    ohMinutes: Words;
    /** What opens a length of time gone by: "for half an hour". */
    during: string;
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
  /** Said without changing what is meant, and left out. */
  fillers: Words;
  /** Left out too, unless nothing else is said between two pauses: then they are an answer. */
  emphasis: Words;
  /** Where one thought ends and the next begins. */
  conjunctions: Words;
  /** Words that are a thought of their own and need no pause: "yeah no I have not". */
  interjections: Words;
  /** Words that no open slot of a phrase may take. */
  negators: Words;
  /** Words that open a sentence after "no"; before any other word "no" counts things: "no kids today". */
  afterNo: Words;
  because: string;
  /** Word classes for phrases, written with a `$` there. */
  classes: Readonly<Record<string, Words>>;
}

/** All a language brings: its words, and the phrases made of them. */
export interface Lexicon extends NumberWords, TimeWords, Vocabulary {
  habits: HabitVocabulary;
  phrases: Phrases;
}

/** A lexicon with its phrases compiled for reading. */
export interface Grammar extends Lexicon {
  /** The phrases by the words they can begin with, in the order of the lexicon. */
  book: ReadonlyMap<string, readonly PhraseEntry[]>;
  /** Every word some phrase knows. */
  known: Words;
}

export interface PhraseEntry {
  kind: PhraseSign;
  pattern: Pattern;
}

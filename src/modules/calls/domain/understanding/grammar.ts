import type { Classifier } from './classifier/classifier';
import type { Lexicon } from './lexicon';
import type { Alarm, Meaning } from './meaning';
import type { Pattern } from './patterns';
import type { PhraseSign } from './phrase';

/** A lexicon with its phrases compiled for reading. */
export interface Grammar extends Lexicon {
  /** The phrases by the words they can begin with, in the order of the lexicon. */
  book: ReadonlyMap<string, readonly PhraseEntry[]>;
  /** Every word some phrase knows. */
  known: ReadonlySet<string>;
  /** What answers mean, and whether they tell of danger, by what they are like. */
  meanings: Classifier<Meaning>;
  alarms: Classifier<Alarm | 'none'>;
}

export interface PhraseEntry {
  kind: PhraseSign;
  pattern: Pattern;
}

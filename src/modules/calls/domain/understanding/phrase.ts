/** What a phrase is a sign of. */
export type PhraseSign =
  /** Words of danger. */
  | 'self-harm'
  | 'emergency'
  /** Requests that are not answers. */
  | 'stop'
  | 'not-stop'
  | 'wrong-person'
  | 'repeat'
  | 'who'
  | 'help'
  /** An order to the machine about what to note; never an answer. */
  | 'order'
  /** The opening of a question that is none of the requests above. */
  | 'asking'
  | 'later'
  | 'skip'
  /** Words for calling somebody; a request with a time beside it. */
  | 'call'
  /** Where one cannot talk; `later` when nothing more is said. */
  | 'busy'
  /** That somebody cannot come to the telephone, said perhaps of another: `wrong-person` when nothing more is said. */
  | 'away'
  /** A temptation given in to. */
  | 'lapse'
  /** Something taken: a lapse where a habit is to leave it alone, and nothing elsewhere. */
  | 'indulged'
  /** That it will not be, today: "no run"; a `skip` where a reason was told. */
  | 'omitted'
  /** Answers. */
  | 'yes'
  | 'no'
  | 'done'
  /** Done, in the words of the habit. */
  | 'deed'
  | 'likely-done'
  | 'partly'
  /** Makes what stands beside it less than whole: "almost". */
  | 'hedge'
  | 'not-done'
  | 'unsure'
  /** Words that change what stands behind or before them. */
  | 'not'
  | 'intent'
  /** What a person will do by themselves: "I will", "I was about to". */
  | 'plan'
  /** Planned once, and perhaps done or not since. */
  | 'past-intent'
  | 'task'
  | 'doubt'
  | 'perhaps'
  | 'taken-back'
  | 'correction'
  | 'other-day'
  | 'remaining'
  /** Words that change nothing. */
  | 'harmless'
  /** Where, when or with what; no more than that. */
  | 'adjunct'
  /** A yes where something was offered or read back, and nothing after the plain question. */
  | 'agreed'
  /** A no there. */
  | 'declined'
  | 'greeting';

/** What every word of the person's own name is replaced by before phrases are looked for. */
export const THE_NAME = '$name';

/** Signs and the phrases that give them, in the little language of `patterns.ts`. */
export type Phrases = ReadonlyArray<readonly [PhraseSign, readonly string[]]>;

/** What a phrase is a sign of. */
export type PhraseSign =
  /** Requests that are not answers. */
  | 'stop'
  | 'not-stop'
  | 'wrong-person'
  | 'repeat'
  | 'who'
  | 'help'
  | 'later'
  | 'skip'
  /** Answers. */
  | 'yes'
  | 'no'
  | 'done'
  | 'likely-done'
  | 'partly'
  | 'not-done'
  | 'unsure'
  /** Words that change what stands behind or before them. */
  | 'not'
  | 'intent'
  | 'task'
  | 'doubt'
  | 'perhaps'
  | 'taken-back'
  | 'correction'
  | 'other-day'
  | 'remaining'
  /** Words that change nothing. */
  | 'harmless'
  | 'greeting';

/** What every word of the person's own name is replaced by before phrases are looked for. */
export const THE_NAME = '$name';

/** Signs and the phrases that give them, in the little language of `patterns.ts`. */
export type Phrases = ReadonlyArray<readonly [PhraseSign, readonly string[]]>;

export const MEMORY_KINDS = ['reason', 'commitment'] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** The one thing that is remembered about a habit from what its person said: why not, or when it will be done. */
export interface Memory {
  kind: MemoryKind;
  /** The person's own words, as they may be spoken. */
  text: string;
}

/** Long enough for a reason, and short enough to be told before the question without trying anybody's patience. */
export const LONGEST_MEMORY = { characters: 200, words: 10 };

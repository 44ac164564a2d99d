import { ANSWERS } from './answers';
import { MODIFIERS } from './modifiers';
import { Phrases } from './phrase';
import { REQUESTS } from './requests';

export type { PhraseSign } from './phrase';

/**
 * Every English phrase the rules know. At each word the longest counts, and of equally long ones the first: requests
 * before answers, answers before the words around them.
 */
export const PHRASES: Phrases = [...REQUESTS, ...ANSWERS, ...MODIFIERS];

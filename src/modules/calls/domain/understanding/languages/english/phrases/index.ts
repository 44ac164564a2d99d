import { Phrases } from '../../../phrase';
import { ALARMS } from './alarms';
import { ANSWERS } from './answers';
import { DEEDS } from './deeds';
import { MODIFIERS } from './modifiers';
import { REPLIES } from './replies';
import { REQUESTS } from './requests';

/**
 * Every English phrase the rules know. At each word the longest counts, and of equally long ones the first: requests
 * before answers, answers before the words around them.
 */
export const PHRASES: Phrases = [...ALARMS, ...REPLIES, ...REQUESTS, ...DEEDS, ...ANSWERS, ...MODIFIERS];

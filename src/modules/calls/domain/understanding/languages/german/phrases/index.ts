import { Phrases } from '../../../phrase';
import { ALARMS } from './alarms';
import { ANSWERS } from './answers';
import { MODIFIERS } from './modifiers';
import { REQUESTS } from './requests';

/** Every German phrase the rules know, in the order of those in English. */
export const PHRASES: Phrases = [...ALARMS, ...REQUESTS, ...ANSWERS, ...MODIFIERS];

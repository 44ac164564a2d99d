import { endingOr } from '../../../alarm-phrases';
import type { Phrases } from '../../../phrase';
import { EMERGENCIES } from './alarms-of-emergency';
import { SELF_HARM } from './alarms-of-self-harm';

/** What a sentence begins with, where no pause is heard before it. */
const BEGINNINGS = 'i|he|she|they|we|my|please|help|oh|god|call|send|someone|somebody|quick';

/** Words of danger: the person speaks of harming themselves, or needs help at once. */
export const ALARMS: Phrases = [
  ['self-harm', endingOr(SELF_HARM, 'i|please|help|oh|god|tell|goodbye')],
  ['emergency', endingOr(EMERGENCIES, BEGINNINGS)],
];

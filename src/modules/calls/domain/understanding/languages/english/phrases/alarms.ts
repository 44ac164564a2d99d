import { endingOr } from '../../../alarm-phrases';
import type { Phrases } from '../../../phrase';
import { EMERGENCIES } from './alarms-of-emergency';
import { SELF_HARM } from './alarms-of-self-harm';

/** Words of danger: the person speaks of harming themselves, or needs help at once. */
export const ALARMS: Phrases = [
  ['self-harm', endingOr(SELF_HARM)],
  ['emergency', endingOr(EMERGENCIES)],
];

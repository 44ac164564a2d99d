import type { Language } from '../../language';
import { calm } from './calm';
import { checks } from './checks';
import { confident } from './confident';
import { energetic } from './energetic';
import { grammar } from './grammar';
import { sentences } from './sentences';
import { warm } from './warm';

export const german: Language = { personas: { warm, confident, calm, energetic }, sentences, grammar, checks };

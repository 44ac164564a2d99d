import type { Lexicon } from '../../lexicon';
import { habits } from './habits';
import learnt from './learnt.json';
import { numbers } from './numbers';
import { PHRASES } from './phrases';
import { times } from './times';
import { vocabulary } from './words';

export const german: Lexicon = { ...numbers, ...times, ...vocabulary, habits, phrases: PHRASES, learnt };

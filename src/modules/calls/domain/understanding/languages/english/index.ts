import { type Lexicon } from '../../grammar';
import { numbers } from './numbers';
import { PHRASES } from './phrases';
import { times } from './times';
import { vocabulary } from './words';

export const english: Lexicon = { ...numbers, ...times, ...vocabulary, phrases: PHRASES };

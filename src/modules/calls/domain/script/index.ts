import type { Briefing } from '../conversation/briefing';
import { english } from './english';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

/** Who speaks, and in which language. */
export type Manner = Pick<Briefing, 'language' | 'persona' | 'chance'>;

/** The languages a call can be held in; English when there is no other. */
const SCRIPTS: Readonly<Record<string, (manner: Manner) => Script>> = { en: english };

export function scriptFor(manner: Manner): Script {
  const write = SCRIPTS[manner.language ?? 'en'] ?? english;
  return write(manner);
}

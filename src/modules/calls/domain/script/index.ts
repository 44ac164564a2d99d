import type { Briefing } from '../conversation/briefing';
import { compose, type Manner } from './compose';
import type { Language } from './language';
import { english } from './languages/english';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

/** The languages a call can be held in; English when there is no other. */
const LANGUAGES: Readonly<Record<string, Language>> = { en: english };

/** The words of a call in its language. */
export function scriptFor(manner: Manner & Pick<Briefing, 'language'>): Script {
  return compose(LANGUAGES[manner.language ?? 'en'] ?? english, manner);
}

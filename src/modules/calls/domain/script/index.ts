import type { Briefing } from '../conversation/briefing';
import { compose, type Manner } from './compose';
import type { Language } from './language';
import { english } from './languages/english';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

type Spoken = Pick<Briefing, 'language'>;

/** The languages a call can be held in; English when there is no other. */
const LANGUAGES: Readonly<Record<string, Language>> = { en: english };

/** The words of a call in its language. */
export function scriptFor(manner: Manner & Spoken): Script {
  return compose(LANGUAGES[languageOf(manner)]!, manner);
}

/** The language a call is held in: the person's, or English when it has no script. */
export function languageOf({ language }: Spoken): string {
  return language && Object.hasOwn(LANGUAGES, language) ? language : 'en';
}

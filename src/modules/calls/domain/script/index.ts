import type { Briefing } from '../conversation/briefing';
import { compose, type Manner } from './compose';
import type { Language } from './language';
import { english } from './languages/english';
import { german } from './languages/german';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

type Spoken = Pick<Briefing, 'language'>;

/** The languages a call can be held in, by their primary subtag (RFC 5646). */
const LANGUAGES: Readonly<Record<string, Language>> = { en: english, de: german };

export const SCRIPT_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The words of a call in its language. */
export function scriptFor(manner: Manner & Spoken): Script {
  return compose(LANGUAGES[languageOf(manner)]!, manner);
}

/** The language a call is held in: `de` for a person's `de-AT`, and English where there is no script. */
export function languageOf({ language = 'en' }: Spoken): string {
  const subtag = language.split('-', 1)[0]!.toLowerCase();
  return Object.hasOwn(LANGUAGES, subtag) ? subtag : 'en';
}

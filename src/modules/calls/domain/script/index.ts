import type { Briefing } from '../conversation/briefing';
import { compose, type Manner } from './compose';
import type { Language } from './language';
import { english } from './languages/english';
import { german } from './languages/german';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

/** The languages a call can be held in, by their primary subtag (RFC 5646). */
const LANGUAGES: Readonly<Record<string, Language>> = { en: english, de: german };

export const SCRIPT_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The words of a call in its language; in English where there is no script in it. */
export function scriptFor(manner: Manner & Pick<Briefing, 'language'>): Script {
  const subtag = primarySubtag(manner.language ?? 'en');
  return compose(Object.hasOwn(LANGUAGES, subtag) ? LANGUAGES[subtag]! : english, manner);
}

/** `de` of `de-AT`. */
function primarySubtag(tag: string): string {
  return tag.split('-', 1)[0]!.toLowerCase();
}

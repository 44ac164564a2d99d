import { type SpokenLanguage, spokenLanguage } from '../../../../kernel/languages';
import type { Briefing } from '../conversation/briefing';
import { isAcceptable } from './acceptable';
import { compose, greetingsWritten, greetingWritten, type Manner } from './compose';
import type { Language } from './language';
import { english } from './languages/english';
import { german } from './languages/german';
import type { Script } from './script';

export { LONGEST_SENTENCE, type Script } from './script';

type Spoken = Pick<Briefing, 'language'>;

const LANGUAGES: Readonly<Record<SpokenLanguage, Language>> = { en: english, de: german };

/** The words of a call in its language. */
export function scriptFor(manner: Manner & Spoken): Script {
  return compose(LANGUAGES[languageOf(manner)], manner);
}

/** The language a call is held in: `de` for a person's `de-AT`, and English where there is no script. */
export function languageOf({ language }: Spoken): SpokenLanguage {
  return spokenLanguage(language);
}

/** The greeting of a call with its gaps, before anything is filled in or put into other words. */
export function greetingOf(manner: Manner & Spoken): string {
  return greetingWritten(LANGUAGES[languageOf(manner)], manner);
}

/** All greetings of all languages, with their gaps. */
export function allGreetings(): { language: string; original: string }[] {
  return Object.entries(LANGUAGES).flatMap(([language, words]) =>
    greetingsWritten(words).map((original) => ({ language, original })),
  );
}

/** Whether other words for a greeting may be said instead of it. */
export function mayBeSaid(words: string, { language, original }: { language: string; original: string }): boolean {
  return isAcceptable(words, original, LANGUAGES[spokenLanguage(language)].checks);
}

/** The languages a call can be held in, by their primary subtag (RFC 5646). One has words to say and words to understand. */
export const SPOKEN_LANGUAGES = ['en', 'de'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** A language tag as people's devices name theirs: `en`, `de-AT`, `zh-Hant-TW`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** The language of a call for someone whose language this is: `de` for `de-AT`, and English where we do not speak theirs. */
export function spokenLanguage(tag = 'en'): SpokenLanguage {
  const subtag = tag.split('-', 1)[0]!.toLowerCase();
  return SPOKEN_LANGUAGES.find((language) => language === subtag) ?? 'en';
}

/** The tag speech is synthesised and transcribed by. */
export const SPEECH_TAGS: Readonly<Record<SpokenLanguage, string>> = { en: 'en-US', de: 'de-DE' };

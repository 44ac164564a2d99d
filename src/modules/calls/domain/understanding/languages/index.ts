import type { Grammar } from '../grammar';
import { grammarOf } from '../phrase-book';
import { english } from './english';
import { german } from './german';

/**
 * The languages the rules understand, by their primary subtag (RFC 5646). A language is a folder like `english/` and a
 * line here; it is compiled when it is first asked for.
 */
const LEXICONS = { en: english, de: german };

type Language = keyof typeof LEXICONS;

export const UNDERSTOOD_LANGUAGES = Object.keys(LEXICONS) as readonly Language[];

const grammars = new Map<Language, Grammar>();

/** The grammar of a language such as `de-AT`; that of English where there is none. */
export function grammarFor(tag = 'en'): Grammar {
  const language = languageOf(tag);
  const known = grammars.get(language) ?? grammarOf(LEXICONS[language]);
  grammars.set(language, known);
  return known;
}

function languageOf(tag: string): Language {
  const subtag = tag.split('-', 1)[0]!.toLowerCase();
  return UNDERSTOOD_LANGUAGES.find((language) => language === subtag) ?? 'en';
}

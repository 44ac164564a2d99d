import { type SpokenLanguage, spokenLanguage } from '../../../../../kernel/languages';
import type { Grammar } from '../grammar';
import type { Lexicon } from '../lexicon';
import { grammarOf } from '../phrase-book';
import { english } from './english';
import { german } from './german';

/** A language is a folder like `english/` and a line here; it is compiled when it is first asked for. */
const LEXICONS: Readonly<Record<SpokenLanguage, Lexicon>> = { en: english, de: german };

const grammars = new Map<SpokenLanguage, Grammar>();

/** The grammar of a language such as `de-AT`; that of English where there is none. */
export function grammarFor(tag?: string): Grammar {
  const language = spokenLanguage(tag);
  const known = grammars.get(language) ?? grammarOf(LEXICONS[language]);
  grammars.set(language, known);
  return known;
}

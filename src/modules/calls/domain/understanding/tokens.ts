import { BEFORE_IS, CONTRACTIONS, EMPHASIS, FILLERS, SHORT_FORMS } from './lexicon';

/** One spoken word, or a pause a transcriber wrote as punctuation. */
export interface Token {
  word: string;
  /** Where it begins in the text that was heard. */
  at: number;
}

const TOKEN =
  /\d{1,2}:\d{2}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[ap]\.\s?m\b\.?|'?\p{L}+(?:'\p{L}+)*|[.,;:!?…—]/gu;

/** Pauses as tokens: what ends a thought, what ends a question, and the lighter comma. */
const PAUSES: Readonly<Record<string, string>> = { ',': ',', '—': ',', ':': ',', '?': '?' };

/**
 * What was heard, as words one can compare: lower case, contractions spelled out ("haven't" is "have not"), fillers
 * left out. Meaning is read from whole words alone, so that "yesterday" is never a yes.
 */
export function tokensOf(heard: string): Token[] {
  const text = heard.toLowerCase().replace(/[’‘`´]/g, "'");
  const tokens = [...text.matchAll(TOKEN)].flatMap((found) => spelledOut(found[0], found.index));
  return withoutFillers(tokens);
}

export function isPause(word: string | undefined): boolean {
  return word === undefined || word === '.' || word === ',' || word === '?';
}

function spelledOut(raw: string, at: number): Token[] {
  if (/^[.,;:!?…—]$/.test(raw)) return [{ word: PAUSES[raw] ?? '.', at }];
  return plainWords(raw)
    .split(' ')
    .map((word) => ({ word, at }));
}

function plainWords(raw: string): string {
  if (/^\d/.test(raw)) return raw.replaceAll(',', '');
  if (/^[ap]\./.test(raw)) return `${raw[0]}m`;
  const known = SHORT_FORMS[raw] ?? SHORT_FORMS[raw.replace(/^'/, '')];
  if (known) return known;
  const ending = Object.keys(CONTRACTIONS).find((suffix) => raw.endsWith(suffix) && raw.length > suffix.length);
  if (ending) return raw.slice(0, -ending.length) + CONTRACTIONS[ending];
  return withoutPossessive(raw.replace(/^'/, ''));
}

function withoutPossessive(word: string): string {
  if (!word.endsWith("'s")) return word;
  const stem = word.slice(0, -2);
  return BEFORE_IS.has(stem) ? `${stem} is` : stem;
}

/** "definitely not" is "not", but "definitely" alone is an answer. */
function withoutFillers(tokens: Token[]): Token[] {
  const meant = tokens.filter(({ word }) => !FILLERS.has(word));
  return meant.filter(({ word }, index) => {
    if (!EMPHASIS.has(word)) return true;
    return isPause(meant[index - 1]?.word) && isPause(meant[index + 1]?.word);
  });
}

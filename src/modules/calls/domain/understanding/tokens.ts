import type { Grammar } from './grammar';

/** One spoken word, or a pause a transcriber wrote as punctuation. */
export interface Token {
  word: string;
  /** Where it begins in the text that was heard. */
  at: number;
}

const TOKEN =
  /\d{1,2}:\d{2}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[ap]\.\s?m\b\.?|'?\p{L}+(?:'\p{L}+)*|[.,;:!?…—]/gu;

const TOKEN_WITH_COMMA = /\d{1,2}:\d{2}|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|'?\p{L}+(?:'\p{L}+)*|[.,;:!?…—]/gu;

/** Pauses as tokens: what ends a thought, what ends a question, and the lighter comma. */
const PAUSES: Readonly<Record<string, string>> = { ',': ',', '—': ',', ':': ',', '?': '?' };

/**
 * What was heard, as words one can compare: lower case, contractions spelled out ("haven't" is "have not"), fillers
 * left out. Meaning is read from whole words alone, so that "yesterday" is never a yes.
 */
export function tokensOf(heard: string, grammar: Grammar): Token[] {
  const text = heard.toLowerCase().replace(/[’‘`´]/g, "'");
  const tokens = [...text.matchAll(grammar.decimalComma ? TOKEN_WITH_COMMA : TOKEN)].flatMap((found) =>
    spelledOut(found[0], found.index, grammar),
  );
  return withoutFillers(tokens, grammar);
}

export function isPause(word: string | undefined): boolean {
  return word === undefined || word === '.' || word === ',' || word === '?';
}

function spelledOut(raw: string, at: number, grammar: Grammar): Token[] {
  if (/^[.,;:!?…—]$/.test(raw)) return [{ word: PAUSES[raw] ?? '.', at }];
  return plainWords(raw, grammar)
    .split(' ')
    .map((word) => ({ word, at }));
}

function plainWords(raw: string, grammar: Grammar): string {
  if (/^\d/.test(raw))
    return grammar.decimalComma ? raw.replaceAll('.', '').replace(',', '.') : raw.replaceAll(',', '');
  if (/^[ap]\./.test(raw)) return `${raw[0]}m`;
  const known = grammar.shortForms[raw] ?? grammar.shortForms[raw.replace(/^'/, '')];
  if (known) return known;
  const ending = Object.keys(grammar.contractions).find((suffix) => raw.endsWith(suffix) && raw.length > suffix.length);
  if (ending) return raw.slice(0, -ending.length) + grammar.contractions[ending];
  return withoutPossessive(raw.replace(/^'/, ''), grammar);
}

function withoutPossessive(word: string, grammar: Grammar): string {
  if (!word.endsWith("'s")) return word;
  const stem = word.slice(0, -2);
  return grammar.beforeIs.has(stem) ? `${stem} is` : stem;
}

/** "definitely not" is "not", but "definitely" alone is an answer. */
function withoutFillers(tokens: Token[], grammar: Grammar): Token[] {
  const meant = tokens.filter(({ word }) => !grammar.fillers.has(word));
  return meant.filter(({ word }, index) => {
    if (!grammar.emphasis.has(word)) return true;
    return isPause(meant[index - 1]?.word) && isPause(meant[index + 1]?.word);
  });
}

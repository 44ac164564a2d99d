import type { Grammar } from './grammar';

const POSSESSIVE = "'s";

/** One spoken word, or a pause a transcriber wrote as punctuation. */
export interface Token {
  word: string;
  /** Where it begins in the text that was heard. */
  at: number;
}

const TOKEN =
  /%|\d{1,2}:\d{2}|\d+,\d{1,2}(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[ap]\.\s?m\b\.?|'?\p{L}+(?:'\p{L}+)*|[.,;:!?…—]/gu;

const TOKEN_WITH_COMMA = /%|\d{1,2}:\d{2}|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|'?\p{L}+(?:'\p{L}+)*|[.,;:!?…—]/gu;

/** Pauses as tokens: what ends a thought, what ends a question, and the lighter comma. */
const PAUSES: Readonly<Record<string, string>> = { ',': ',', '—': ',', ':': ',', '?': '?' };

/**
 * What was heard, as words one can compare: lower case, contractions spelled out ("haven't" is "have not"), fillers
 * left out. Meaning is read from whole words alone, so that "yesterday" is never a yes.
 */
export function tokensOf(heard: string, grammar: Grammar): Token[] {
  const text = respelled(heard.toLowerCase().replace(/[’‘`´]/g, "'"), grammar);
  const tokens = [...text.matchAll(grammar.decimalComma ? TOKEN_WITH_COMMA : TOKEN)].flatMap((found) =>
    spelledOut(found[0], found.index, grammar),
  );
  return withoutFillers(withoutPossessives(tokens, grammar), grammar);
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
  if (raw === '%') return grammar.percent;
  if (/^\d+,\d{1,2}$/.test(raw)) return raw.replace(',', '.');
  if (/^\d/.test(raw))
    return grammar.decimalComma ? raw.replaceAll('.', '').replace(',', '.') : raw.replaceAll(',', '');
  if (/^[ap]\./.test(raw)) return `${raw[0]}m`;
  const known = grammar.shortForms[raw] ?? grammar.shortForms[raw.replace(/^'/, '')];
  if (known) return known;
  const ending = Object.keys(grammar.contractions).find((suffix) => raw.endsWith(suffix) && raw.length > suffix.length);
  if (ending) return raw.slice(0, -ending.length) + grammar.contractions[ending];
  return withoutPossessive(raw.replace(/^'/, ''), grammar);
}

/** The `'s` of anything but "it's" and the like stays a word of its own until it is known what follows. */
function withoutPossessive(word: string, grammar: Grammar): string {
  if (!word.endsWith("'s")) return word;
  const stem = word.slice(0, -2);
  return `${stem} ${grammar.beforeIs.has(stem) ? 'is' : POSSESSIVE}`;
}

/** "The dog's been out" is "is"; "my dad's phone" is nothing. */
function withoutPossessives(tokens: readonly Token[], { afterIs }: Grammar): Token[] {
  return tokens.flatMap((token, index) => {
    if (token.word !== POSSESSIVE) return [token];
    return afterIs.has(tokens[index + 1]?.word ?? '') ? [{ ...token, word: 'is' }] : [];
  });
}

/** Sounds written in several ways, in one; as long as before, so that every place in the text stays where it is. */
function respelled(text: string, { spellings }: Grammar): string {
  return spellings.reduce(
    (spelled, [pattern, word]) => spelled.replace(pattern, (found) => word.padEnd(found.length)),
    text,
  );
}

/** "definitely not" is "not", but "definitely" alone is an answer. */
function withoutFillers(tokens: Token[], grammar: Grammar): Token[] {
  const meant = tokens.filter(({ word }, index) => {
    return !grammar.fillers.has(word) || grammar.meantFillers.has(`${tokens[index - 1]?.word} ${word}`);
  });
  return meant.filter(({ word }, index) => {
    if (!grammar.emphasis.has(word)) return true;
    return isPause(meant[index - 1]?.word) && isPause(meant[index + 1]?.word);
  });
}

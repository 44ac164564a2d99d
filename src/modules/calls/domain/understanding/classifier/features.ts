import type { Asked } from '../situation';

/** What the classifier looks at. */
export interface Heard {
  asked: Asked;
  /** A number is an answer. */
  numeric: boolean;
  /** The habit is to leave something alone. */
  avoiding: boolean;
  /** As they were said. */
  said: readonly string[];
  /** The same with the words of the habit as what they are to it, so that what is learnt of one habit holds for others. */
  words: readonly string[];
  /** The kinds of signs the grammar found in them. */
  signs: readonly string[];
}

const BEGIN = '<';
const END = '>';
const LONGEST_COUNTED = 10;
const WORD_PIECES = [3, 4];

/** Less than a whole word tells less. */
const PIECE = 0.3;
const SIGN = 0.5;

/**
 * Names what is seen in an answer, with how much each counts: words, pairs and triples of them, alone and after the question that
 * was asked; how the answer opens and ends; pieces of words, which transcribers' errors leave standing.
 */
export function featuresOf(heard: Heard): Map<string, number> {
  const { asked, numeric, avoiding, said, signs } = heard;
  const words = heard.words.map(anyNumber);
  const seen = new Map<string, number>();
  const all = [BEGIN, ...words, END];
  for (const [index, word] of all.entries()) {
    const [next, third] = [all[index + 1], all[index + 2]];
    seen.set(`1 ${word}`, 1).set(`asked ${asked} ${word}`, 1);
    if (avoiding) seen.set(`avoiding ${word}`, 1);
    if (next !== undefined) seen.set(`2 ${word} ${next}`, 1).set(`asked ${asked} ${word} ${next}`, 1);
    if (third !== undefined) seen.set(`3 ${word} ${next} ${third}`, 1).set(`2_ ${word} ${third}`, 1);
  }
  seen.set(`opens ${words.slice(0, 2).join(' ')}`, 1).set(`ends ${words.slice(-2).join(' ')}`, 1);
  seen.set(`asked ${asked}`, 1).set(`long ${Math.min(LONGEST_COUNTED, said.length)}`, 1);
  seen.set(`numeric ${numeric} ${said.some(isNumber)}`, 1);
  for (const piece of said.filter((word) => !isNumber(word)).flatMap(piecesOf)) seen.set(`piece ${piece}`, PIECE);
  for (const sign of signs) seen.set(`sign ${sign}`, SIGN);
  return seen;
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

/** Of figures it is enough to know that they are. */
function anyNumber(word: string): string {
  return isNumber(word) ? '#' : word;
}

function piecesOf(word: string): string[] {
  const whole = `${BEGIN}${word}${END}`;
  return WORD_PIECES.flatMap((length) =>
    Array.from({ length: Math.max(0, whole.length - length + 1) }, (_, at) => whole.slice(at, at + length)),
  );
}

import { isIndecent } from './decency';
import type { Checks } from './language';

/** Letters, gaps and the plainest punctuation: no number, no address, no markup, no question. */
const PLAIN = /^[\p{L}\s{}.,:;'’-]+$/u;
const GAP = /\{\w+\}/gu;
/** Something like an address: a full stop in the middle of a word. */
const ADDRESS = /\.(?=[^\s])/u;
const SENTENCE_END = /(?<=\.) /u;

/**
 * Whether a greeting in other words may be said instead of ours. Both have gaps where names and titles will stand: whoever
 * wrote the other words has never seen them. It must still say in its first sentence who calls, that it is an AI, and what
 * about; be as short; be of the same language; and neither promise, order, blame, advise, nor deny what it says.
 */
export function isAcceptable(words: string, original: string, checks: Checks): boolean {
  const [first = '', ...others] = words.split(SENTENCE_END);
  const [originalFirst = '', ...originalOthers] = original.split(SENTENCE_END);
  return (
    words === words.trim() &&
    words.endsWith('.') &&
    PLAIN.test(words) &&
    !ADDRESS.test(words) &&
    discloses(first, originalFirst, checks) &&
    gapsOf(words) === gapsOf(original) &&
    !words.replace(GAP, '').match(/[{}]/u) &&
    others.length <= Math.max(1, originalOthers.length) &&
    countOf(words) <= countOf(original) &&
    isOfLanguage(words, checks) &&
    !checks.unsaid.test(words) &&
    !isIndecent(words)
  );
}

function discloses(first: string, originalFirst: string, { ai }: Checks): boolean {
  const [before = '', after] = first.split('Callivate');
  return (
    before.startsWith('{hello},') &&
    after !== undefined &&
    new RegExp(`(?<!\\p{L})${ai}(?!\\p{L})`, 'u').test(first) &&
    (!originalFirst.includes('{habit}') || first.includes('{habit}'))
  );
}

function gapsOf(text: string): string {
  return [...text.matchAll(GAP)].map(String).sort().join();
}

function countOf(text: string): number {
  return text.split(/\s+/u).length;
}

function isOfLanguage(words: string, { everyday }: Checks): boolean {
  const said = new Set(words.toLowerCase().split(/[^\p{L}'’]+/u));
  return everyday.filter((word) => said.has(word)).length >= 2;
}

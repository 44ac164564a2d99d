import { distance } from 'fastest-levenshtein';
import type { Utterance } from './corpus';

/** Rules are written and classifiers taught by one part; the other tells what they are worth. */
export interface Parts {
  taught: Utterance[];
  heldOut: Utterance[];
}

/** So alike that one of them teaches the other: most words shared, or few letters between them. */
const SHARED_WORDS = 0.7;
const CHANGED_LETTERS = 0.2;

const WORTHLESS = new Set(['um', 'uh', 'er', 'erm', 'well', 'oh', 'so', 'just', 'please', 'like', 'äh', 'ähm', 'also']);

interface Text {
  words: ReadonlySet<string>;
  plain: string;
}

/** Holds out what nobody who writes rules has seen, but for what is nearly alike to something they have. */
export function partsOf(utterances: readonly Utterance[]): Parts {
  const clusters = Map.groupBy(utterances, clusterOf(utterances));
  const parts: Parts = { taught: [], heldOut: [] };
  for (const cluster of clusters.values()) {
    (cluster.every(({ unseen }) => unseen) ? parts.heldOut : parts.taught).push(...cluster);
  }
  return parts;
}

/** Every pair of texts, one of each half, of which somebody who knows one knows the other; there should be none. */
export function nearDuplicatesAcross({ taught, heldOut }: Parts): [string, string][] {
  const held = heldOut.map(({ heard }) => ({ heard, text: plainText(heard) }));
  return taught.flatMap(({ heard }) => {
    const text = plainText(heard);
    return held.filter((other) => nearlyAlike(text, other.text)).map((other): [string, string] => [heard, other.heard]);
  });
}

/** Names the cluster of each utterance by its first member: what is nearly alike, through any number of others. */
function clusterOf(utterances: readonly Utterance[]): (utterance: Utterance) => number {
  const texts = utterances.map(({ heard }) => plainText(heard));
  const leaders = texts.map((_, index) => index);
  const leaderOf = (index: number): number => (leaders[index] === index ? index : leaderOf(leaders[index]!));
  for (const [index, text] of texts.entries()) {
    for (let before = 0; before < index; before += 1) {
      if (nearlyAlike(texts[before]!, text)) leaders[leaderOf(index)] = leaderOf(before);
    }
  }
  const places = new Map(utterances.map((utterance, index) => [utterance, leaderOf(index)]));
  return (utterance) => places.get(utterance)!;
}

function nearlyAlike(one: Text, other: Text): boolean {
  const longer = Math.max(one.plain.length, other.plain.length);
  const lengths = Math.abs(one.plain.length - other.plain.length);
  if (lengths <= longer * CHANGED_LETTERS && distance(one.plain, other.plain) <= longer * CHANGED_LETTERS) return true;
  const [few, many] = one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words];
  if (few.size < many.size * SHARED_WORDS) return false;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared >= SHARED_WORDS * (few.size + many.size - shared);
}

function plainText(heard: string): Text {
  const words = (
    heard
      .toLowerCase()
      .replace(/[’']/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !WORTHLESS.has(word));
  return { words: new Set(words), plain: words.join(' ') || heard.trim() };
}

import type { Alarm, Meaning } from '../meaning';

/** What was learnt to tell apart, as it is kept: for each bucket of features and each label a weight from -127 to 127. */
export interface Learnt {
  labels: readonly string[];
  buckets: number;
  /** What a weight of 1 is worth. */
  scale: number;
  /** In base64. */
  weights: string;
}

/** How likely each label is, from 0 to 1, all of them 1 together. */
export type Likelihoods<Label extends string> = Readonly<Record<Label, number>>;

export type MeaningLikelihoods = Likelihoods<Meaning>;
export type AlarmLikelihoods = Likelihoods<Alarm | 'none'>;

/**
 * A linear classifier: multinomial logistic regression over hashed features. It is taught by what of the corpus is not held out;
 * see `npm run learn:understanding`.
 */
export class Classifier<Label extends string> {
  private readonly weights: Int8Array;

  constructor(private readonly learnt: Learnt) {
    this.weights = new Int8Array(Buffer.from(learnt.weights, 'base64'));
  }

  likelihoods(features: Features): Likelihoods<Label> {
    const { labels, buckets, scale } = this.learnt;
    const scores = scoresOf(features, this.weights, { labels: labels.length, buckets });
    const shares = softmax(scores.map((score) => score * scale));
    return Object.fromEntries(labels.map((label, index) => [label, shares[index]!])) as Record<Label, number>;
  }
}

/** Features by the hashes of their names, with how much each counts. */
export type Features = ReadonlyArray<readonly [hash: number, value: number]>;

/** The features that are seen, scaled to a length of 1 so that long answers count no more than short ones. */
export function hashed(seen: ReadonlyMap<string, number>): Features {
  const length = Math.sqrt([...seen.values()].reduce((sum, value) => sum + value * value, 0));
  return [...seen].map(([name, value]) => [hashOf(name), value / length] as const);
}

/** What the weights of features come to for each label; a table has a row of labels for each bucket that hashes fall into. */
export function scoresOf(
  features: Features,
  weights: Int8Array | Float64Array,
  { labels, buckets }: { labels: number; buckets: number },
): Float64Array {
  const scores = new Float64Array(labels);
  for (const [hash, value] of features) {
    const row = (hash % buckets) * labels;
    for (let label = 0; label < labels; label += 1) scores[label]! += weights[row + label]! * value;
  }
  return scores;
}

export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

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

  likelihoods(features: ReadonlyMap<string, number>): Likelihoods<Label> {
    const { labels, buckets, scale } = this.learnt;
    const scores = new Float64Array(labels.length);
    for (const [bucket, value] of hashed(features, buckets)) {
      for (let index = 0; index < scores.length; index += 1) {
        scores[index]! += this.weights[bucket * scores.length + index]! * scale * value;
      }
    }
    const shares = softmax(scores);
    return Object.fromEntries(labels.map((label, index) => [label, shares[index]!])) as Record<Label, number>;
  }
}

/** Features by the bucket they fall into, scaled to a length of 1 so that long answers count no more than short ones. */
export function hashed(features: ReadonlyMap<string, number>, buckets: number): Map<number, number> {
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0));
  const vector = new Map<number, number>();
  for (const [name, value] of features) {
    const bucket = hashOf(name) % buckets;
    vector.set(bucket, (vector.get(bucket) ?? 0) + value / length);
  }
  return vector;
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

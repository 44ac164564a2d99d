import { inflateRawSync } from 'node:zlib';
import type { Meaning } from '../meaning';

/** What was learnt, as it is kept: for each bucket of features and each meaning a weight from -127 to 127. */
export interface Learnt {
  meanings: readonly string[];
  buckets: number;
  /** What a weight of 1 is worth. */
  scale: number;
  /** Deflated, in base64. */
  weights: string;
}

export type Likelihoods = Readonly<Record<Meaning, number>>;

/**
 * A linear classifier (multinomial logistic regression over hashed features): how likely each meaning is, from 0 to 1, all of
 * them 1 together. It has been taught by the half of the corpus that rules are written by; `npm run learn`.
 */
export class Classifier {
  private readonly weights: Int8Array;

  constructor(private readonly learnt: Learnt) {
    this.weights = new Int8Array(inflateRawSync(Buffer.from(learnt.weights, 'base64')));
  }

  likelihoods(features: ReadonlyMap<string, number>): Likelihoods {
    const { meanings, buckets, scale } = this.learnt;
    const scores = new Float64Array(meanings.length);
    for (const [bucket, value] of hashed(features, buckets)) {
      for (let index = 0; index < scores.length; index += 1) {
        scores[index]! += this.weights[bucket * scores.length + index]! * scale * value;
      }
    }
    const shares = softmax(scores);
    return Object.fromEntries(meanings.map((meaning, index) => [meaning, shares[index]!])) as Likelihoods;
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

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Features,
  hashed,
  type Learnt,
  scoresOf,
  softmax,
} from '../../src/modules/calls/domain/understanding/classifier/classifier';
import { featuresOf } from '../../src/modules/calls/domain/understanding/classifier/features';
import { grammarFor } from '../../src/modules/calls/domain/understanding/languages';
import { ALARMS, type Alarm, MEANINGS } from '../../src/modules/calls/domain/understanding/meaning';
import { readingOf } from '../../src/modules/calls/domain/understanding/reading';
import { type CorpusLanguage, corpusOf, LANGUAGES, situationOf, UNSAID, type Utterance } from './corpus';
import { DANGER, HARMLESS, told } from './danger';
import { partsOf } from './parts';

const LANGUAGE_FOLDERS = join(__dirname, '../../src/modules/calls/domain/understanding/languages');

/** More buckets keep features apart, and take more room; a language of few utterances needs fewer. */
const BUCKETS: Readonly<Record<CorpusLanguage, number>> = { english: 2 ** 16, german: 2 ** 15 };
const ALARM_BUCKETS = 2 ** 14;

const DANGERS = ['none', ...ALARMS] as const;

const EPOCHS = 30;
const RATE = 0.5;
const DECAY = 1e-5;

/** Weights beyond are rare, and not worth the steps they would cost all others. */
const LARGEST_WEIGHT = 6;
const LARGEST_STEP = 127;

/** What was heard, and the labels that are right for it. */
interface Lesson {
  utterance: Pick<Utterance, 'heard' | 'asked' | 'habit' | 'now' | 'timeZone'>;
  labels: readonly string[];
}

interface Example {
  /** One for each bucket. */
  features: Features;
  /** The share of each label, in their order. */
  wanted: readonly number[];
}

/**
 * Teaches the classifiers of each language by what of the corpus is not held out, and keeps what was learnt beside
 * the language. The same corpus and grammar teach the same, on every machine. Takes a minute.
 */
function main(): void {
  for (const language of LANGUAGES) {
    const { taught } = partsOf(corpusOf(language));
    const learnt = {
      meanings: learn([...taught.map(meaningLesson), ...nonsense('unclear')], MEANINGS, BUCKETS[language], language),
      alarms: learn([...taught.map(alarmLesson), ...dangerIn(language)], DANGERS, ALARM_BUCKETS, language),
    };
    writeFileSync(join(LANGUAGE_FOLDERS, language, 'learnt.json'), `${JSON.stringify(learnt, null, 2)}\n`);
    console.log(`${language}: learnt from ${taught.length} utterances`);
  }
}

function meaningLesson(utterance: Utterance): Lesson {
  return { utterance, labels: [utterance.want.meaning].flat() };
}

function alarmLesson(utterance: Utterance): Lesson {
  return { utterance, labels: [utterance.want.alarm ?? 'none'] };
}

/** Words nobody knows, after any question, which tell nothing. */
function nonsense(label: string): Lesson[] {
  const chance = lots(11);
  const one = (from: readonly string[]) => from[Math.floor(chance() * from.length)]!;
  const syllable = () =>
    one(['b', 'bl', 'd', 'f', 'gr', 'k', 'l', 'm', 'n', 'pr', 'r', 's', 'st', 't', 'v', 'w', 'z', '']) +
    one(['a', 'e', 'i', 'o', 'u']) +
    one(['', 'b', 'd', 'ff', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 'rk', 's', 't', 'zz']);
  const word = () => Array.from({ length: 1 + Math.floor(chance() * 3) }, syllable).join('');
  const asked = ['done?', 'done?', 'done?', 'how-many?', 'call-again?', 'did-you-mean-done?', 'when?'] as const;
  return Array.from({ length: 600 }, (_, index) => ({
    utterance: {
      ...UNSAID,
      heard: Array.from({ length: 1 + Math.floor(chance() * 4) }, word).join(' '),
      asked: asked[index % asked.length]!,
    },
    labels: [label],
  }));
}

function dangerIn(language: CorpusLanguage): Lesson[] {
  const lessons = (sentences: string, label: Alarm | 'none') =>
    told(sentences).map((heard) => ({
      utterance: { ...corpusOf(language)[0]!, heard, asked: 'done?' as const },
      labels: [label],
    }));
  const danger = Object.entries(DANGER[language]).flatMap(([alarm, tables]) =>
    Object.values(tables).flatMap((sentences) => lessons(sentences, alarm as Alarm)),
  );
  return [...danger, ...lessons(HARMLESS[language], 'none')];
}

function exampleOf(
  { utterance, labels }: Lesson,
  all: readonly string[],
  language: CorpusLanguage,
  buckets: number,
): Example {
  const situation = situationOf(utterance as Utterance, language);
  const reading = readingOf(utterance.heard, situation, grammarFor(situation.language));
  return {
    features: byBucket(hashed(featuresOf(reading)), buckets),
    wanted: all.map((label) => (labels.includes(label) ? 1 / labels.length : 0)),
  };
}

/** Features that fall into one bucket are one. */
function byBucket(features: Features, buckets: number): Features {
  const vector = new Map<number, number>();
  for (const [hash, value] of features) vector.set(hash % buckets, (vector.get(hash % buckets) ?? 0) + value);
  return [...vector];
}

/** Multinomial logistic regression by stochastic gradient descent (AdaGrad), with a little decay of weights. */
function learn(
  lessons: readonly Lesson[],
  labels: readonly string[],
  buckets: number,
  language: CorpusLanguage,
): Learnt {
  const examples = lessons.map((lesson) => exampleOf(lesson, labels, language, buckets));
  const weights = new Float64Array(buckets * labels.length);
  const slopes = new Float64Array(weights.length).fill(1e-8);
  const chance = lots(7);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffled(examples, chance)) descend(example, weights, slopes, buckets);
  }
  return kept(weights, labels, buckets);
}

function descend({ features, wanted }: Example, weights: Float64Array, slopes: Float64Array, buckets: number): void {
  const shares = softmax(scoresOf(features, weights, { labels: wanted.length, buckets }));
  for (const [bucket, value] of features) {
    for (const [label, share] of wanted.entries()) {
      const at = bucket * wanted.length + label;
      const slope = (shares[label]! - share) * value + DECAY * weights[at]!;
      slopes[at]! += slope * slope;
      weights[at]! -= (RATE * slope) / Math.sqrt(slopes[at]!);
    }
  }
}

function kept(weights: Float64Array, labels: readonly string[], buckets: number): Learnt {
  const scale = LARGEST_WEIGHT / LARGEST_STEP;
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, Math.round(weight / scale))),
  );
  return { labels: [...labels], buckets, scale, weights: Buffer.from(steps.buffer).toString('base64') };
}

function shuffled<Value>(values: readonly Value[], chance: () => number): Value[] {
  const mixed = [...values];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
  }
  return mixed;
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

main();

import { MEANINGS, type Meaning, type Understanding } from '../../src/modules/calls/domain/understanding/meaning';
import { understand } from '../../src/modules/calls/domain/understanding/understand';
import { type CorpusLanguage, situationOf, type Utterance } from './corpus';

/** How well one half is understood. Shares are from 0 to 1; latency is not among them, as it depends on the machine. */
export interface Figures {
  utterances: number;
  overall: number;
  plain: number;
  /** Taken for done though it was not, or for not done though it was, of all. */
  flips: number;
  /** Marked as done at once, without reading it back, though it was not, of all. */
  falseDones: number;
  /** Of what is no answer (off-topic, questions, small talk), the share that is taken for none. */
  noAnswers: number;
  /** Of the numbers and times that were said, the share understood to the digit, where the meaning was. */
  quantities: number;
  times: number;
  alarms: number;
  meanings: Record<string, { utterances: number; precision: number; recall: number }>;
}

export interface Judged {
  utterance: Utterance;
  understood: Understanding;
  right: boolean;
}

/** What a person says when it is no answer to the question. */
const NO_ANSWERS: ReadonlySet<Meaning> = new Set(['unclear', 'repeat', 'who-is-this', 'help']);

/** Meanings a number goes with. */
const COUNTED: ReadonlySet<Meaning> = new Set(['done', 'partly']);

const NOT_DONE: ReadonlySet<Meaning> = new Set(['not-done', 'skip', 'later', 'stop-calling', 'wrong-person']);

export function judge(utterances: readonly Utterance[], language: CorpusLanguage): Judged[] {
  return utterances.map((utterance) => {
    const understood = understand(utterance.heard, situationOf(utterance, language));
    return { utterance, understood, right: wantedMeanings(utterance).includes(understood.meaning) };
  });
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const plain = judged.filter(({ utterance }) => utterance.plain);
  const noAnswers = judged.filter(({ utterance }) => wantedMeanings(utterance).every((each) => NO_ANSWERS.has(each)));
  const known = judged.filter(({ right }) => right);
  return {
    utterances: judged.length,
    overall: share(judged, ({ right }) => right),
    plain: share(plain, ({ right }) => right),
    flips: judged.filter(isFlip).length / Math.max(1, judged.length),
    falseDones: judged.filter(isFalseDone).length / Math.max(1, judged.length),
    noAnswers: share(noAnswers, ({ understood }) => NO_ANSWERS.has(understood.meaning)),
    quantities: share(
      known.filter(
        ({ utterance: { want }, understood }) => want.quantity !== undefined && COUNTED.has(understood.meaning),
      ),
      ({ utterance: { want }, understood }) => want.quantity === understood.quantity,
    ),
    times: share(
      known.filter(({ utterance: { want } }) => want.at !== undefined || want.inMinutes !== undefined),
      ({ utterance: { want }, understood }) => want.at === understood.at && want.inMinutes === understood.inMinutes,
    ),
    alarms: share(
      judged.filter(({ utterance: { want }, understood }) => want.alarm ?? understood.alarm),
      ({ utterance: { want }, understood }) => want.alarm === understood.alarm,
    ),
    meanings: Object.fromEntries(MEANINGS.map((meaning) => [meaning, ofMeaning(meaning, judged)])),
  };
}

/** Figures of errors. */
export const FEWER_ARE_BETTER: ReadonlySet<string> = new Set(['flips', 'falseDones']);

/** What is committed of the figures: the shares alone, to the hundredth of a percent, on the careful side. */
export function sharesOf({ meanings, utterances, ...shares }: Figures): Record<string, number> {
  const careful = Object.entries(shares).map(([name, value]) => {
    const hundredths = FEWER_ARE_BETTER.has(name) ? Math.ceil(value * 10_000) : Math.floor(value * 10_000);
    return [name, hundredths / 10_000];
  });
  return Object.fromEntries(careful);
}

/** The worst errors: a habit taken for done that is not, or the other way round. */
export function isFlip({ utterance, understood }: Judged): boolean {
  const wanted = wantedMeanings(utterance);
  const falselyDone = understood.meaning === 'done' && wanted.every((each) => NOT_DONE.has(each));
  const falselyNotDone = understood.meaning === 'not-done' && wanted.every((each) => each === 'done');
  return falselyDone || falselyNotDone;
}

/** A guess is read back to the person; all other dones are marked. */
function isFalseDone({ understood: { meaning, basis }, right }: Judged): boolean {
  return meaning === 'done' && basis !== 'likeness' && !right;
}

/** Whether what is said of an utterance beside its meaning is right too. */
export function isWhole({ utterance: { want }, understood, right }: Judged): boolean {
  const { quantity, inMinutes, at, alarm } = understood;
  const number = want.quantity === undefined || want.quantity === quantity || !COUNTED.has(understood.meaning);
  const time = (want.at ?? want.inMinutes) === undefined || (want.at === at && want.inMinutes === inMinutes);
  return right && number && time && want.alarm === alarm;
}

/** Milliseconds the rules take, of every hundred the slowest and the one in the middle. */
export function latencyOf(utterances: readonly Utterance[], language: CorpusLanguage): { p50: number; p99: number } {
  const took = utterances
    .map((utterance) => {
      const situation = situationOf(utterance, language);
      const begun = performance.now();
      understand(utterance.heard, situation);
      return performance.now() - begun;
    })
    .sort((one, other) => one - other);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function ofMeaning(meaning: Meaning, judged: readonly Judged[]) {
  const taken = judged.filter(({ understood }) => understood.meaning === meaning);
  const wanted = judged.filter(({ utterance }) => wantedMeanings(utterance)[0] === meaning);
  return {
    utterances: wanted.length,
    precision: share(taken, ({ right }) => right),
    recall: share(wanted, ({ right }) => right),
  };
}

function wantedMeanings({ want: { meaning } }: Utterance): readonly Meaning[] {
  return Array.isArray(meaning) ? meaning : [meaning];
}

/** Of none all are right. */
function share<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  return values.length === 0 ? 1 : values.filter(holds).length / values.length;
}

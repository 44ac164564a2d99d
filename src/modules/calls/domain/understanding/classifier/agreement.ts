import { ALARMS, type Alarm, type Meaning, type Understanding } from '../meaning';
import type { AlarmLikelihoods, MeaningLikelihoods } from './classifier';

/** What the grammar read in an answer beside its meaning, for whatever meaning it turns out to have. */
export type Details = Pick<Understanding, 'quantity' | 'callBackAt' | 'inMinutes' | 'at'>;

/** The grammar stands where what it understood is at least so likely, and less will do where it is sure; from 0 to 1, as all that follow. */
const BACKED = 0.25;
const BACKED_IF_SURE = 0.1;

/** How likely a meaning must be that the grammar did not see; the worst errors ask for more. */
const LIKELY = 0.4;
const LIKELIER: Partial<Record<Meaning, number>> = { done: 0.6, 'stop-calling': 0.8, 'wrong-person': 0.6 };

/** How much may speak for the contrary beside a "done" or a "not done", more where both heard it, and for no answer at all beside an answer. */
const CONTRARY = 0.1;
const CONTRARY_IF_AGREED = 0.25;
const NO_ANSWER = 0.6;

/** A call that stops for nothing is better than one that goes on in danger. */
const ALARMING = 0.6;

/** No guess is surer than a fair reading of the grammar. */
const GUESS = 0.7;

/** At this confidence the grammar is not lost: what it calls unclear, such as an order to the machine, stays so. */
const SURE = 0.9;

/** A likely "done" that is worth reading back. */
const WORTH_ASKING = 0.65;

const REFUSALS: readonly Meaning[] = ['not-done', 'skip', 'later', 'stop-calling', 'wrong-person'];
const NO_ANSWERS: readonly Meaning[] = ['unclear', 'repeat', 'who-is-this', 'help'];

/**
 * What an answer means when the grammar and the classifier have both been heard. Where they agree it is the grammar's; where
 * the grammar is lost it is what is likely enough; where they contradict each other it is unclear, which only costs a question.
 * Danger and a wish not to be called are the grammar's alone to hear, and no likelihood takes them back.
 */
export function agreed(rules: Understanding, likely: MeaningLikelihoods, details: Details): Understanding {
  if (isSettled(rules)) return rules;
  const meaning = meaningOf(rules, likely);
  if (meaning === rules.meaning && meaning !== 'unclear') return rules;
  const { quote, reason } = rules;
  const said = { quote, ...(reason && { reason }) };
  if (meaning === 'unclear') {
    const perhaps = rules.meaning === 'done' || rules.perhaps === 'done' || likely.done >= WORTH_ASKING;
    return {
      meaning,
      confidence: rules.meaning === 'unclear' ? rules.confidence : 1 - likely[rules.meaning],
      ...said,
      ...(perhaps && { perhaps: 'done' }),
    };
  }
  return {
    meaning,
    confidence: Math.min(likely[meaning], GUESS),
    basis: 'likeness',
    ...said,
    ...detailsFor(meaning, details),
  };
}

function isSettled({ meaning, confidence, alarm }: Understanding): boolean {
  return alarm !== undefined || meaning === 'stop-calling' || (meaning === 'unclear' && confidence >= SURE);
}

function meaningOf(rules: Understanding, likely: MeaningLikelihoods): Meaning {
  const guess = likeliest(likely);
  const meaning = isBacked(rules, likely) ? rules.meaning : guess;
  if (areOpposed(rules.perhaps ?? rules.meaning, meaning)) return 'unclear';
  const isDoubtful = sumOf(NO_ANSWERS, likely) > NO_ANSWER && !NO_ANSWERS.includes(meaning);
  const contrary = rules.meaning === guess ? CONTRARY_IF_AGREED : CONTRARY;
  return isDoubtful || isContradicted(meaning, likely, contrary) ? 'unclear' : meaning;
}

function isBacked({ meaning, confidence }: Understanding, likely: MeaningLikelihoods): boolean {
  return meaning !== 'unclear' && likely[meaning] >= (confidence >= SURE ? BACKED_IF_SURE : BACKED);
}

function likeliest(likely: MeaningLikelihoods): Meaning {
  const [meaning, share] = (Object.entries(likely) as [Meaning, number][]).reduce((best, one) =>
    one[1] > best[1] ? one : best,
  );
  return share >= (LIKELIER[meaning] ?? LIKELY) ? meaning : 'unclear';
}

/** What the grammar heard as a "no" is no "done" by likeness, and what it suspects to be a "done" is no "no". */
function areOpposed(one: Meaning, other: Meaning): boolean {
  const isOpposite = (done: Meaning, refusal: Meaning) => done === 'done' && REFUSALS.includes(refusal);
  return isOpposite(one, other) || isOpposite(other, one);
}

/** The worst errors are to take a "not done" for a "done", and the other way round. */
function isContradicted(meaning: Meaning, likely: MeaningLikelihoods, contrary: number): boolean {
  if (meaning === 'done') return sumOf(REFUSALS, likely) > contrary;
  return meaning === 'not-done' && likely.done > contrary;
}

function sumOf(meanings: readonly Meaning[], likely: MeaningLikelihoods): number {
  return meanings.reduce((sum, meaning) => sum + likely[meaning], 0);
}

function detailsFor(meaning: Meaning, { quantity, ...time }: Details): Details {
  if (meaning === 'done' || meaning === 'partly') return { ...(quantity !== undefined && { quantity }) };
  return meaning === 'later' ? time : {};
}

/** Danger that the grammar has no words for. */
export function alarmIn(likely: AlarmLikelihoods): Alarm | undefined {
  return ALARMS.find((alarm) => likely[alarm] >= ALARMING);
}

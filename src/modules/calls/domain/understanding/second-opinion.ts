import { DAY, MINUTE, plus } from '../../../../kernel/clock';
import { instantOf, isLocalDate, LOCAL_TIME } from '../../../../kernel/local-time';
import { LONGEST_QUOTE, Meaning, Understanding } from './meaning';
import { Situation } from './situation';

/** What a language model takes an answer for: a claim, to be looked at, by something that may do as the person tells it. */
export interface Opinion {
  meaning: Meaning;
  /** From 0 to 1, in the model's own estimate. */
  confidence: number;
  quantity: number | null;
  /** The local time of the person to call again at, `2026-11-24T06:00`. */
  at: string | null;
  inMinutes: number | null;
}

/** What the rules understood. They alone hear an alarm: words of danger are nothing to ask a model about. */
type Understood = Understanding & { alarm?: string };

/** Below this the rules are not sure of what they heard. */
const UNSURE = 0.6;

/** What a model must be sure of, of 1: to be heard at all, to be taken at its word, and to have heard a "done". */
const HEARD = 0.6;
const TAKEN = 0.8;
const CERTAIN = 0.9;

/** More is no number of pages, steps or minutes. */
const LARGEST_QUANTITY = 1_000_000;

/** How far ahead a callback may be; the conversation refuses most of it aloud. */
const FURTHEST_CALLBACK = 7 * DAY;

/** Whether a second opinion could help: the rules are lost or only guess, are not sure of it, and it is an answer by its length. */
export function isWorthAsking({ meaning, basis, confidence, quote, alarm }: Understood): boolean {
  const isLost = (meaning === 'unclear' || basis === 'likeness') && confidence < UNSURE && alarm === undefined;
  return isLost && quote !== '' && quote.length < LONGEST_QUOTE;
}

/**
 * What is taken of a model's opinion. Where the rules understood something, they stand, whatever it says. Where they did
 * not, the model may make an answer of it; but a "done" that rests on its word alone is only read back to the person, and
 * a wish not to be called is answered by how to say so.
 */
export function reconcile(rules: Understood, opinion: Opinion | null, situation: Situation): Understanding {
  if (!opinion || !isWorthAsking(rules) || !(opinion.confidence >= HEARD)) return rules;
  if (rules.basis === 'likeness') return againstGuess(rules, opinion, situation);
  switch (opinion.meaning) {
    case 'unclear':
      return rules;
    case 'done':
      return heardDone(rules, opinion, situation);
    case 'stop-calling':
    case 'wrong-person':
      return taken(rules, opinion, 'help');
    case 'repeat':
    case 'who-is-this':
    case 'help':
      return taken(rules, opinion, opinion.meaning);
    default:
      return heardOther(rules, opinion, situation);
  }
}

/** A guess that the model shares stands; one it does not share is none, and the model is heard as if nothing had been guessed. */
function againstGuess(guess: Understood, opinion: Opinion, situation: Situation): Understanding {
  if (opinion.meaning === guess.meaning) return guess;
  const { quote, reason, confidence } = guess;
  const suspected = guess.meaning === 'done' && { perhaps: 'done' as const };
  return reconcile(
    { meaning: 'unclear', confidence, quote, ...(reason && { reason }), ...suspected },
    opinion,
    situation,
  );
}

/** A number where one was asked for; or the same "done" that the rules suspect. All else is worth a question. */
function heardDone(rules: Understood, opinion: Opinion, situation: Situation): Understanding {
  const quantity = quantityIn(opinion, situation);
  const isSure = opinion.confidence >= CERTAIN;
  if (situation.asked === 'how-many?') {
    return isSure && quantity ? { ...taken(rules, opinion, 'done'), basis: 'number', quantity } : rules;
  }
  if (rules.perhaps !== 'done' || !isSure) return { ...rules, perhaps: 'done' };
  return { ...taken(rules, opinion, 'done'), basis: 'words', ...(quantity && { quantity }) };
}

/** Against a "done" that the rules suspect, nothing is taken: the person is asked. */
function heardOther(rules: Understood, opinion: Opinion, situation: Situation): Understanding {
  if (opinion.confidence < TAKEN || rules.perhaps === 'done') return rules;
  const answer = taken(rules, opinion, opinion.meaning);
  if (opinion.meaning === 'partly') {
    const quantity = quantityIn(opinion, situation);
    return { ...answer, ...(quantity && { quantity }) };
  }
  if (opinion.meaning !== 'later') return answer;
  const callBackAt = momentIn(opinion, situation);
  return { ...answer, ...(callBackAt && { callBackAt }) };
}

/** The words stay those of the person. */
function taken({ quote, reason }: Understood, { confidence }: Opinion, meaning: Meaning): Understanding {
  return { meaning, confidence: Math.min(confidence, 1), quote, ...(reason && { reason }) };
}

function quantityIn({ quantity }: Opinion, { numeric, asked }: Situation): number | undefined {
  if (quantity === null || !(numeric || asked === 'how-many?')) return undefined;
  return quantity > 0 && quantity <= LARGEST_QUANTITY ? quantity : undefined;
}

/** A time to come, of which there is one: two that differ are none. */
function momentIn({ at, inMinutes }: Opinion, { now, timeZone }: Situation): Date | undefined {
  if (at !== null && inMinutes !== null) return undefined;
  const moment = at !== null ? wallMoment(at, timeZone) : inMinutes !== null ? spanAhead(now, inMinutes) : undefined;
  return moment && moment > now && moment <= plus(now, FURTHEST_CALLBACK) ? moment : undefined;
}

function spanAhead(now: Date, minutes: number): Date | undefined {
  return minutes > 0 && minutes * MINUTE <= FURTHEST_CALLBACK ? plus(now, Math.round(minutes * MINUTE)) : undefined;
}

function wallMoment(at: string, zone: string): Date | undefined {
  const [date = '', time = '', ...rest] = at.split('T');
  const isMoment = rest.length === 0 && isLocalDate(date) && LOCAL_TIME.test(time);
  return isMoment ? instantOf({ date, time }, zone) : undefined;
}

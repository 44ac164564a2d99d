import { wallTimeAt } from '../../../../kernel/local-time';
import { agreed, alarmIn, type Details } from './classifier/agreement';
import { hashed, type MeaningLikelihoods } from './classifier/classifier';
import { featuresOf } from './classifier/features';
import { Clause } from './clauses';
import { grammarFor } from './languages';
import { Basis, Meaning, quoted, Understanding } from './meaning';
import { Reading, readingOf } from './reading';
import { numbersIn, Signal, signalFrom } from './signal';
import { Asked, Situation } from './situation';
import { momentOf, TimeSaid } from './times';
import { isPause } from './tokens';

export type { Situation };

/** Offers that nothing was learnt of; a yes is all they wait for. */
const OFFERS: ReadonlySet<Asked> = new Set(['skip?', 'remember?']);

/** Nobody answers a yes-or-no question at such length, in characters; more is a voicemail or a radio. */
const LONGEST_ANSWER = 1000;

const KEYS: Readonly<Record<string, Meaning>> = { 1: 'done', 2: 'not-done', 3: 'skip', 9: 'stop-calling' };

/**
 * What an answer means, on this machine alone: words, then signs, then thoughts, of which the last that decides wins; and then
 * whether it is like what others meant by theirs. In doubt it is `unclear`: asking again is cheap, and a habit wrongly taken for
 * done is the worst that can happen here.
 */
export function understand(heard: string, situation: Situation): Understanding {
  const quote = quoted(heard);
  if (heard.length > LONGEST_ANSWER) return { meaning: 'unclear', confidence: 0, quote };
  const grammar = grammarFor(situation.language);
  const reading = readingOf(heard, situation, grammar);
  if (reading.said.every(isPause)) return { meaning: 'unclear', confidence: 0, quote };
  const features = hashed(featuresOf(reading));
  const alarm = reading.alarm ?? alarmIn(grammar.alarms.likelihoods(features));
  if (alarm) return { meaning: 'unclear', confidence: 1, quote, alarm };
  const rules = byRules(reading, situation);
  if (OFFERS.has(situation.asked)) return rules;
  const likely = grammar.meanings.likelihoods(features);
  return agreed(rules, withoutContrary(likely, reading), detailsIn(reading, situation));
}

/** "Don't you dare stop calling" is like a wish not to be called, and the contrary of one. */
function withoutContrary(likely: MeaningLikelihoods, { signs }: Reading): MeaningLikelihoods {
  return signs.includes('not-stop') ? { ...likely, 'stop-calling': 0 } : likely;
}

/** What the grammar alone makes of an answer. */
function byRules(reading: Reading, situation: Situation): Understanding {
  const { quote, reason, thoughts, avoiding } = reading;
  const signal = withoutTemptation(signalFrom(thoughts, situation.asked), thoughts, avoiding);
  return { ...inContext(signal, situation), quote, ...(reason && { reason }) };
}

/** A number and a time, whatever the answer means. */
function detailsIn({ thoughts }: Reading, situation: Situation): Details {
  const { quantity, time } = numbersIn(thoughts);
  return { ...(quantity !== undefined && { quantity }), ...(time && whenSaid(time, situation)) };
}

/** A key pressed on the telephone: 1 done, 2 not yet, 3 skip, 9 never call again. */
export function understandKey(digit: string): Understanding | null {
  const meaning = Object.hasOwn(KEYS, digit) ? KEYS[digit] : undefined;
  return meaning ? { meaning, confidence: 1, quote: `[key ${digit}]`, basis: 'key' } : null;
}

/** What an answer may come down to beside a lapse that is told in it. */
const FELL: ReadonlySet<Signal['said']> = new Set(['unclear', 'likely-done', 'partly']);

/** "I haven't touched it" is good news of a cigarette, and worth a question; a bare "no" stays one. */
function withoutTemptation(signal: Signal, thoughts: readonly Clause[], avoiding: boolean): Signal {
  const denies = signal.said === 'not-done' && !thoughts.some(({ said }) => said === 'no');
  if (avoiding && FELL.has(signal.said) && thoughts.some(({ said }) => said === 'indulged'))
    return { said: 'not-done', confidence: 0.75 };
  if (!avoiding || !denies) return signal;
  const isTold = thoughts.some(({ said, brief }) => said === 'not-done' && !brief);
  return isTold ? { said: 'done', confidence: 0.75 } : { said: 'likely-done', confidence: 0.5 };
}

function inContext(signal: Signal, situation: Situation): Omit<Understanding, 'quote'> {
  const { said, confidence, quantity, time } = signal;
  switch (said) {
    case 'yes':
      return situation.asked === 'call-again?' ? { meaning: 'later', confidence } : done(confidence, 'yes', quantity);
    case 'done':
      return done(confidence, 'words', quantity);
    case 'quantity':
      return quantity === 0 ? { meaning: 'not-done', confidence, quantity } : done(confidence, 'number', quantity);
    case 'partly':
      return { meaning: 'partly', confidence, ...(quantity !== undefined && { quantity }) };
    case 'later':
      return {
        meaning: 'later',
        confidence,
        ...(time && whenSaid(time, situation)),
      };
    case 'lapse':
      return { meaning: 'not-done', confidence };
    case 'likely-done':
      return { meaning: 'unclear', confidence, perhaps: 'done' };
    default:
      return { meaning: said, confidence };
  }
}

function whenSaid(
  time: TimeSaid,
  { now, timeZone }: Situation,
): Pick<Understanding, 'callBackAt' | 'inMinutes' | 'at'> {
  const callBackAt = momentOf(time, now, timeZone);
  if (time.in === 'minutes') return { callBackAt, inMinutes: time.minutes };
  const { date, time: clock } = wallTimeAt(callBackAt, timeZone);
  return { callBackAt, at: `${date}T${clock}` };
}

function done(confidence: number, basis: Basis, quantity?: number): Omit<Understanding, 'quote'> {
  return { meaning: 'done', confidence, basis, ...(quantity !== undefined && { quantity }) };
}

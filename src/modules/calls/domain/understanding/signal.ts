import { Clause, Said } from './clauses';
import { Meaning } from './meaning';
import { Asked } from './situation';
import { TimeSaid } from './times';

/** What a whole answer comes down to, before the question asked gives it its meaning. */
export interface Signal {
  said: Meaning | 'yes' | 'quantity' | 'likely-done' | 'lapse';
  /** From 0 to 1. */
  confidence: number;
  quantity?: number;
  time?: TimeSaid;
}

const SURE = 0.95;
const CLEAR = 0.9;
const FAIR = 0.75;
const LIKELY = 0.5;
const LOST = 0.2;

/** Requests under the names of their meanings. */
const REQUESTS = { stop: 'stop-calling', who: 'who-is-this', repeat: 'repeat', help: 'help' } as const;
const UNDECIDED: ReadonlySet<Said> = new Set(['correction', 'greeting', 'harmless', 'other', 'indulged']);

/** Weighs the thoughts of an answer: a wish not to be called outweighs all, otherwise the last decisive one wins. */
export function signalFrom(all: readonly Clause[], asked: Asked): Signal {
  const clauses = inReply(all, asked);
  return aboutTheCall(clauses) ?? inAnswer(weighty(clauses), clauses, asked);
}

/** What settles an answer whatever was asked: orders to the machine, requests, and somebody who cannot decide. */
function aboutTheCall(clauses: readonly Clause[]): Signal | null {
  if (has(clauses, 'order')) return { said: 'unclear', confidence: SURE };
  const asksHelp = has(clauses, 'help') && clauses.every(({ said }) => ABOUT_HELP.has(said));
  if (asksHelp) return { said: 'help', confidence: CLEAR };
  if (has(clauses, 'stop')) return { said: 'stop-calling', confidence: SURE };
  if (has(clauses, 'wrong-person')) return { said: 'wrong-person', confidence: SURE };
  return isUndecided(clauses) ? unclear : null;
}

/** What was asked tells what its answer may be: a time, a number, a yes to be called again. */
function inAnswer(decisive: readonly Clause[], clauses: readonly Clause[], asked: Asked): Signal {
  const last = decisive.at(-1);
  if (asked === 'when?' && isWhen(clauses, last)) return callback(clauses);
  if (!last) return nothingDecided(clauses);
  const isCount = asked === 'how-many?' && last.said === 'unsure' && decisive[0]?.said === 'quantity';
  if (isCount) return withNumbers(counted(clauses), clauses);
  if (asked === 'call-again?' && (last.said === 'yes' || isOfferTaken(decisive))) return callback(clauses);
  if (last.said === 'yes' && NOT_YES_OR_NO.has(asked) && !has(clauses, 'done', 'quantity')) return unclear;
  return withNumbers(weigh(last, OFFERED.has(asked) ? withoutRefusal(clauses) : clauses), clauses);
}

function isWhen(clauses: readonly Clause[], last: Clause | undefined): boolean {
  return (isTimed(clauses) && last?.said !== 'done') || isPutOff(clauses, last);
}

/** "Soon", "when the rain stops": no time to reckon with, but an answer to "when?". */
function isPutOff(clauses: readonly Clause[], last: Clause | undefined): boolean {
  const isPlan = last?.said === 'not-done' && last.open === true && !has(clauses, 'no');
  return (isPlan && !clauses.some(({ denies }) => denies)) || (!last && clauses.some(({ conditional }) => conditional));
}

/** "Yes please, otherwise I will forget" */
function isOfferTaken(decisive: readonly Clause[]): boolean {
  return (
    decisive[0]?.said === 'yes' && decisive.at(-1)?.said === 'not-done' && !has(decisive, 'no', 'done', 'likely-done')
  );
}

/** "Yes no yes no" */
function isUndecided(clauses: readonly Clause[]): boolean {
  const count = (kind: Said) => clauses.filter(({ said }) => said === kind).length;
  return count('yes') > 1 && count('no') > 1 && !has(clauses, 'correction');
}

const ASIDE: ReadonlySet<Said> = new Set(['busy', 'away', 'told']);

/** Where somebody is tells something only when nothing else does. */
function weighty(clauses: readonly Clause[]): readonly Clause[] {
  const decisive = clauses.filter(({ said }) => !UNDECIDED.has(said));
  const telling = decisive.filter(({ said }) => !ASIDE.has(said));
  return telling.length > 0 ? telling : decisive;
}

const ABOUT_HELP: ReadonlySet<Said> = new Set([
  'help',
  'yes',
  'no',
  'repeat',
  'other',
  'harmless',
  'unsure',
  'greeting',
  'correction',
]);

/** "Yes" answers neither "how many?" nor "when?". */
const NOT_YES_OR_NO: ReadonlySet<Asked> = new Set(['how-many?', 'when?']);

/** Here a no beside a "done" is to the call that was offered. */
const OFFERED: ReadonlySet<Asked> = new Set(['call-again?', 'when?']);

const DONE_ANYWAY: ReadonlySet<Said> = new Set(['done', 'quantity', 'likely-done']);

function withoutRefusal(clauses: readonly Clause[]): readonly Clause[] {
  return DONE_ANYWAY.has(clauses.at(-1)!.said) ? clauses.filter(({ said }) => said !== 'no') : clauses;
}

/** "Right" is a yes to what was offered or read back, and nothing to "when?"; "no need" is a no. */
function inReply(clauses: readonly Clause[], asked: Asked): readonly Clause[] {
  return clauses.map((clause) => {
    if (clause.said === 'agreed') return { ...clause, said: asked === 'when?' ? 'harmless' : 'yes' };
    return clause.said === 'declined' ? { ...clause, said: 'no', polite: true } : clause;
  });
}

function weigh(last: Clause, clauses: readonly Clause[]): Signal {
  switch (last.said) {
    case 'who':
    case 'repeat':
    case 'help':
      return { said: REQUESTS[last.said], confidence: CLEAR };
    case 'later':
    case 'busy':
      return isDoneBefore(last, clauses) ? affirmed('done', clauses) : callback(clauses);
    case 'told':
      return { said: 'done', confidence: FAIR };
    case 'away':
      return { said: 'wrong-person', confidence: FAIR };
    case 'lapse':
      return { said: 'lapse', confidence: CLEAR };
    case 'skip':
      return { said: 'skip', confidence: CLEAR };
    case 'omitted':
      return omitted(last, clauses);
    case 'not-done':
    case 'no':
      return refused(last, clauses);
    case 'yes':
      return agreed(clauses);
    case 'done':
      return affirmed('done', clauses);
    case 'partly':
      return { said: 'partly', confidence: FAIR };
    case 'quantity':
      return counted(clauses);
    case 'likely-done':
      return reported(clauses);
    case 'guess':
      return likely;
    default:
      return unclear;
  }
}

const unclear: Signal = { said: 'unclear', confidence: LOST };
const likely: Signal = { said: 'likely-done', confidence: LIKELY };

/** "Yes I did, and please call me tomorrow": the time is for another day, or when it was done. */
function isDoneBefore(last: Clause, clauses: readonly Clause[]): boolean {
  return last.joined !== 'but' && has(clauses, 'done') && !has(clauses, 'no', 'not-done', 'correction', 'unsure');
}

/** A wish to be called later, or to skip, says more than the no beside it. */
function refused(last: Clause, clauses: readonly Clause[]): Signal {
  if (last.polite && has(clauses, 'done', 'told')) return { said: 'done', confidence: FAIR };
  if (has(clauses, 'later')) return callback(clauses);
  if (has(clauses, 'skip')) return { said: 'skip', confidence: FAIR };
  if (last.said === 'not-done' && clauses.find(({ said }) => !IN_PASSING.has(said))?.said === 'repeat')
    return { said: 'repeat', confidence: FAIR };
  if (isInPart(last, clauses)) return { said: 'partly', confidence: FAIR };
  return { said: 'not-done', confidence: last.said === 'no' && has(clauses, 'other') ? FAIR : CLEAR };
}

const IN_PASSING: ReadonlySet<Said> = new Set(['harmless', 'greeting', 'correction']);

/** "The kitchen is done, the bedroom isn't", "vocabulary yes, grammar no": one thing of several. */
function isInPart(last: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses.slice(0, -1);
  const kinds = clauses.slice(-4).map(({ said }) => said);
  if (kinds.join() === 'other,yes,other,no') return true;
  if (last.said !== 'not-done') return false;
  if (has(clauses, 'partly') || (last.joined !== 'but' && clauses[0]?.said === 'likely-done')) return true;
  if (last.brief || has(before, 'correction', 'no', 'yes')) return false;
  return has(before, 'done', 'likely-done') && (last.ofAnother ?? last.joined === 'but');
}

/** "I have the flu, so no run today" */
function omitted(last: Clause, clauses: readonly Clause[]): Signal {
  const isFollowing = has(clauses, 'other') && !has(clauses, 'not-done', 'no');
  return isFollowing ? { said: 'skip', confidence: FAIR } : refused(last, clauses);
}

/** What a bare yes at the end confirms, when it is not that the habit is done: "sort of, yes". */
const CONFIRMED: ReadonlySet<Said> = new Set(['partly', 'later', 'skip']);

/**
 * A yes among words nobody understood, a "done" after a "no" that was not taken back, and either before "wait" are
 * worth a question. "Done" in so many words stands beside whatever else was said.
 */
function affirmed(said: 'yes' | 'done', clauses: readonly Clause[]): Signal {
  const denied = clauses.findLastIndex(
    (clause) => clause.said === 'no' || (said === 'yes' && clause.said === 'not-done'),
  );
  const since = clauses.slice(denied + 1);
  const corrected =
    since.some((clause) => clause.said === 'correction' || clause.joined === 'but') || isInsisted(since);
  if (has(clauses, 'unsure') && said === 'yes') return unclear;
  if ((denied >= 0 && !corrected) || endsWith(clauses, 'correction')) return likely;
  const inWords = has(clauses, 'done');
  const strayed = has(clauses, 'guess', 'other', 'who', 'repeat', 'help') || endsWith(clauses, 'greeting');
  if (!inWords && isExplained(clauses)) return { said: 'yes', confidence: FAIR };
  if (!inWords && strayed && (!endsWith(clauses, 'yes') || has(clauses, 'guess'))) return likely;
  return { said: inWords ? 'done' : 'yes', confidence: inWords ? SURE : CLEAR };
}

/** "No, yes, I did it", "no no I did go, I went early": said once more than a slip is. */
function isInsisted(clauses: readonly Clause[]): boolean {
  return clauses.filter(({ said }) => said === 'done' || said === 'yes').length > 1 && has(clauses, 'done');
}

const EXPLAINING: ReadonlySet<Said> = new Set([
  'told',
  'quantity',
  'yes',
  'likely-done',
  'other',
  'harmless',
  'agreed',
]);

/** "Yes, I'm in bed": a yes that opens the answer, and how it came about. */
function isExplained(clauses: readonly Clause[]): boolean {
  const [first, second] = clauses.filter(({ said }) => said !== 'harmless');
  return (
    first?.said === 'yes' &&
    !first.light &&
    second?.said !== 'yes' &&
    clauses.every(({ said, open }) => EXPLAINING.has(said) && !open)
  );
}

function agreed(clauses: readonly Clause[]): Signal {
  const confirmed = has(clauses, 'done') ? undefined : clauses.findLast(({ said }) => CONFIRMED.has(said));
  return confirmed ? weigh(confirmed, clauses) : affirmed('yes', clauses);
}

/** "I took them" is a yes only beside a yes: the rules do not know what the habit is about. */
function reported(clauses: readonly Clause[]): Signal {
  return has(clauses, 'yes') ? affirmed('yes', clauses) : likely;
}

/** "No, only five" is part of it; "yes, five" is all that was asked; "five, no, six" is six. */
function counted(clauses: readonly Clause[]): Signal {
  const before = clauses.slice(
    0,
    clauses.findIndex(({ said }) => said === 'quantity'),
  );
  if (has(before, 'no') && clauses.every(({ quantity }) => !quantity)) return { said: 'not-done', confidence: CLEAR };
  if (has(before, 'no', 'not-done', 'partly')) return { said: 'partly', confidence: FAIR };
  if (has(clauses, 'done')) return { said: 'done', confidence: SURE };
  return { said: has(clauses, 'yes') ? 'yes' : 'quantity', confidence: CLEAR };
}

function withNumbers(signal: Signal, clauses: readonly Clause[]): Signal {
  const { quantity } = numbersIn(clauses);
  if (quantity === undefined) return signal;
  if (signal.said === 'likely-done') return { said: 'quantity', confidence: FAIR, quantity };
  return { ...signal, quantity };
}

/** The number that was said, the one with the habit's unit before others, and the time to call. */
export function numbersIn(clauses: readonly Clause[]): Pick<Signal, 'quantity' | 'time'> {
  const counted = clauses.filter((clause) => clause.quantity !== undefined);
  const quantity = (counted.findLast(({ ownUnit }) => ownUnit) ?? counted.at(-1))?.quantity;
  const time = clauses.findLast((clause) => clause.time)?.time;
  return { ...(quantity !== undefined && { quantity }), ...(time && { time }) };
}

function callback(clauses: readonly Clause[]): Signal {
  const { time } = numbersIn(clauses);
  return { said: 'later', confidence: CLEAR, ...(time && { time }) };
}

/** "Hello?" and "Sorry?" ask for the question again. */
function nothingDecided(clauses: readonly Clause[]): Signal {
  const waits = clauses.length > 0 && clauses.every(({ said }) => said === 'greeting' || said === 'correction');
  return waits ? { said: 'repeat', confidence: FAIR } : unclear;
}

function isTimed(clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => clause.time);
}

function endsWith(clauses: readonly Clause[], said: Said): boolean {
  return clauses.at(-1)?.said === said;
}

function has(clauses: readonly Clause[], ...kinds: Said[]): boolean {
  return clauses.some(({ said }) => kinds.includes(said));
}

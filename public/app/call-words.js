import { h } from './dom.js';
import { clockTime, inSeries, plural } from './format.js';
import { habitById } from './store.js';

const ENDED = {
  answered: 'It was answered.',
  'no-answer': 'Nobody answered.',
  busy: 'The line was busy.',
  declined: 'It was declined.',
  voicemail: 'A voicemail answered.',
  failed: 'It could not be made.',
  lost: 'The line dropped.',
  canceled: 'It was called off.',
};

const UNDER_WAY = {
  queued: 'It waits to be made.',
  dialing: 'It is being made.',
  unknown: 'Whether it was made is not known yet.',
  ringing: 'It rings.',
  talking: 'You are talking.',
};

const MEANINGS = {
  done: 'done',
  partly: 'done in part',
  'not-done': 'not yet',
  skip: 'skip it',
  'stop-calling': 'do not call any more',
  'wrong-person': 'the wrong person',
  repeat: 'say it again',
  'who-is-this': 'who is this?',
  help: 'help',
  unclear: 'nothing clear',
};

const LINES = { telephone: 'On the telephone', browser: 'In the app' };
const TELEPHONE_LIVE = ['dialing', 'unknown', 'ringing', 'talking'];

/** How a call stands or how it ended, in a sentence; why it was not made, in the server's. */
export function stateOfCall({ status, ending, refusal, failureCode }) {
  if (status !== 'ended') return UNDER_WAY[status] ?? '';
  if (refusal) return refusal.reason;
  if (ending === 'failed' && failureCode) return `It could not be made (code ${failureCode}).`;
  return ENDED[ending] ?? '';
}

/** A call that is under way on the telephone, of which the page has nothing to answer. */
export function isOnTheTelephone({ line, status }) {
  return line === 'telephone' && TELEPHONE_LIVE.includes(status);
}

/** Where such a call is, to whoever looks at the page meanwhile. */
export function telephoneWords({ status }, phone) {
  const number = phone?.number ?? 'you';
  if (status === 'talking') return 'You are on the telephone with Callivate.';
  return status === 'ringing' ? `It rings at ${number}.` : `We are calling ${number}.`;
}

export function lineOfCall({ line, purpose }) {
  return purpose === 'inbound' ? 'You called' : (LINES[line] ?? line);
}

/** "Read ten pages and Run". */
export function aboutCall({ habitIds, purpose }) {
  if (habitIds.length > 0) return inSeries(habitIds.map((id) => habitById(id)?.title ?? 'a habit of before'));
  return purpose === 'test' ? 'A test call' : 'A call';
}

/** "1 min 12 s"; null when nobody was talked to. */
export function durationOfCall({ durationSeconds: seconds }) {
  if (seconds === null || seconds === undefined) return null;
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What it cost; an estimate says that it is one. Null where there is nothing to pay. */
export function costOfCall({ cost }) {
  if (!cost) return null;
  const { amount, currency, isFinal } = cost;
  const money = currency
    ? new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 4 }).format(amount)
    : amount.toFixed(2);
  return isFinal ? `cost ${money}` : `about ${money}, by our estimate`;
}

/** What each thing it asked about was answered, as it was understood. */
export function meaningsOfCall({ results }, { timeZone }, { timeFormat }) {
  return results.map(({ meaning, quantity, callBackAt }) => {
    const later = callBackAt ? `later, at ${clockTime(callBackAt, timeZone, timeFormat)}` : 'later';
    const words = meaning === 'later' ? later : (MEANINGS[meaning] ?? meaning);
    return quantity === null || quantity === undefined ? words : `${words}, ${quantity}`;
  });
}

/** What both said, folded up; null where no words are kept. */
export function wordsOfCall({ turns }) {
  if (turns.length === 0) return null;
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, 'What was said', h('small', {}, plural(turns.length, 'sentence'))),
    h(
      'ol',
      { class: 'said' },
      turns.map(({ speaker, text }) =>
        h('li', { class: `said-${speaker}` }, h('b', {}, speaker === 'person' ? 'You' : 'Callivate'), ' ', text),
      ),
    ),
  );
}

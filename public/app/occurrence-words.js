import { h } from './dom.js';
import { clockTime, dateAndTime, number, shortDate } from './format.js';
import { isAbout } from './occurrence-key.js';

const VIA = {
  app: 'checked in here',
  call: 'said on a call',
  push: 'from a message',
  sync: 'from another device',
  import: 'imported',
};

/** Why somebody leaves a habit out, as they choose it. */
export const REASONS = { sick: 'Sick', travelling: 'Travelling', 'rest-day': 'Rest day', other: 'Something else' };

/** How an occurrence ended that nobody said a word about. */
const CLOSED = {
  resting: 'Paused, so it does not count',
  'goal-open': 'Left out; only the week or month as a whole counts',
};

/** How an occurrence stands, in one line: what was said and by which way, or what is to come of it. */
export function stateWords(occurrence, habit, { timeFormat }) {
  const { checkIn, status, closedBecause, dueAt, closesAt, timeZone } = occurrence;
  if (checkIn) return checkInWords(checkIn, habit);
  if (CLOSED[closedBecause]) return CLOSED[closedBecause];
  if (status === 'missed') return 'Missed';
  if (status === 'skipped') return 'Skipped';
  if (status === 'completed') return 'Done';
  if (status === 'due') return closesAt ? `Due, open until ${clockTime(closesAt, timeZone, timeFormat)}` : 'Due';
  const verb = habit?.channel === 'push' ? 'Message' : 'Rings';
  return `${verb} at ${clockTime(dueAt, timeZone, timeFormat)}`;
}

/** Where a moved occurrence comes from; null when it is due when its rule says. */
export function movedWords(occurrence, exceptions = []) {
  const isMoved = exceptions.some((exception) => exception.movedTo && isAbout(exception, occurrence));
  return isMoved ? `moved from ${shortDate(occurrence.localDate)}, ${occurrence.localTime}` : null;
}

/** One word of the past, as a list of them says it: "Mon 23 Nov, 07:05: Done, 10 pages". */
export function pastWords(checkIn, habit, timeZone, timeFormat) {
  return [
    h('time', { datetime: checkIn.at }, dateAndTime(checkIn.at, timeZone, timeFormat)),
    checkInWords(checkIn, habit),
  ];
}

/** How a pressed key is written down among the words that were said. */
const KEY = /^\[key .\]$/;

function checkInWords({ status, via, quantity, quote, reason, note, backfill }, habit) {
  const head = { completed: 'Done', skipped: 'Skipped', missed: 'Not done' }[status];
  const count = hasNumber(quantity) ? `, ${number(quantity)} ${habit?.target?.unit ?? ''}`.trimEnd() : '';
  const proof = quote
    ? [', ', KEY.test(quote) ? quote.slice(1, -1) : h('q', {}, quote)]
    : ` · ${reason ? (REASONS[reason] ?? reason).toLowerCase() : (VIA[via] ?? via)}`;
  return [`${head}${count}`, proof, backfill ? ' · added later' : '', note ? [' · ', h('q', {}, note)] : ''];
}

function hasNumber(quantity) {
  return quantity !== null && quantity !== undefined;
}

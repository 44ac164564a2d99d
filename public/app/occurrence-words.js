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
  'not-asked': 'Not asked for, so it does not count',
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

/** One entry of all that was ever said, as a list of them says it: "Mon 23 Nov, 07:05: Done, 10 pages". */
export function pastWords(entry, habit, timeZone, timeFormat) {
  const at = h('time', { datetime: entry.at }, dateAndTime(entry.at, timeZone, timeFormat));
  return [at, entryWords(entry, habit)];
}

function entryWords(entry, habit) {
  const via = VIA[entry.via] ?? entry.via;
  if (entry.kind === 'taken-back') return `Taken back · ${via}`;
  if (entry.status) return checkInWords(entry, habit);
  const unit = habit?.target?.unit ?? '';
  const added = `${number(entry.quantity)} ${unit}`.trimEnd();
  if (entry.kind !== 'progress') return `${added} in all · ${via}`;
  return `${added} more${hasNumber(entry.total) ? `, ${number(entry.total)} in all` : ''} · ${via}`;
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

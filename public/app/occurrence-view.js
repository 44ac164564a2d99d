import { h } from './dom.js';
import { clockTime } from './format.js';
import { icon } from './icons.js';

const VIA = {
  app: 'checked in here',
  call: 'said on a call',
  push: 'from a message',
  sync: 'from another device',
  import: 'imported',
};

/** One due moment: when, what, how it stands, why, and what one can do about it. The habit may be gone by now. */
export function occurrenceView({ occurrence, habit }, { settings, counting, canCall }) {
  const looks = occurrence.checkIn?.status ?? occurrence.status;
  const time = clockTime(occurrence.dueAt, occurrence.timeZone, settings.timeFormat);
  const press = buttonsAbout(occurrence, habit);
  return h(
    'li',
    { id: `occurrence-${occurrence.id}`, class: `moment moment-${looks}` },
    h('time', { class: 'moment-time', datetime: occurrence.dueAt }, time),
    h(
      'div',
      { class: 'moment-body' },
      h('h3', {}, habit?.title ?? 'A habit'),
      h(
        'p',
        { class: 'moment-state' },
        h('span', {}, stateWords(occurrence, habit, settings)),
        press('why', 'Why?', 'link'),
        occurrence.checkIn ? press('undo', 'Undo', 'link') : null,
      ),
      wayToAnswer({ occurrence, habit }, counting, canCall, press),
    ),
    h('span', { class: 'moment-mark', 'aria-hidden': 'true' }, looks === 'completed' ? icon('check') : null),
  );
}

function stateWords({ checkIn, status, dueAt, closesAt, timeZone }, habit, { timeFormat }) {
  if (checkIn) return checkInWords(checkIn, habit);
  if (status === 'missed') return 'Missed';
  if (status === 'due') return closesAt ? `Due, open until ${clockTime(closesAt, timeZone, timeFormat)}` : 'Due';
  const verb = habit?.channel === 'push' ? 'Message' : 'Rings';
  return `${verb} at ${clockTime(dueAt, timeZone, timeFormat)}`;
}

/** How a pressed key is written down among the words that were said. */
const KEY = /^\[key .\]$/;

function checkInWords({ status, via, quantity, quote, reason }, habit) {
  const head = { completed: 'Done', skipped: 'Skipped', missed: 'Not done' }[status];
  const count =
    quantity !== null && quantity !== undefined ? `, ${quantity} ${habit?.target?.unit ?? ''}`.trimEnd() : '';
  const proof = quote
    ? [', ', KEY.test(quote) ? quote.slice(1, -1) : h('q', {}, quote)]
    : ` · ${reason ?? VIA[via] ?? via}`;
  return [`${head}${count}`, proof];
}

/** All buttons of a row carry the same ids, and a name that tells a screen reader which habit they belong to. */
function buttonsAbout(occurrence, habit) {
  return (action, words, look, { status = null, drawing = null } = {}) =>
    h(
      'button',
      {
        id: [action, status, occurrence.id].filter(Boolean).join('-'),
        class: look,
        type: 'button',
        'data-action': action,
        'data-occurrence': occurrence.id,
        'data-habit': occurrence.habitId,
        'data-status': status,
        'aria-label': `${words}: ${habit?.title ?? 'this'}`,
      },
      drawing ? icon(drawing) : null,
      words,
    );
}

function wayToAnswer({ occurrence, habit }, counting, canCall, press) {
  if (counting === occurrence.id) return countForm(occurrence, habit);
  return occurrence.checkIn ? null : actions(habit, canCall, press);
}

function actions(habit, canCall, press) {
  const done =
    habit?.kind === 'numeric'
      ? press('count', 'Done', 'small', { drawing: 'check' })
      : press('check-in', 'Done', 'small', { drawing: 'check', status: 'completed' });
  return h(
    'div',
    { class: 'row-actions' },
    done,
    canCall && habit?.status !== 'archived' ? press('call-now', 'Call me now', 'small', { drawing: 'phone' }) : null,
    press('check-in', 'Skip', 'quiet', { status: 'skipped' }),
  );
}

function countForm(occurrence, habit) {
  const { value, unit } = habit?.target ?? { value: '', unit: '' };
  return h(
    'form',
    { class: 'count', 'data-action': 'check-in-count', 'data-occurrence': occurrence.id },
    h('label', { for: `count-${occurrence.id}` }, `How many ${unit}?`),
    h('input', {
      id: `count-${occurrence.id}`,
      name: 'quantity',
      type: 'number',
      min: '0',
      step: 'any',
      inputmode: 'decimal',
      required: true,
      value,
    }),
    h('button', { class: 'small', type: 'submit' }, 'Save'),
    h('button', { class: 'quiet', type: 'button', 'data-action': 'count', 'data-occurrence': '' }, 'Cancel'),
  );
}

import { correctForm } from './correct-form.js';
import { h } from './dom.js';
import { clockTime } from './format.js';
import { icon } from './icons.js';
import { countForm, numbersView } from './numbers-view.js';
import { keyOf } from './occurrence-key.js';
import { movedWords, stateWords } from './occurrence-words.js';
import { habitPath } from './routes.js';

/**
 * One due moment: when, what, how it stands, why, and what one can do about it. The habit may be gone by now. `shown.place`
 * keeps the names apart where the page behind a dialog shows the same occurrence; `shown.isBrief` leaves the buttons to the
 * correction.
 */
export function occurrenceView({ occurrence, habit }, shown) {
  const looks = occurrence.checkIn?.status ?? occurrence.status;
  const time = clockTime(occurrence.dueAt, occurrence.timeZone, shown.settings.timeFormat);
  const press = buttonsAbout(occurrence, habit, shown.place);
  const moved = movedWords(occurrence, habit?.schedule.exceptions);
  return h(
    'li',
    { id: ['occurrence', shown.place, keyOf(occurrence)].filter(Boolean).join('-'), class: `moment moment-${looks}` },
    h('time', { class: 'moment-time', datetime: occurrence.dueAt }, time),
    h(
      'div',
      { class: 'moment-body' },
      h('h3', {}, habit ? h('a', { class: 'plain-link', href: habitPath(habit.id) }, habit.title) : 'A habit'),
      h(
        'p',
        { class: 'moment-state' },
        h('span', {}, stateWords(occurrence, habit, shown.settings), moved ? ` · ${moved}` : ''),
        occurrence.id ? press('why', 'Why?', 'link') : null,
        press('correct', wordsForCorrecting(occurrence), 'link'),
        occurrence.checkIn ? press('undo', 'Undo', 'link') : null,
      ),
      habit?.kind === 'numeric' && !shown.isBrief ? numbersView(occurrence, habit) : null,
      wayToAnswer({ occurrence, habit }, shown, press),
    ),
    h('span', { class: 'moment-mark', 'aria-hidden': 'true' }, looks === 'completed' ? icon('check') : null),
  );
}

function wordsForCorrecting({ checkIn }) {
  if (!checkIn) return 'Another answer';
  return checkIn.status === 'skipped' && !checkIn.reason ? 'Say why' : 'Change';
}

/** All buttons of a row carry the same ids, and a name that tells a screen reader which habit they belong to. */
function buttonsAbout(occurrence, habit, place) {
  const key = keyOf(occurrence);
  return (action, words, look, { status = null, way = null, drawing = null } = {}) =>
    h(
      'button',
      {
        id: [action, status, way, place, key].filter(Boolean).join('-'),
        class: look,
        type: 'button',
        'data-action': action,
        'data-occurrence': key,
        'data-habit': occurrence.habitId,
        'data-status': status,
        'data-way': way,
        'data-place': place,
        'aria-label': `${words}: ${habit?.title ?? 'this'}`,
      },
      drawing ? icon(drawing) : null,
      words,
    );
}

function wayToAnswer({ occurrence, habit }, shown, press) {
  const isHere = (asked) => asked?.key === keyOf(occurrence) && asked.place === (shown.place ?? null);
  if (isHere(shown.correcting)) return correctForm(occurrence, habit);
  if (isHere(shown.counting)) return countForm(occurrence, habit, shown.counting.way);
  if (shown.isBrief) return null;
  const actions = [
    ...answers(occurrence, habit, press),
    shown.canCall && !occurrence.checkIn && habit?.status !== 'archived'
      ? press('call-now', 'Call me now', 'small', { drawing: 'phone' })
      : null,
    occurrence.checkIn ? null : press('check-in', 'Skip', 'quiet', { status: 'skipped' }),
    ...(shown.canMove ? waysToChange(occurrence, press) : []),
  ].filter(Boolean);
  return actions.length > 0 ? h('div', { class: 'row-actions' }, actions) : null;
}

function answers(occurrence, habit, press) {
  if (habit?.kind === 'numeric') {
    return [
      occurrence.id ? press('count', 'Add', 'small', { way: 'add', drawing: 'plus' }) : null,
      press('count', 'Set the total', 'quiet', { way: 'set' }),
    ];
  }
  if (occurrence.checkIn) return [];
  return [press('check-in', 'Done', 'small', { status: 'completed', drawing: 'check' })];
}

function waysToChange({ status, checkIn }, press) {
  if (status !== 'planned' || checkIn) return [];
  return [press('move', 'Move or cancel', 'quiet')];
}

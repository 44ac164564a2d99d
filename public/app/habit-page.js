import { calendarView } from './calendar-view.js';
import { comingItem } from './coming-view.js';
import { h } from './dom.js';
import { dateAndTime, longDate, shortDate } from './format.js';
import { icon } from './icons.js';
import { memoryView } from './memory-view.js';
import { keyOf } from './occurrence-key.js';
import { occurrenceView } from './occurrence-view.js';
import { HOME } from './routes.js';
import { streakView } from './streak-view.js';
import { strengthView } from './strength-view.js';

const MOST_TO_COME = 8;
const MOST_LATELY = 10;
const LONG_TITLE = 60;

/** Everything about one habit, at an address of its own. */
export function habitPage(state) {
  const { openHabit } = state;
  if (!openHabit)
    return [h('div', { id: 'mainly', class: 'mainly' }, wayHome(), h('p', { class: 'hint' }, 'Looking…'))];
  if (!openHabit.habit) return [h('div', { id: 'mainly', class: 'mainly' }, wayHome(), notThere())];
  const { habit, streak } = openHabit;
  return [
    h(
      'div',
      { id: 'mainly', class: 'mainly' },
      head(habit, state),
      todayOf(habit, state),
      streakView(habit, streak),
      strengthView(streak),
      lately(openHabit, state),
    ),
    h(
      'div',
      { id: 'beside', class: 'beside' },
      calendarView(state, habit.id),
      memoryView(habit.id, openHabit.memory, state),
      coming(openHabit, state),
      changes(habit, state.today.day),
    ),
  ];
}

function wayHome() {
  return h('p', {}, h('a', { id: 'way-home', class: 'way-home plain-link', href: HOME }, icon('back'), 'Today'));
}

function notThere() {
  return h(
    'div',
    { id: 'no-habit', class: 'empty' },
    h('h1', {}, 'There is no such habit.'),
    h('p', {}, 'It was deleted, or the address is not quite right.'),
  );
}

function head(habit, { me, settings }) {
  const { title, description, schedule, status, kind, target } = habit;
  return h(
    'section',
    { id: 'habit-head', class: `habit-head is-${status}`, 'aria-labelledby': 'habit-title' },
    wayHome(),
    h('h1', { id: 'habit-title', class: title.length > LONG_TITLE ? 'is-long' : null }, title),
    h('p', { class: 'habit-when' }, schedule.text, kind === 'numeric' && target ? ` · ${targetWords(target)}` : ''),
    h('p', { id: 'habit-standing', class: 'habit-standing' }, standing(habit, me, settings)),
    description ? h('p', { class: 'hint' }, description) : null,
    h('div', { class: 'row-actions' }, actions(habit)),
  );
}

function targetWords({ value, unit, direction }) {
  return `${direction === 'at-most' ? 'at most' : 'at least'} ${value} ${unit}`;
}

function standing({ status, pause, nextDueAt, schedule }, me, { timeFormat }) {
  if (status === 'archived') return 'Put away: it neither rings nor counts. Its history is kept.';
  if (status === 'paused') return pauseWords(pause);
  return nextDueAt
    ? `Next: ${dateAndTime(nextDueAt, schedule.timeZone ?? me.timeZone, timeFormat)}`
    : 'Nothing is due any more.';
}

function pauseWords(pause) {
  const what = pause?.of === 'everything' ? 'Paused with everything else' : 'Paused';
  return pause?.resumesOn ? `${what}, until ${longDate(pause.resumesOn)}.` : `${what}, until you resume it.`;
}

function actions(habit) {
  const { status, pause } = habit;
  const press = (action, words, look, drawing) => button(habit.id, action, words, look, drawing);
  if (status === 'archived')
    return [press('unarchive', 'Take it out again', 'small'), press('delete-habit', 'Delete', 'quiet danger')];
  const pausing =
    status !== 'paused'
      ? press('pause', 'Pause', 'quiet')
      : pause?.of === 'everything'
        ? press('resume-everything', 'Resume everything', 'quiet')
        : press('resume', 'Resume', 'quiet');
  return [
    press('call-now', 'Call me now', 'small', 'phone'),
    pausing,
    press('edit-habit', 'Edit', 'quiet'),
    press('archive', 'Archive', 'quiet'),
    press('delete-habit', 'Delete', 'quiet danger'),
  ];
}

function button(habitId, action, words, look, drawing = null) {
  const attributes = {
    id: `habit-${action}`,
    class: look,
    type: 'button',
    'data-action': action,
    'data-habit': habitId,
  };
  return h('button', attributes, drawing ? icon(drawing) : null, words);
}

function todayOf(habit, { today, settings, counting, correcting }) {
  const items = today.items.filter((item) => item.habit.id === habit.id);
  if (items.length === 0) return null;
  const shown = { settings, counting, correcting, canCall: false, canMove: true };
  return h(
    'section',
    { id: 'habit-today', 'aria-labelledby': 'habit-today-title' },
    h('h2', { id: 'habit-today-title', class: 'section-title' }, 'Today'),
    h(
      'ol',
      { class: 'moments' },
      items.map(({ occurrence }) => occurrenceView({ occurrence, habit }, shown)),
    ),
  );
}

/** What the last weeks held, the newest first. */
function lately({ habit, lately: occurrences }, { today, settings, counting, correcting }) {
  const past = occurrences.filter(({ day }) => day < today.day).toReversed();
  const shown = { settings, counting, correcting, isBrief: true };
  const item = (occurrence) =>
    h(
      'li',
      { id: `lately-${keyOf(occurrence)}`, class: 'lately-item' },
      h('p', { class: 'lately-day' }, longDate(occurrence.day)),
      h('ol', {}, occurrenceView({ occurrence, habit }, shown)),
    );
  return card(
    'lately',
    'Lately',
    past.length > 0
      ? h('ol', { class: 'lately' }, past.slice(0, MOST_LATELY).map(item))
      : h('p', { class: 'hint' }, 'Nothing yet. Earlier days are in the calendar.'),
  );
}

function coming({ coming: occurrences }, { settings }) {
  if (occurrences.length === 0) return null;
  const when = ({ dueAt, timeZone }) => dateAndTime(dueAt, timeZone, settings.timeFormat);
  const items = occurrences.slice(0, MOST_TO_COME).map((occurrence) => comingItem(occurrence, when(occurrence), false));
  return card('habit-coming', 'Coming up', h('ul', {}, items));
}

/** The single changes still ahead: those that are left out are seen nowhere else. */
function changes({ id, schedule }, today) {
  const ahead = (schedule.exceptions ?? []).filter(
    ({ localDate, movedTo }) => (movedTo?.localDate ?? localDate) >= today,
  );
  if (ahead.length === 0) return null;
  return card(
    'changes',
    'Single changes',
    h(
      'ul',
      {},
      ahead.map((exception) => changeItem(id, exception)),
    ),
  );
}

function changeItem(habitId, { localDate, localTime, movedTo }) {
  const from = `${shortDate(localDate)}, ${localTime}`;
  const to = movedTo ? `moved to ${shortDate(movedTo.localDate)}, ${movedTo.localTime}` : 'left out';
  const undo = {
    id: `undo-change-${localDate}-${localTime}`,
    class: 'quiet',
    type: 'button',
    'data-action': 'undo-change',
    'data-habit': habitId,
    'data-date': localDate,
    'data-time': localTime,
    'aria-label': `Undo: ${from}`,
  };
  return h(
    'li',
    { class: 'coming-line' },
    h('p', {}, from, h('small', { class: 'under' }, to)),
    h('button', undo, 'Undo'),
  );
}

function card(id, title, ...content) {
  return h(
    'section',
    { id, class: 'card', 'aria-labelledby': `${id}-title` },
    h('header', { class: 'card-top' }, h('h2', { id: `${id}-title` }, title)),
    content,
  );
}

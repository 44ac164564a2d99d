import { h } from './dom.js';
import { dateAndTime, plural, shortDate } from './format.js';
import { icon } from './icons.js';
import { habitPath } from './routes.js';

/** All habits with their streaks, each with a call of its own a press away. */
export function habitsView({ habits, streaks, me, settings }) {
  const streakOf = new Map((streaks?.items ?? []).map((streak) => [streak.habitId, streak]));
  const kept = habits.filter((habit) => habit.status !== 'archived');
  const archived = habits.filter((habit) => habit.status === 'archived');
  const view = (habit) => habitView(habit, streakOf.get(habit.id) ?? habit.streak ?? {}, me, settings);
  const list = h('ul', { class: 'habits' }, kept.map(view));
  return h(
    'section',
    { id: 'habits', class: 'card', 'aria-labelledby': 'habits-title' },
    h(
      'header',
      { class: 'card-top' },
      h('h2', { id: 'habits-title' }, 'Habits'),
      pageButton('new-habit', 'New habit', 'plus', 'small'),
    ),
    kept.length > 0 ? list : h('p', { class: 'hint' }, 'None yet.'),
    archived.length > 0 ? archive(archived) : null,
    h('p', { class: 'card-foot' }, pageButton('test-call', 'Make a test call', 'bell', 'quiet')),
  );
}

function archive(habits) {
  const item = ({ id, title }) =>
    h(
      'li',
      { class: 'archived-item', id: `archived-${id}` },
      h('a', { class: 'plain-link', href: habitPath(id) }, title),
    );
  return h(
    'details',
    { id: 'archived', class: 'fold' },
    h('summary', {}, h('span', {}, 'Put away'), h('small', {}, habits.length)),
    h('ul', { class: 'archived' }, habits.map(item)),
  );
}

function pageButton(action, words, drawing, look) {
  return h('button', { id: action, class: look, type: 'button', 'data-action': action }, icon(drawing), words);
}

function habitView(habit, streak, me, settings) {
  const paused = habit.status === 'paused';
  return h(
    'li',
    { id: `habit-${habit.id}`, class: paused ? 'habit is-paused' : 'habit' },
    h(
      'div',
      { class: 'habit-words' },
      h('h3', {}, h('a', { class: 'plain-link', href: habitPath(habit.id) }, habit.title)),
      h('p', {}, habit.schedule.text, paused ? pauseInWords(habit) : nextInWords(habit, me, settings)),
    ),
    h('p', { class: 'habit-streak' }, streakInWords(streak)),
    h(
      'div',
      { class: 'row-actions' },
      button(habit, 'call-now', 'Call me now', 'phone', 'small'),
      paused ? resumeButton(habit) : button(habit, 'pause', 'Pause', null, 'quiet'),
      button(habit, 'edit-habit', 'Edit', null, 'quiet'),
    ),
  );
}

/** The unit is said where it is not the day everybody expects. */
function streakInWords({ current = 0, longest = 0, unit = 'day' } = {}) {
  return [
    h('b', {}, current),
    unit === 'day' ? null : h('small', {}, current === 1 ? unit : `${unit}s`),
    h('small', {}, longest > current ? `best ${longest}` : 'streak'),
    h('span', { class: 'visually-hidden' }, ` ${plural(current, unit)} in a row`),
  ];
}

/** A pause of everything has its own banner; one habit cannot leave it. */
function resumeButton(habit) {
  return habit.pause?.of === 'everything' ? null : button(habit, 'resume', 'Resume', null, 'quiet');
}

function pauseInWords({ pause }) {
  return pause?.resumesOn ? ` · paused until ${shortDate(pause.resumesOn)}` : ' · paused';
}

function nextInWords({ nextDueAt, schedule }, me, { timeFormat }) {
  return nextDueAt ? ` · next ${dateAndTime(nextDueAt, schedule.timeZone ?? me.timeZone, timeFormat)}` : '';
}

function button(habit, action, words, drawing, look) {
  return h(
    'button',
    {
      id: `${action}-${habit.id}`,
      class: look,
      type: 'button',
      'data-action': action,
      'data-habit': habit.id,
      'aria-label': `${words}: ${habit.title}`,
    },
    drawing ? icon(drawing) : null,
    words,
  );
}

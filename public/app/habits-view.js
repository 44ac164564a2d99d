import { h } from './dom.js';
import { dateAndTime, plural } from './format.js';
import { icon } from './icons.js';

/** All habits with their streaks, each with a call of its own a press away. */
export function habitsView({ habits, streaks, me, settings }) {
  const streakOf = new Map((streaks?.items ?? []).map((streak) => [streak.habitId, streak]));
  const kept = habits.filter((habit) => habit.status !== 'archived');
  const view = (habit) => habitView(habit, streakOf.get(habit.id) ?? habit.streak, me, settings);
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
    h('p', { class: 'card-foot' }, pageButton('test-call', 'Make a test call', 'bell', 'quiet')),
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
      h('h3', {}, habit.title),
      h('p', {}, habit.schedule.text, paused ? ' · paused' : nextInWords(habit, me, settings)),
    ),
    h(
      'p',
      { class: 'habit-streak' },
      h('b', {}, streak?.current ?? 0),
      h('small', {}, streak?.longest > (streak?.current ?? 0) ? `best ${streak.longest}` : 'streak'),
      h('span', { class: 'visually-hidden' }, ` ${plural(streak?.current ?? 0, 'day')} in a row`),
    ),
    h(
      'div',
      { class: 'row-actions' },
      button(habit, 'call-now', 'Call me now', 'phone', 'small'),
      paused ? button(habit, 'resume', 'Resume', null, 'quiet') : button(habit, 'pause', 'Pause', null, 'quiet'),
      button(habit, 'edit-habit', 'Edit', null, 'quiet'),
    ),
  );
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

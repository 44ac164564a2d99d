import { h } from './dom.js';
import { clockTime, longDate } from './format.js';
import { keyOf } from './occurrence-key.js';
import { movedWords } from './occurrence-words.js';
import { habitPath } from './routes.js';
import { habitById } from './store.js';

/** The days after today, each folded up with what is due on it. */
export function comingView({ upcoming, today, settings }) {
  if (!upcoming) return null;
  const days = Map.groupBy(
    upcoming.filter(({ day }) => day > today.day),
    ({ day }) => day,
  );
  const folds = [...days].map(([day, occurrences]) => dayFold(day, occurrences, settings));
  return h(
    'section',
    { id: 'coming', class: 'card', 'aria-labelledby': 'coming-title' },
    h('header', { class: 'card-top' }, h('h2', { id: 'coming-title' }, 'Coming days')),
    folds.length > 0 ? folds : h('p', { class: 'hint' }, 'Nothing is due in the coming week.'),
  );
}

function dayFold(day, occurrences, settings) {
  return h(
    'details',
    { id: `coming-${day}`, class: 'fold' },
    h('summary', {}, h('span', {}, longDate(day)), h('small', {}, `${occurrences.length} due`)),
    h(
      'ul',
      {},
      occurrences.map((occurrence) =>
        comingItem(occurrence, clockTime(occurrence.dueAt, occurrence.timeZone, settings.timeFormat), true),
      ),
    ),
  );
}

/** One moment to come, which may be moved or left out by itself; `isNamed` says of which habit it is. */
export function comingItem(occurrence, when, isNamed) {
  const habit = habitById(occurrence.habitId);
  const title = habit?.title ?? 'A habit';
  const moved = movedWords(occurrence, habit?.schedule.exceptions);
  const press = (action, words) =>
    h(
      'button',
      {
        id: `${action}-coming-${keyOf(occurrence)}`,
        class: 'quiet',
        type: 'button',
        'data-action': action,
        'data-occurrence': keyOf(occurrence),
        'data-habit': occurrence.habitId,
        'aria-label': `${words}: ${title}, ${when}`,
      },
      words,
    );
  return h(
    'li',
    { id: `coming-${keyOf(occurrence)}`, class: isNamed ? 'coming-item' : 'coming-line' },
    h('time', { datetime: occurrence.dueAt }, when),
    h(
      'div',
      { class: 'coming-words' },
      isNamed ? h('a', { class: 'plain-link', href: habitPath(occurrence.habitId) }, title) : null,
      moved ? h('small', { class: 'under' }, moved) : null,
      h(
        'div',
        { class: 'row-actions' },
        press('move', 'Move or cancel'),
        moved ? press('undo-change', 'Move back') : null,
      ),
    ),
  );
}

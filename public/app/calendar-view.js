import { h } from './dom.js';
import { longDate, monthName, plural, weekdayIndex } from './format.js';
import { icon } from './icons.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const STATUS_WORDS = {
  completed: 'all done',
  partial: 'partly done',
  missed: 'missed',
  skipped: 'skipped',
  pending: 'still open',
  none: 'nothing due',
};
const LEGEND = ['completed', 'partial', 'missed', 'skipped'];

/** The month as suns: full where all was done, half where some was, hollow where it was missed. */
export function calendarView({ calendar, today }) {
  if (!calendar) return null;
  return h(
    'section',
    { id: 'calendar', class: 'card', 'aria-labelledby': 'calendar-title' },
    h(
      'header',
      { class: 'card-top' },
      h('h2', { id: 'calendar-title', 'aria-live': 'polite' }, monthName(calendar.month)),
      h(
        'div',
        { class: 'pager' },
        turn('previous-month', 'Previous month', 'back'),
        turn('next-month', 'Next month', 'forward'),
      ),
    ),
    monthTable(calendar.days, today.day),
    legend(),
  );
}

function monthTable(days, today) {
  const week = (cells) =>
    h(
      'tr',
      {},
      cells.map((day) => dayCell(day, today)),
    );
  return h('table', { class: 'month' }, weekdayHead(), h('tbody', {}, weeks(days).map(week)));
}

/** For eyes only: the name of each day says the same in words. */
function legend() {
  const entry = (status) => h('span', {}, h('i', { class: `sun-day sun-${status}` }), STATUS_WORDS[status]);
  return h('p', { class: 'legend', 'aria-hidden': 'true' }, LEGEND.map(entry));
}

function turn(action, words, drawing) {
  return h(
    'button',
    { id: action, class: 'round-quiet', type: 'button', 'data-action': action, 'aria-label': words },
    icon(drawing),
  );
}

function weekdayHead() {
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      WEEKDAYS.map((name) => h('th', { scope: 'col', abbr: name }, name.slice(0, 2))),
    ),
  );
}

function weeks(days) {
  const cells = [...Array(weekdayIndex(days[0].day)).fill(null), ...days];
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function dayCell(day, today) {
  if (!day) return h('td', {});
  const isToday = day.day === today;
  return h(
    'td',
    {},
    h(
      'button',
      {
        class: `sun-day sun-${day.status}${isToday ? ' is-today' : ''}`,
        type: 'button',
        'data-action': 'open-day',
        'data-day': day.day,
        'aria-label': `${longDate(day.day)}: ${dayInWords(day)}`,
        'aria-current': isToday ? 'date' : null,
      },
      Number(day.day.slice(8)),
    ),
  );
}

function dayInWords({ status, due, completed }) {
  if (!due) return STATUS_WORDS[status];
  return `${STATUS_WORDS[status]}, ${completed} of ${plural(due, 'habit')}`;
}

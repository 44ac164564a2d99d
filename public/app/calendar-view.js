import { h } from './dom.js';
import { select } from './fields.js';
import { longDate, monthName, weekdayIndex } from './format.js';
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

const NOTHING = { status: 'none', due: 0, completed: 0, skipped: 0, missed: 0 };

/**
 * The month as suns: full where all was done, half where some was, hollow where it was missed. Of all habits, of one of them
 * that is chosen, or, with `habitId`, of the one whose page it is on.
 */
export function calendarView({ calendar, today, habits, streaks, shownHabit, focusedDay }, habitId = null) {
  if (!calendar) return null;
  const knowsHabits = calendar.days.some((day) => day.habits);
  if (habitId && !knowsHabits) return null;
  const shown = habitId ?? (knowsHabits ? shownHabit : null);
  const frozen = new Set(shown ? [] : (streaks?.overall?.freezes?.usedOn ?? []));
  const days = calendar.days.map((day) => ({ ...dayOf(day, shown), isFrozen: frozen.has(day.day) }));
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
    habitId || !knowsHabits || habits.length < 2 ? null : habitChoice(habits, shownHabit),
    monthTable(days, today.day, focusedDay, shown),
    legend(days.some(({ isFrozen }) => isFrozen)),
  );
}

/** A day of all habits, or what it was to one of them. */
function dayOf(day, habitId) {
  if (!habitId) return day;
  return { ...NOTHING, ...day.habits?.find((habit) => habit.habitId === habitId), day: day.day };
}

function habitChoice(habits, shownHabit) {
  const titles = habits.map(({ id, title }) => [id, title]);
  return select('shownHabit', null, Object.fromEntries([['', 'All habits'], ...titles]), shownHabit ?? '', {
    id: 'shown-habit',
    class: 'shown-habit',
    'data-action': 'show-habit',
    'aria-label': 'Which habit',
  });
}

/** One stop for the Tab key; the arrow keys go from day to day. */
function monthTable(days, today, focusedDay, habitId) {
  const has = (wanted) => days.some(({ day }) => day === wanted);
  const stop = [focusedDay, today, days[0].day].find(has);
  const week = (cells) =>
    h(
      'tr',
      {},
      cells.map((day) => dayCell(day, { today, stop, habitId })),
    );
  return h(
    'table',
    { class: 'month', 'aria-labelledby': 'calendar-title', 'aria-describedby': 'month-keys' },
    weekdayHead(),
    h('tbody', {}, weeks(days).map(week)),
  );
}

/** For eyes only: the name of each day says the same in words. */
function legend(hasFreeze) {
  const entry = (status) => h('span', {}, h('i', { class: `sun-day sun-${status}` }), STATUS_WORDS[status]);
  return [
    h(
      'p',
      { class: 'legend', 'aria-hidden': 'true' },
      LEGEND.map(entry),
      hasFreeze ? h('span', {}, icon('freeze'), 'kept by a freeze') : null,
    ),
    h(
      'p',
      { id: 'month-keys', class: 'visually-hidden' },
      'The arrow keys go from day to day, Page Up and Page Down from month to month, Enter opens a day.',
    ),
  ];
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

function dayCell(day, { today, stop, habitId }) {
  if (!day) return h('td', {});
  const isToday = day.day === today;
  return h(
    'td',
    {},
    h(
      'button',
      {
        id: `day-${day.day}`,
        class: `sun-day sun-${day.status}${isToday ? ' is-today' : ''}${day.isFrozen ? ' is-frozen' : ''}`,
        type: 'button',
        tabindex: day.day === stop ? '0' : '-1',
        'data-action': 'open-day',
        'data-day': day.day,
        'data-habit': habitId,
        'aria-label': `${longDate(day.day)}: ${dayInWords(day)}`,
        'aria-current': isToday ? 'date' : null,
      },
      Number(day.day.slice(8)),
      day.isFrozen ? icon('freeze') : null,
    ),
  );
}

function dayInWords({ status, due, completed, isFrozen }) {
  const words = due ? `${STATUS_WORDS[status]}, ${completed} of ${due} done` : STATUS_WORDS[status];
  return isFrozen ? `${words}, kept by a freeze` : words;
}

import { h } from './dom.js';
import { longDate, plural } from './format.js';
import { icon } from './icons.js';
import { occurrenceView } from './occurrence-view.js';

/** The server's today: a list of moments, from the first to the last. */
export function dayView({ today, pause, settings, streaks, habits, counting, correcting }) {
  const items = today.items;
  const done = items.filter(({ occurrence }) => occurrence.checkIn?.status === 'completed').length;
  return h(
    'section',
    { id: 'day', class: 'day', 'aria-labelledby': 'day-title' },
    h(
      'header',
      { class: 'day-top' },
      h(
        'div',
        {},
        h('p', { class: 'eyebrow' }, 'Today'),
        h('h1', { id: 'day-title' }, longDate(today.day)),
        h('p', { class: 'day-sum' }, dayInWords(items.length, done)),
      ),
      streakBadge(streaks),
    ),
    items.length > 0
      ? h(
          'ol',
          { class: 'moments' },
          items.map((item) => occurrenceView(item, { settings, counting, correcting, canCall: true })),
        )
      : emptyDay(habits, pause),
  );
}

function dayInWords(count, done) {
  if (count === 0) return 'Nothing is due.';
  if (done === count)
    return count === 1 ? 'Done. The rest of the day is yours.' : `All ${count} done. The rest of the day is yours.`;
  return `${done} of ${count} done`;
}

function streakBadge(streaks) {
  const { current = 0, longest = 0, toNextMilestone, nextMilestone, freezes } = streaks?.overall ?? {};
  return h(
    'p',
    { id: 'streak-overall', class: 'streak-badge' },
    h('b', { id: 'streak-number' }, current),
    h('span', {}, current === 1 ? 'day in a row' : 'days in a row'),
    longest > current ? h('small', {}, `best ${plural(longest, 'day')}`) : null,
    current > 0 && toNextMilestone ? h('small', {}, `${nextMilestone} in ${plural(toNextMilestone, 'day')}`) : null,
    freezes?.enabled ? h('small', { id: 'freezes', class: 'freezes' }, icon('freeze'), freezesInWords(freezes)) : null,
  );
}

function freezesInWords({ held }) {
  return held > 0 ? `${plural(held, 'freeze')} in hand` : 'no freeze yet';
}

function emptyDay(habits, pause) {
  const first = habits.length === 0;
  return h(
    'div',
    { class: 'empty' },
    h('p', {}, emptyWords(first, pause)),
    h(
      'button',
      { id: 'first-habit', class: first ? 'primary' : 'small', type: 'button', 'data-action': 'new-habit' },
      icon('plus'),
      first ? 'Your first habit' : 'New habit',
    ),
  );
}

function emptyWords(first, pause) {
  if (first) return 'What would you like to be called about?';
  return pause ? 'Everything rests, and so may you.' : 'Enjoy it. The next call comes when something is due.';
}

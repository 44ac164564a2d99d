import { h } from './dom.js';
import { plural, wholeDate } from './format.js';

/** How long a habit has been kept up, how long it ever was, and what is within reach. */
export function streakView(habit, streak) {
  const {
    current = 0,
    longest = 0,
    unit = 'day',
    startedOn,
    nextMilestone,
    toNextMilestone,
  } = streak ?? habit.streak ?? {};
  return h(
    'section',
    { id: 'streak', class: 'card facts', 'aria-labelledby': 'streak-title' },
    h('h2', { id: 'streak-title', class: 'visually-hidden' }, 'Streak'),
    h(
      'dl',
      {},
      fact('In a row', current, unit, current > 0 && startedOn ? `since ${wholeDate(startedOn)}` : null),
      fact('Best', longest, unit, current > 0 && current >= longest ? 'this one' : null),
      nextMilestone ? fact('Next milestone', nextMilestone, unit, `${plural(toNextMilestone, unit)} to go`) : null,
    ),
  );
}

function fact(name, count, unit, more) {
  return h(
    'div',
    {},
    h('dt', {}, name),
    h(
      'dd',
      {},
      h('b', {}, count),
      ' ',
      count === 1 ? unit : `${unit}s`,
      more ? h('small', { class: 'under' }, more) : null,
    ),
  );
}

import { answerFields } from './correct-form.js';
import { h } from './dom.js';
import { input, labelled, select } from './fields.js';

/** A word about a moment that has no row: a day before the habit was there, or one it was not asked on. */
export function backfillForm({ day, habitId, habits }) {
  const known = habits.filter(({ id, status }) => (habitId ? id === habitId : status !== 'archived'));
  if (known.length === 0) return null;
  const [first] = known;
  const titles = Object.fromEntries(known.map(({ id, title }) => [id, title]));
  const showItsTime = ({ target }) => {
    if (target.name !== 'habit') return;
    target.form.elements.time.value = known.find(({ id }) => id === target.value).schedule.times[0];
  };
  return h(
    'details',
    { id: 'backfill', class: 'fold' },
    h('summary', {}, 'Add what is not here'),
    h(
      'form',
      {
        id: 'backfill-form',
        class: 'correct stack',
        novalidate: true,
        'data-action': 'backfill',
        'data-day': day,
        oninput: showItsTime,
      },
      h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
      labelled('Habit', select('habit', '/habitId', titles, first.id)),
      labelled('Time', input('time', '/localTime', { type: 'time', required: true, value: first.schedule.times[0] }), {
        hint: 'as its schedule has it',
      }),
      answerFields(null, known.some(({ kind }) => kind === 'numeric') ? { kind: 'numeric' } : null, 'backfill'),
      h('div', { class: 'row-actions' }, h('button', { class: 'small', type: 'submit' }, 'Add')),
    ),
  );
}

import { h } from './dom.js';
import { input, labelled, pill, select } from './fields.js';
import { keyOf } from './occurrence-key.js';
import { REASONS } from './occurrence-words.js';

const ANSWERS = { completed: 'Done', skipped: 'Skipped', missed: 'Not done' };

/** The whole answer in one place: what became of it, how much, why not, and a note. For today, yesterday, or years ago. */
export function correctForm(occurrence, habit) {
  const key = keyOf(occurrence);
  return h(
    'form',
    {
      id: `correcting-${key}`,
      class: 'correct stack',
      novalidate: true,
      'data-action': 'save-correction',
      'data-occurrence': key,
    },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    answerFields(occurrence.checkIn, habit, key),
    h(
      'div',
      { class: 'row-actions' },
      h('button', { class: 'small', type: 'submit' }, 'Save'),
      h('button', { class: 'quiet', type: 'button', 'data-action': 'correct' }, 'Cancel'),
    ),
  );
}

/** The fields of an answer; `key` keeps their ids apart. What does not apply to the chosen answer is hidden by the style. */
export function answerFields(checkIn, habit, key) {
  const chosen = checkIn?.status ?? 'completed';
  const answers = Object.entries(ANSWERS).map(([value, words]) =>
    pill('radio', 'status', value, words, value === chosen),
  );
  const number = { type: 'number', min: '0', step: 'any', inputmode: 'decimal', value: checkIn?.quantity };
  const fields = [
    h(
      'fieldset',
      { class: 'field', 'data-pointer': '/status' },
      h('legend', { class: 'visually-hidden' }, 'What became of it'),
      h('div', { class: 'pills' }, answers),
    ),
    habit?.kind === 'numeric'
      ? labelled(`How many ${habit.target?.unit ?? ''} in all`, input('quantity', '/quantity', number))
      : null,
    labelled('Why', select('reason', '/reason', { '': 'No reason', ...REASONS }, checkIn?.reason ?? '')),
    labelled('Note', input('note', '/note', { maxlength: '1000', value: checkIn?.note }), { hint: 'optional' }),
  ].filter(Boolean);
  for (const field of fields.slice(1)) keepApart(field, key);
  return fields;
}

/** What the fields say, as the API wants it. A number goes with "done", a reason with "skipped". */
export function answerIn(form) {
  const { status, quantity, reason, note } = Object.fromEntries(new FormData(form));
  return {
    status,
    ...(status === 'completed' && quantity ? { quantity: Number(quantity) } : {}),
    ...(status === 'skipped' ? { reason: reason || null } : {}),
    note: note.trim() || null,
  };
}

function keepApart(field, key) {
  const control = field.querySelector('input, select');
  control.id = `${control.name}-${key}`;
  field.querySelector('label').htmlFor = control.id;
  field.classList.add(`only-${control.name}`);
}

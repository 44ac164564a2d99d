import { h } from './dom.js';
import { number } from './format.js';
import { keyOf } from './occurrence-key.js';

/** How far a numeric habit has come that day: a bar, and the same in words. */
export function numbersView(occurrence, habit) {
  if (!habit.target) return null;
  const total = totalOf(occurrence);
  const { value, direction } = habit.target;
  const isOver = direction === 'at-most' && total > value;
  return h(
    'div',
    { class: `numbers numbers-${direction}${isOver ? ' is-over' : ''}` },
    h('progress', {
      max: value,
      value: Math.min(total, value),
      'aria-label': `${habit.title}: ${numberWords(total, habit.target)}`,
    }),
    h('p', { 'aria-hidden': 'true' }, numberWords(total, habit.target)),
  );
}

/** Asks for a number: one more (`add`), or what the day comes to in all (`set`). */
export function countForm(occurrence, habit, way) {
  const key = keyOf(occurrence);
  const unit = habit?.target?.unit ?? '';
  const question = way === 'add' ? `How many ${unit} more?` : `How many ${unit} in all?`;
  const given = way === 'add' ? null : (occurrence.quantity ?? occurrence.checkIn?.quantity ?? habit?.target?.value);
  return h(
    'form',
    {
      id: `counting-${way}-${key}`,
      class: 'count',
      novalidate: true,
      'data-action': way === 'add' ? 'add-number' : 'set-number',
      'data-occurrence': key,
    },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: `count-${key}` }, question),
      h('input', {
        id: `count-${key}`,
        name: 'quantity',
        type: 'number',
        min: '0',
        step: 'any',
        inputmode: 'decimal',
        required: true,
        'data-pointer': '/quantity',
        value: given,
      }),
    ),
    h('button', { class: 'small', type: 'submit' }, way === 'add' ? 'Add' : 'Save'),
    h('button', { class: 'quiet', type: 'button', 'data-action': 'count' }, 'Cancel'),
  );
}

function totalOf({ quantity, checkIn }) {
  return quantity ?? checkIn?.quantity ?? 0;
}

function numberWords(total, { value, unit, direction }) {
  if (direction === 'at-least') return `${number(total)} of ${number(value)} ${unit}`;
  const rest = value - total;
  const left = rest >= 0 ? `${number(rest)} left` : `${number(-rest)} too many`;
  return `${number(total)} of at most ${number(value)} ${unit}, ${left}`;
}

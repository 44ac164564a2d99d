import { h } from './dom.js';
import { briefDate, plural } from './format.js';

/** What a file holds: a row for each habit, and all that is not taken, with the reason. `onApply` takes it in. */
export function importPreview({ habits, rejected, appliedAt }, onApply) {
  const title = appliedAt ? 'This came in' : 'This would come in';
  return [
    h('h3', { class: 'section-title', tabindex: '-1' }, `${title}: ${plural(habits.length, 'habit')}`),
    habits.length > 0
      ? table('Habits', HABIT_HEAD, habits.map(habitRow))
      : h('p', { class: 'hint' }, 'No habit was found in it.'),
    rejected.length > 0
      ? [
          h('h3', { class: 'section-title' }, `Not taken: ${plural(rejected.length, 'row')}`),
          table('Not taken', ['Where', 'Why'], rejected.map(rejectedRow)),
        ]
      : [],
    appliedAt || habits.length === 0
      ? []
      : h(
          'div',
          { class: 'sheet-actions' },
          h('button', { class: 'primary', type: 'button', onclick: onApply }, 'Take it in'),
        ),
  ].flat();
}

const HABIT_HEAD = ['Habit', 'Days', 'Done', 'Skipped', 'Missed'];

function habitRow(habit) {
  const { title, habitId, schedule, from, to, completed, skipped, missed, remarks = [] } = habit;
  const about = [habitId ? 'joins one you have' : 'new', schedule?.text ?? schedule].filter(Boolean).join(' · ');
  return [
    [title, h('small', { class: 'under' }, about), remarks.map((remark) => h('small', { class: 'under' }, remark))],
    from ? [unbroken(`${briefDate(from)} –`), ' ', unbroken(briefDate(to))] : 'none',
    completed,
    skipped,
    missed,
  ];
}

function unbroken(words) {
  return h('span', { class: 'unbroken' }, words);
}

function rejectedRow({ file, row, reason }) {
  const place = [file, row === null ? null : `row ${row}`].filter(Boolean).join(', ');
  return [place || 'the file', reason];
}

/** A wide table is pushed sideways by itself, so that the page is not. */
function table(name, head, rows) {
  return h(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': name },
    h(
      'table',
      { class: 'figures' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((words) => h('th', { scope: 'col' }, words)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}

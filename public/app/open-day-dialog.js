import { toastProblem } from './announce.js';
import { openDialog } from './dialog.js';
import { h, paint } from './dom.js';
import { longDate } from './format.js';
import { loadOpenDay } from './loading.js';
import { occurrenceView } from './occurrence-view.js';
import { habitById, onChange, state, update } from './store.js';

let list = null;

/** One day of the calendar: what was due, how it stands, and the way to put it right. */
export async function openDay(day) {
  try {
    await loadOpenDay(day);
  } catch (problem) {
    toastProblem(problem);
    return;
  }
  list = h('div', { class: 'sheet-body' });
  repaint();
  openDialog({ title: longDate(day), content: list, onClose: leaveDay });
}

onChange(repaint);

function repaint() {
  if (!list || !state.openDay) return;
  const items = state.openDay.items.toSorted((one, other) =>
    one.occurrence.dueAt.localeCompare(other.occurrence.dueAt),
  );
  const shown = { settings: state.settings, counting: state.counting, canCall: false };
  const views = items.map(({ occurrence, habit }) =>
    occurrenceView({ occurrence, habit: habit ?? habitById(occurrence.habitId) }, shown),
  );
  paint(
    list,
    views.length > 0 ? h('ol', { class: 'moments' }, views) : h('p', { class: 'hint' }, 'Nothing was due on this day.'),
  );
}

function leaveDay() {
  list = null;
  update({ openDay: null });
}

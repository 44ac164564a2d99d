import { toastProblem } from './announce.js';
import { backfillForm } from './backfill-form.js';
import { openDialog } from './dialog.js';
import { h, paint } from './dom.js';
import { longDate } from './format.js';
import { icon } from './icons.js';
import { loadOpenDay } from './loading.js';
import { occurrenceView } from './occurrence-view.js';
import { habitById, onChange, state, update } from './store.js';

let list = null;

/** One day of the calendar, of all habits or of one: what was due, how it stands, and the way to put it right. */
export async function openDay(day, habitId = null) {
  try {
    await loadOpenDay({ day, habitId });
  } catch (problem) {
    toastProblem(problem);
    return;
  }
  list = h('div', { class: 'sheet-body' });
  update({ focusedDay: day });
  repaint();
  openDialog({ title: longDate(day), content: list, onClose: leaveDay });
}

onChange(repaint);

function repaint() {
  if (!list || !state.openDay) return;
  const { day, habitId, items } = state.openDay;
  const ordered = items.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  paint(
    list,
    freezeWords(day, habitId),
    ordered.length > 0 ? h('ol', { class: 'moments' }, ordered.map(view)) : h('p', { class: 'hint' }, emptyWords(day)),
    day <= state.today.day ? backfillForm({ day, habitId, habits: state.habits }) : null,
  );
}

function view(occurrence) {
  const { settings, counting, correcting } = state;
  const shown = { settings, counting, correcting, canMove: true, place: 'dialog' };
  return occurrenceView({ occurrence, habit: habitById(occurrence.habitId) }, shown);
}

function freezeWords(day, habitId) {
  if (habitId || !state.streaks?.overall?.freezes?.usedOn?.includes(day)) return null;
  return h('p', { class: 'freezes hint' }, icon('freeze'), 'A freeze kept your streak on this day.');
}

function emptyWords(day) {
  return day > state.today.day ? 'Nothing is due on this day.' : 'Nothing was due on this day.';
}

function leaveDay() {
  list = null;
  update({ openDay: null, counting: null, correcting: null });
}

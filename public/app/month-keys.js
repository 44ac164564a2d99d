import { toastProblem } from './announce.js';
import { byId } from './dom.js';
import { dayBeside, monthBeside, weekdayIndex } from './format.js';
import { showMonth } from './loading.js';
import { state, update } from './store.js';

/** Where each key leads from a day of the month. */
const MOVES = {
  ArrowLeft: (day) => dayBeside(day, -1),
  ArrowRight: (day) => dayBeside(day, 1),
  ArrowUp: (day) => dayBeside(day, -7),
  ArrowDown: (day) => dayBeside(day, 7),
  Home: (day) => dayBeside(day, -weekdayIndex(day)),
  End: (day) => dayBeside(day, 6 - weekdayIndex(day)),
  PageUp: (day) => sameDayBeside(day, -1),
  PageDown: (day) => sameDayBeside(day, 1),
};

/** Lets the keyboard walk the month, over its edges too. */
export function listenForMonthKeys() {
  document.addEventListener('keydown', (event) => {
    const from = event.target.closest?.('.month [data-day]');
    const move = MOVES[event.key];
    if (!from || !move || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void goTo(move(from.dataset.day)).catch(toastProblem);
  });
}

async function goTo(day) {
  const month = day.slice(0, 7);
  if (month !== state.calendar.month) await showMonth(month);
  update({ focusedDay: day });
  queueMicrotask(() => queueMicrotask(() => byId(`day-${day}`)?.focus()));
}

/** The same day of another month, or its last where it has no such day. */
function sameDayBeside(day, months) {
  const month = monthBeside(day.slice(0, 7), months);
  const last = dayBeside(`${monthBeside(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

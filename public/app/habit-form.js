import { toast } from './announce.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { clearProblems, showProblems } from './form-problems.js';
import { habitBody } from './habit-body.js';
import { habitFields, showWhatApplies } from './habit-form-fields.js';
import { refreshSoon } from './loading.js';
import { freshSchedule } from './schedule-fields.js';
import { scheduleInWords } from './schedule-words.js';

/** The form for a new habit, or for one that is to change. What the server will make of the schedule is shown while one types. */
export function openHabitForm({ habit = null, voices, today }) {
  const known = habit?.schedule ?? freshSchedule(today);
  const words = scheduleInWords({ known, habitId: habit?.id, today, onFilled: () => showWhatApplies(form) });
  const form = h(
    'form',
    { class: 'stack sheet-body', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    habitFields(habit, { voices, today, words: words.field }),
    words.preview,
    h(
      'div',
      { class: 'sheet-actions' },
      h('button', { class: 'primary', type: 'submit' }, habit ? 'Save' : 'Make it a habit'),
      habit ? leavingButtons(habit, () => dialog.close()) : null,
    ),
  );
  form.addEventListener('input', (event) => {
    showWhatApplies(form);
    words.changed(event);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, { habit, words }, () => dialog.close());
  });
  const dialog = openDialog({ title: habit ? 'Edit habit' : 'New habit', content: form });
  showWhatApplies(form);
  words.changed({ target: form });
}

async function save(form, { habit, words }, close) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  clearProblems(form);
  try {
    if (!(await words.agree())) return;
    const body = habitBody(form, habit, words.schedule());
    const saved = habit ? await api.patch(`/habits/${habit.id}`, body) : await api.post('/habits', body);
    close();
    toast({ title: habit ? 'Saved.' : `“${saved.title}” is planned.`, tone: 'good' });
    refreshSoon('day', 'habits', 'calendar');
  } catch (problem) {
    showProblems(form, problem);
  } finally {
    button.disabled = false;
  }
}

/** Two ways out: put away with its history, or gone with it. */
function leavingButtons(habit, close) {
  const button = (action, look, words) =>
    h('button', { class: look, type: 'button', 'data-action': action, 'data-habit': habit.id, onclick: close }, words);
  return [button('archive', 'quiet', 'Archive'), button('delete-habit', 'quiet danger', 'Delete')];
}

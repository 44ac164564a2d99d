import { toast } from './announce.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { clearProblems, showProblems } from './form-problems.js';
import { habitBody } from './habit-body.js';
import { habitFields, showWhatApplies } from './habit-form-fields.js';
import { refreshSoon } from './loading.js';
import { schedulePreview } from './schedule-preview.js';

/** The form for a new habit, or for one that is to change. What the server will make of the schedule is shown while one types. */
export function openHabitForm({ habit = null, today }) {
  const preview = schedulePreview();
  const form = h(
    'form',
    { class: 'stack sheet-body', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    habitFields(habit, today),
    preview.element,
    h(
      'div',
      { class: 'sheet-actions' },
      h('button', { class: 'primary', type: 'submit' }, habit ? 'Save' : 'Make it a habit'),
      habit ? leavingButtons(habit, () => dialog.close()) : null,
    ),
  );
  const changed = () => {
    showWhatApplies(form);
    preview.follow(habitBody(form, habit).schedule);
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => void save(event, form, habit, () => dialog.close()));
  const dialog = openDialog({ title: habit ? 'Edit habit' : 'New habit', content: form });
  changed();
}

async function save(event, form, habit, close) {
  event.preventDefault();
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  clearProblems(form);
  try {
    const saved = habit
      ? await api.patch(`/habits/${habit.id}`, habitBody(form, habit))
      : await api.post('/habits', habitBody(form, null));
    close();
    toast({ title: habit ? 'Saved.' : `“${saved.title}” is planned.`, tone: 'good' });
    refreshSoon('day', 'habits', 'calendar');
  } catch (problem) {
    showProblems(form, problem);
  } finally {
    button.disabled = false;
  }
}

/** Two ways out: put away with its history, or gone with it. The second asks once more, in place. */
function leavingButtons(habit, close) {
  const leave = async (request, words) => {
    await request().catch((problem) => toast({ title: problem.message, tone: 'bad' }));
    close();
    toast({ title: words });
    refreshSoon('day', 'habits', 'calendar');
  };
  const remove = (event) => {
    const button = event.currentTarget;
    if (button.dataset.sure) void leave(() => api.delete(`/habits/${habit.id}`), `“${habit.title}” is deleted.`);
    button.dataset.sure = 'yes';
    button.textContent = 'Really delete, with its history?';
  };
  const archive = () => void leave(() => api.put(`/habits/${habit.id}/archive`), `“${habit.title}” is archived.`);
  return [
    h('button', { class: 'quiet', type: 'button', onclick: archive }, 'Archive'),
    h('button', { class: 'quiet danger', type: 'button', onclick: remove }, 'Delete'),
  ];
}

import { toast } from './announce.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { choice, input, labelled } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { dayBeside } from './format.js';
import { refreshSoon } from './loading.js';

const ENDS = { open: 'Until I resume', date: 'Until a date' };

/** Asks how long a habit, or everything, is to rest. `path` is the pause as a resource; `today` is the server's. */
export function openPauseDialog({ path, title, words, today }) {
  const tomorrow = dayBeside(today, 1);
  const form = h(
    'form',
    { class: 'stack sheet-body', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    h('p', {}, words),
    choice('ends', null, 'For how long', ENDS, 'open'),
    labelled('Back on', input('resumesOn', '/resumesOn', { type: 'date', min: tomorrow, value: dayBeside(today, 7) }), {
      only: 'date',
    }),
    h('div', { class: 'sheet-actions' }, h('button', { class: 'primary', type: 'submit' }, 'Pause')),
  );
  const showWhatApplies = () => {
    form.querySelector('[data-for=date]').hidden = form.elements.ends.value !== 'date';
  };
  form.addEventListener('input', showWhatApplies);
  form.addEventListener('submit', (event) => void pause(event, form, path, () => dialog.close()));
  const dialog = openDialog({ title, content: form, look: 'sheet-narrow' });
  showWhatApplies();
}

async function pause(event, form, path, close) {
  event.preventDefault();
  clearProblems(form);
  const { ends, resumesOn } = Object.fromEntries(new FormData(form));
  try {
    await api.put(path, { resumesOn: ends === 'date' ? resumesOn : null });
    close();
    toast({ title: 'Paused.', body: 'It neither rings nor counts.' });
    refreshSoon('day', 'habits', 'calendar');
  } catch (problem) {
    showProblems(form, problem);
  }
}

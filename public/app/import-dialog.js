import { toast } from './announce.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { input, labelled, select } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { importPreview } from './import-preview.js';
import { refreshSoon } from './loading.js';

/** Which programs a file may come from, and how each file travels. */
const SOURCES = {
  loop: { words: 'Loop Habit Tracker (zip)', ending: '.zip', type: 'application/zip' },
  habitica: { words: 'Habitica (JSON)', ending: '.json', type: 'application/json' },
  csv: { words: 'A table (CSV)', ending: '.csv', type: 'text/csv' },
};

/** Choose a file, look at what would come in and what would not, then take it in or leave it. */
export function openImport() {
  const place = h('div', { class: 'stack', 'aria-live': 'polite' });
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    fields(),
    h('div', { class: 'sheet-actions' }, h('button', { class: 'primary', type: 'submit' }, 'Look at it')),
  );
  form.elements.file.addEventListener('change', () => chooseSource(form));
  form.addEventListener('submit', (event) => void look(event, form, place));
  openDialog({
    title: 'Bring your history',
    look: 'sheet-wide',
    content: h('div', { class: 'sheet-body stack' }, form, place),
  });
}

function fields() {
  const programs = Object.fromEntries(Object.entries(SOURCES).map(([source, { words }]) => [source, words]));
  const endings = Object.values(SOURCES).map(({ ending }) => ending);
  return [
    labelled('File', input('file', '/file', { type: 'file', accept: endings.join(',') })),
    h(
      'div',
      { class: 'field-row' },
      labelled('From', select('source', '/source', programs, 'loop')),
      labelled('Ask at', input('time', '/time', { type: 'time', value: '20:00' }), {
        hint: 'if it says none',
      }),
    ),
  ];
}

/** The name of the file says where it is from; whoever knows better chooses. */
function chooseSource(form) {
  const name = form.elements.file.files[0]?.name.toLowerCase() ?? '';
  const [source] = Object.entries(SOURCES).find(([, { ending }]) => name.endsWith(ending)) ?? [];
  if (source) form.elements.source.value = source;
}

async function look(event, form, place) {
  event.preventDefault();
  clearProblems(form);
  place.replaceChildren();
  const [file] = form.elements.file.files;
  if (!file) {
    showProblems(form, { fields: [{ pointer: '/file', message: 'Choose a file first.' }] });
    return;
  }
  const { source, time } = Object.fromEntries(new FormData(form));
  try {
    const read = await api.postFile(`/imports/${source}?time=${encodeURIComponent(time)}`, file, SOURCES[source].type);
    show(place, read, form);
  } catch (problem) {
    showProblems(form, problem);
  }
}

function show(place, read, form) {
  place.replaceChildren(...importPreview(read, () => void apply(place, read, form)));
  place.querySelector('h3').focus();
}

async function apply(place, { id }, form) {
  try {
    show(place, await api.post(`/imports/${id}/apply`), form);
    toast({ title: 'It is in your calendar.', tone: 'good' });
    refreshSoon('day', 'habits', 'calendar');
  } catch (problem) {
    showProblems(form, problem);
  }
}

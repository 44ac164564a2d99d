import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { changesAhead, misfitsIn, misfitWords, momentWords } from './exceptions.js';
import { input, labelled } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { refreshSoon } from './loading.js';
import { isAbout } from './occurrence-key.js';
import { state } from './store.js';

/** Asks where one occurrence is to go, or whether it is to be left out. The others stay where they are. */
export function openChangeDialog(occurrence, title, exceptions = []) {
  const wallTime = exceptions.find((exception) => isAbout(exception, occurrence))?.movedTo ?? occurrence;
  const form = h(
    'form',
    { class: 'stack sheet-body', novalidate: true, 'data-pointer': '/schedule/exceptions' },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    h('p', { class: 'hint' }, `${title}, ${momentWords(occurrence)}. The others stay as they are.`),
    h(
      'div',
      { class: 'field-row' },
      labelled('To', input('localDate', null, { type: 'date', required: true, value: wallTime.localDate })),
      labelled('At', input('localTime', null, { type: 'time', required: true, value: wallTime.localTime })),
    ),
    h(
      'div',
      { class: 'sheet-actions' },
      h('button', { class: 'primary', type: 'submit' }, 'Move it'),
      h('button', { class: 'quiet danger', type: 'button', onclick: () => void cancel() }, 'Cancel this one'),
    ),
  );
  const close = () => dialog.close();
  const cancel = () => leaveOut(form, occurrence, close);
  form.addEventListener('submit', (event) => void move(event, form, occurrence, close));
  const dialog = openDialog({ title: 'Only this one', content: form, look: 'sheet-narrow' });
}

/** Brings a moved or canceled occurrence back to when its rule has it. */
export async function undoChange(occurrence) {
  const misfits = await changeExceptions(
    occurrence,
    (exceptions) => exceptions.filter((exception) => !isAbout(exception, occurrence)),
    ({ lacks }) => lacks === 'moment',
  );
  toast({ title: 'As its schedule has it again.', body: misfitWords(misfits), tone: 'good' });
}

async function move(event, form, occurrence, close) {
  event.preventDefault();
  clearProblems(form);
  try {
    const misfits = await setChange(occurrence, { movedTo: Object.fromEntries(new FormData(form)) });
    close();
    toast({ title: 'Moved.', body: misfitWords(misfits), tone: 'good' });
  } catch (problem) {
    showProblems(form, problem);
  }
}

/** It can be brought back at once, or later on the habit's page. */
async function leaveOut(form, occurrence, close) {
  clearProblems(form);
  try {
    const misfits = await setChange(occurrence, { movedTo: null });
    close();
    toast({
      title: 'Canceled.',
      body: `${momentWords(occurrence)} is left out. ${misfitWords(misfits)}`.trim(),
      way: { words: 'Undo', take: () => undoChange(occurrence).catch(toastProblem) },
    });
  } catch (problem) {
    showProblems(form, problem);
  }
}

function setChange(occurrence, { movedTo }) {
  const { localDate, localTime } = occurrence;
  return changeExceptions(
    occurrence,
    (exceptions) => [
      ...exceptions.filter((exception) => !isAbout(exception, occurrence)),
      { localDate, localTime, movedTo },
    ],
    ({ change }) => !isAbout(change, occurrence),
  );
}

/**
 * Writes back what `changed` makes of the changes still ahead. Older ones that do not fit any more, and that `mayGo`, are left
 * out; resolves to these.
 */
async function changeExceptions({ habitId }, changed, mayGo) {
  const misfits = [];
  const isLeftOut = (exception) => misfits.some(({ change }) => isAbout(change, exception));
  let exceptions = [];
  const write = ({ schedule }) => {
    exceptions = changed(changesAhead(schedule, state.today.day)).filter((exception) => !isLeftOut(exception));
    return { schedule: { ...schedule, exceptions } };
  };
  const writeWithout = (problem) => {
    const found = misfitsIn(problem, exceptions).filter(mayGo);
    if (found.length === 0) throw problem;
    misfits.push(...found);
    return api.change(`/habits/${habitId}`, write).catch(writeWithout);
  };
  await api.change(`/habits/${habitId}`, write).catch(writeWithout);
  refreshSoon('day', 'habits', 'calendar');
  return misfits;
}

import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { byId } from './dom.js';
import { monthBeside } from './format.js';
import { openHabitForm } from './habit-form.js';
import { loadSuppression, refreshSoon, showMonth } from './loading.js';
import { dismissMissedCalls } from './missed-calls.js';
import { openDay } from './open-day-dialog.js';
import { openSettings } from './settings-dialog.js';
import { unlockSound } from './sound.js';
import { habitById, occurrenceById, state, update } from './store.js';
import { showTimeline } from './timeline-dialog.js';

/** Everything a press on the page can do: `data-action` names it, the other `data-…` say to what. */
const ACTIONS = {
  'check-in': ({ occurrence, status }) => checkIn(occurrence, { status }),
  'check-in-count': ({ occurrence }, form) =>
    checkIn(occurrence, { status: 'completed', quantity: Number(form.elements.quantity.value) }),
  count: ({ occurrence }) => askForNumber(occurrence),
  undo: ({ occurrence }) => undo(occurrence),
  why: ({ occurrence, habit }) => why(occurrence, habit),
  'call-now': ({ habit }) => callNow(`/habits/${habit}/calls`),
  'test-call': () => callNow('/me/test-call'),
  pause: ({ habit }) => changeHabit(() => api.put(`/habits/${habit}/pause`)),
  resume: ({ habit }) => changeHabit(() => api.delete(`/habits/${habit}/pause`)),
  'new-habit': () => openHabitForm({ today: state.today.day }),
  'edit-habit': async ({ habit }) =>
    openHabitForm({ habit: await api.get(`/habits/${habit}`), today: state.today.day }),
  'previous-month': () => showMonth(monthBeside(state.calendar.month, -1)),
  'next-month': () => showMonth(monthBeside(state.calendar.month, 1)),
  'open-day': ({ day }) => openDay(day),
  'open-settings': () => openSettings(state),
  'allow-calls': allowCalls,
  'take-zone': ({ zone }) => takeZone(zone),
  'keep-zone': ({ zone }) => update({ zoneOfferDeclined: zone }),
  'dismiss-missed': dismissMissedCalls,
  'unlock-sound': unlockSound,
};

/** A control that is still at work does not start twice. It is not disabled: that would throw the focus away. */
const busy = new WeakSet();

/** One pair of ears for the whole page. A refusal of the server is shown in its own words, whatever was pressed. */
export function listenForActions() {
  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button[data-action]');
    if (pressed) void perform(pressed, pressed);
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.dataset.action) return;
    event.preventDefault();
    void perform(event.target, event.target.querySelector('[type=submit]'));
  });
}

async function perform(source, button) {
  if (busy.has(button)) return;
  busy.add(button);
  try {
    await ACTIONS[source.dataset.action](source.dataset, source);
  } catch (problem) {
    toastProblem(problem);
  } finally {
    busy.delete(button);
  }
}

async function checkIn(occurrenceId, body) {
  await api.put(`/occurrences/${occurrenceId}/check-in`, body);
  update({ counting: null });
  refreshSoon('day', 'habits', 'calendar');
}

async function undo(occurrenceId) {
  await api.delete(`/occurrences/${occurrenceId}/check-in`);
  refreshSoon('day', 'habits', 'calendar');
}

function askForNumber(occurrenceId) {
  update({ counting: occurrenceId || null });
  queueMicrotask(() => queueMicrotask(() => byId(`count-${occurrenceId}`)?.select()));
}

async function why(occurrenceId, habitId) {
  await showTimeline(occurrenceById(occurrenceId), habitById(habitId)?.title ?? 'A habit', state.settings);
}

async function callNow(path) {
  const { status, refusal } = (await api.post(path)) ?? {};
  if (refusal) toast({ title: 'No call.', body: refusal.reason, tone: 'bad' });
  else if (status === 'queued' || status === 'dialing') toast({ title: 'Calling you…' });
}

async function changeHabit(request) {
  await request();
  refreshSoon('day', 'habits');
}

async function allowCalls() {
  await api.delete('/me/suppression');
  await loadSuppression();
  toast({ title: 'Callivate may call you again.', tone: 'good' });
}

async function takeZone(timeZone) {
  update({ me: await api.patch('/me', { timeZone }) });
  refreshSoon('day', 'habits', 'calendar');
}

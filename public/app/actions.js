import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { isOnTheTelephone, telephoneWords } from './call-words.js';
import { answerIn } from './correct-form.js';
import { byId } from './dom.js';
import { clearProblems, showProblems } from './form-problems.js';
import { monthBeside } from './format.js';
import { HABIT_ACTIONS } from './habit-actions.js';
import { loadSuppression, refreshSoon, showMonth } from './loading.js';
import { dismissMissedCalls } from './missed-calls.js';
import { checkInPath, momentPath } from './occurrence-key.js';
import { openDay } from './open-day-dialog.js';
import { openSettings } from './settings-dialog.js';
import { openChangeDialog, undoChange } from './single-change.js';
import { unlockSound } from './sound.js';
import { habitById, occurrenceByKey, state, update } from './store.js';
import { showTimeline } from './timeline-dialog.js';

/** Everything a press on the page can do: `data-action` names it, the other `data-…` say to what. */
const ACTIONS = {
  'check-in': ({ occurrence, status }) => checkIn(occurrence, { status }),
  'set-number': ({ occurrence }, form) => checkIn(occurrence, { quantity: numberIn(form) }),
  'add-number': ({ occurrence }, form) => addNumber(occurrence, numberIn(form)),
  count: (about) => askForNumber(about),
  correct: (about) => askForAnswer(about),
  'save-correction': ({ occurrence }, form) => checkIn(occurrence, answerIn(form)),
  backfill: ({ day }, form) => backfill(day, form),
  undo: ({ occurrence }) => undo(occurrence),
  why: ({ occurrence, habit }) => why(occurrence, habit),
  move: ({ occurrence, habit }) => move(occurrence, habitById(habit)),
  'undo-change': (about) => undoChange(momentOf(about)),
  'call-now': ({ habit }) => callNow(`/habits/${habit}/calls`),
  'test-call': () => callNow('/me/test-call'),
  ...HABIT_ACTIONS,
  'previous-month': () => showMonth(monthBeside(state.calendar.month, -1)),
  'next-month': () => showMonth(monthBeside(state.calendar.month, 1)),
  'open-day': ({ day, habit }) => openDay(day, habit),
  'show-habit': (_, { value }) => update({ shownHabit: value || null }),
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
  document.addEventListener('change', ({ target }) => {
    if (target.matches('select[data-action]')) void perform(target, target);
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
    if (source.querySelector('.form-problem')) clearProblems(source);
    await ACTIONS[source.dataset.action](source.dataset, source);
  } catch (problem) {
    if (source.querySelector('.form-problem')) showProblems(source, problem);
    else toastProblem(problem);
  } finally {
    busy.delete(button);
  }
}

/** The missed calls of the banners are about occurrences of which the page may know no more than the id. */
async function checkIn(key, body) {
  await api.put(checkInPath(occurrenceByKey(key) ?? { id: key }), body);
  answered();
}

async function undo(key) {
  await api.delete(checkInPath(occurrenceByKey(key)));
  answered();
}

async function addNumber(key, quantity) {
  await api.postOnce(`/occurrences/${key}/progress`, { quantity });
  answered();
}

async function backfill(day, form) {
  const { habit, time } = Object.fromEntries(new FormData(form));
  await api.put(momentPath(habit, day, time), answerIn(form));
  byId('backfill').open = false;
  answered();
}

function answered() {
  update({ counting: null, correcting: null });
  refreshSoon('day', 'habits', 'calendar');
}

/** Without an occurrence the question is taken back. */
function askForNumber({ occurrence, way, place }) {
  update({ correcting: null, counting: occurrence ? { key: occurrence, way, place: place ?? null } : null });
  afterRepaint(() => byId(`count-${occurrence}`)?.select());
}

function askForAnswer({ occurrence, place }) {
  update({ counting: null, correcting: occurrence ? { key: occurrence, place: place ?? null } : null });
  afterRepaint(() => byId(`correcting-${occurrence}`)?.querySelector(':checked').focus());
}

function afterRepaint(work) {
  queueMicrotask(() => queueMicrotask(work));
}

function numberIn(form) {
  const { value } = form.elements.quantity;
  return value === '' ? null : Number(value);
}

function move(key, habit) {
  openChangeDialog(occurrenceByKey(key), habit.title, habit.schedule.exceptions);
}

/** A moment of a schedule: that of an occurrence on the page, or of one that is left out and so not there. */
function momentOf({ occurrence, habit, date, time }) {
  return occurrence ? occurrenceByKey(occurrence) : { habitId: habit, localDate: date, localTime: time };
}

async function why(key, habitId) {
  await showTimeline(occurrenceByKey(key), habitById(habitId), state.settings);
}

/** A call over the telephone does not ring here: the page only says so. */
async function callNow(path) {
  const call = (await api.post(path)) ?? {};
  const { status, refusal } = call;
  if (refusal) toast({ title: 'No call.', body: refusal.reason, tone: 'bad' });
  else if (isOnTheTelephone(call)) toast({ title: telephoneWords(call, state.me.phone) });
  else if (status === 'queued' || status === 'dialing') toast({ title: 'Calling you…' });
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

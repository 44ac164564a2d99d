import { api } from './api.js';
import { findMissedCalls } from './missed-calls.js';
import { state, update } from './store.js';

/** News come in bursts; one reading of the day answers them all. */
const GATHER_MS = 250;
const PART_LOADERS = {
  day: loadDay,
  habits: loadHabits,
  calendar: loadCalendar,
  messages: loadMessages,
  calls: loadMissedCalls,
};

const wanted = new Set();
let reading = false;

/** Everything the main view shows, in one go. Throws when the server will not have us. */
export async function loadEverything() {
  const [me, settings, suppression] = await Promise.all([
    api.get('/me'),
    api.get('/me/settings'),
    api.get('/me/suppression'),
  ]);
  update({ me, settings, suppression });
  await Promise.all([loadDay(), loadHabits(), loadMessages(), loadMissedCalls()]);
  await loadCalendar();
}

/** Reads the named parts again soon: 'day', 'habits', 'calendar', 'messages', 'calls'. Never two readings at once. */
export function refreshSoon(...parts) {
  for (const part of parts) wanted.add(part);
  if (reading) return;
  reading = true;
  setTimeout(readWanted, GATHER_MS);
}

export async function loadSuppression() {
  update({ suppression: await api.get('/me/suppression') });
}

/** The heat map of a month; without one, of the month of the server's today. */
export async function showMonth(month) {
  update({ month });
  await loadCalendar();
}

/** What one day held: the occurrences of the day list and the day dialog have the same shape. */
export async function loadOpenDay(day) {
  const { items } = await api.get(`/occurrences?from=${day}&to=${day}`);
  update({
    openDay: { day, items: items.map((item) => (item.occurrence ? item : { occurrence: item, habit: null })) },
  });
}

async function readWanted() {
  const parts = [...wanted];
  wanted.clear();
  try {
    await Promise.all(parts.map((part) => PART_LOADERS[part]()));
  } catch {
    // The next news, or the next connection, reads again; what is shown stays until then.
  }
  reading = false;
  if (wanted.size > 0) refreshSoon();
}

async function loadDay() {
  const today = await api.get('/today');
  update({ today });
  if (state.openDay) await loadOpenDay(state.openDay.day);
}

async function loadHabits() {
  const [habits, streaks] = await Promise.all([api.get('/habits?limit=100'), api.get('/streaks')]);
  update({ habits: habits.items, streaks });
}

async function loadCalendar() {
  const month = state.month ?? state.today?.day.slice(0, 7);
  if (!month) return;
  const calendar = await api.get(`/calendar/${month}`);
  if (month === (state.month ?? state.today?.day.slice(0, 7))) update({ calendar });
}

async function loadMessages() {
  const { items } = await api.get('/notifications?limit=20');
  update({ messages: items });
}

async function loadMissedCalls() {
  const { items } = await api.get('/calls?limit=20');
  update({ missedCalls: findMissedCalls(items) });
}

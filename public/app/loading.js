import { api } from './api.js';
import { dayBeside } from './format.js';
import { findMissedCalls } from './missed-calls.js';
import { state, update } from './store.js';

/** News come in bursts; one reading of the day answers them all. */
const GATHER_MS = 250;
const PART_LOADERS = {
  day: loadDay,
  habits: loadHabits,
  calendar: loadCalendar,
  messages: loadMessages,
  calls: loadCalls,
  habit: loadOpenHabit,
};

const COMING_DAYS = 7;
/** Far enough for a habit of once a month. */
const COMING_DAYS_OF_A_HABIT = 60;
const LATELY_DAYS = 30;

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
  await Promise.all([loadDay(), loadHabits(), loadMessages(), loadCalls(), loadVoices().catch(() => undefined)]);
  await Promise.all([loadCalendar(), loadOpenHabit()]);
}

/**
 * Reads the named parts again soon: 'day', 'habits', 'calendar', 'messages', 'calls'; with them the habit whose page is open.
 * Never two readings at once.
 */
export function refreshSoon(...parts) {
  for (const part of [...parts, 'habit']) wanted.add(part);
  if (reading) return;
  reading = true;
  setTimeout(readWanted, GATHER_MS);
}

/** Who may call. The page does without when they cannot be read. */
export async function loadVoices() {
  const { items } = await api.get('/voices');
  update({ voices: items });
}

export async function loadSuppression() {
  update({ suppression: await api.get('/me/suppression') });
}

/** The heat map of a month; without one, of the month of the server's today. */
export async function showMonth(month) {
  update({ month });
  await loadCalendar();
}

/** What one day held, of one habit or of all. */
export async function loadOpenDay({ day, habitId }) {
  const path = habitId ? `/habits/${habitId}/occurrences` : '/occurrences';
  const { items } = await api.get(`${path}?from=${day}&to=${day}`);
  update({ openDay: { day, habitId, items } });
}

/** What the page of the habit in the address shows. A habit that is not there, or is a stranger's, is null. */
export async function loadOpenHabit() {
  const { habitId } = state.route;
  if (!habitId) return;
  const habit = await api.find(`/habits/${habitId}`);
  const of = habit ? await partsOf(habit) : { streak: null, lately: [], coming: [], memory: null };
  if (state.route.habitId === habitId) update({ openHabit: { id: habitId, habit, ...of } });
}

async function partsOf({ id }) {
  const today = state.today.day;
  const [streak, lately, coming, remembered] = await Promise.all([
    api.find(`/habits/${id}/streak`),
    api.get(`/habits/${id}/occurrences?from=${dayBeside(today, -LATELY_DAYS)}&to=${today}`),
    api.find(`/upcoming?days=${COMING_DAYS_OF_A_HABIT}&habitId=${id}`),
    api.find(`/habits/${id}/memory`),
  ]);
  return {
    streak,
    lately: lately.items,
    coming: coming?.items.filter(({ day }) => day > today) ?? [],
    memory: remembered?.memory ?? null,
  };
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
  if (state.openDay) await loadOpenDay(state.openDay);
}

async function loadHabits() {
  const [habits, streaks, upcoming, pause] = await Promise.all([
    everyPage('/habits?limit=100'),
    api.get('/streaks'),
    api.find(`/upcoming?days=${COMING_DAYS}`),
    api.find('/me/pause'),
  ]);
  update({ habits, streaks, upcoming: upcoming?.items ?? null, pause: pause?.since ? pause : null });
}

async function everyPage(path) {
  const items = [];
  let cursor = null;
  do {
    const page = await api.get(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
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

async function loadCalls() {
  const { items } = await api.get('/calls?limit=20');
  update({ calls: items, missedCalls: findMissedCalls(items) });
}

import { keyOf } from './occurrence-key.js';

/** What the page knows. The server is the truth; this is its last word. */
export const state = blank();

const listeners = new Set();
let announced = false;

export function onChange(listener) {
  listeners.add(listener);
}

/** Takes in what is new and repaints once, however many parts arrive in one go. */
export function update(part) {
  Object.assign(state, part);
  if (announced) return;
  announced = true;
  queueMicrotask(() => {
    announced = false;
    for (const listener of listeners) listener(state);
  });
}

export function forgetEverything() {
  update(blank());
}

export function habitById(id) {
  return (
    state.habits.find((habit) => habit.id === id) ??
    state.today?.items.find(({ habit }) => habit.id === id)?.habit ??
    (state.openHabit?.habit?.id === id ? state.openHabit.habit : null)
  );
}

/** The newest the page knows of an occurrence, wherever it is shown. */
export function occurrenceByKey(key) {
  const shown = [
    ...(state.today?.items ?? []).map(({ occurrence }) => occurrence),
    ...(state.openDay?.items ?? []),
    ...(state.openHabit?.lately ?? []),
    ...(state.openHabit?.coming ?? []),
    ...(state.upcoming ?? []),
  ];
  return shown.find((occurrence) => keyOf(occurrence) === key) ?? null;
}

function blank() {
  return {
    me: null,
    settings: null,
    suppression: null,
    today: null,
    habits: [],
    streaks: null,
    month: null,
    calendar: null,
    /** The one habit the calendar shows; null: all. */
    shownHabit: null,
    /** The day of the calendar that the arrow keys have reached. */
    focusedDay: null,
    /** What is to come, after today; null while the server does not say. */
    upcoming: null,
    /** The pause of everything; null while there is none. */
    pause: null,
    route: { page: 'home', habitId: null },
    /** What the habit's own page shows: {id, habit, streak, lately, coming, memory}; its habit is null when there is none. */
    openHabit: null,
    messages: [],
    /** Who may call, as the server lists them; none while it does not say. */
    voices: [],
    /** The newest calls, by whatever line. */
    calls: [],
    missedCalls: [],
    openDay: null,
    /** The occurrence a number is asked for: {key, way, place}. */
    counting: null,
    /** The occurrence whose answer is being corrected: {key, place}. */
    correcting: null,
    connection: 'connecting',
    soundLocked: false,
    zoneOfferDeclined: null,
  };
}

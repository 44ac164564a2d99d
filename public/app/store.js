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
    null
  );
}

export function occurrenceById(id) {
  const items = [...(state.today?.items ?? []), ...(state.openDay?.items ?? [])];
  return items.find(({ occurrence }) => occurrence.id === id)?.occurrence ?? null;
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
    messages: [],
    missedCalls: [],
    openDay: null,
    counting: null,
    connection: 'connecting',
    soundLocked: false,
    zoneOfferDeclined: null,
  };
}

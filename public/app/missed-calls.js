import { state, update } from './store.js';

const KEY = 'callivate.missed-calls-seen-until';

/**
 * Calls that rang for nobody since this person last looked, the newest per habit. A ring missed while the computer slept
 * shows up here on return. A later call about the same thing, or a check-in, makes it old news.
 */
export function findMissedCalls(calls) {
  const seenUntil = seenUntilOf(calls);
  const newestFirst = [...calls].sort((one, other) => other.queuedAt.localeCompare(one.queuedAt));
  const told = new Set();
  return newestFirst.filter((call) => {
    const about = (call.occurrenceIds[0] ?? call.habitIds[0] ?? call.id).toString();
    const isNewest = !told.has(about);
    told.add(about);
    return isNewest && call.ending === 'no-answer' && call.queuedAt > seenUntil;
  });
}

/** Those of the missed calls that still have something open. */
export function openMissedCalls() {
  const doneToday = new Set(
    (state.today?.items ?? []).filter(({ occurrence }) => occurrence.checkIn).map(({ occurrence }) => occurrence.id),
  );
  return state.missedCalls.filter(
    ({ occurrenceIds }) => occurrenceIds.length === 0 || occurrenceIds.some((id) => !doneToday.has(id)),
  );
}

export function dismissMissedCalls() {
  const newest = state.missedCalls
    .map((call) => call.queuedAt)
    .sort()
    .at(-1);
  if (newest) localStorage.setItem(keyOfPerson(), newest);
  update({ missedCalls: [] });
}

/** A browser that is new to this person starts clean: what it never could have shown it does not report as missed. */
function seenUntilOf(calls) {
  const known = localStorage.getItem(keyOfPerson());
  if (known !== null) return known;
  const newest =
    calls
      .map((call) => call.queuedAt)
      .sort()
      .at(-1) ?? '';
  localStorage.setItem(keyOfPerson(), newest);
  return newest;
}

function keyOfPerson() {
  return `${KEY}.${state.me?.id}`;
}

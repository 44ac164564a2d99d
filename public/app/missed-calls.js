import { state, update } from './store.js';

const KEY = 'callivate.missed-calls-seen-until';

/**
 * Calls that rang for nobody since this person last looked, the newest per habit. A ring missed while the computer slept
 * shows up here on return. A later ring about the same habit, or a check-in, makes it old news.
 */
export function findMissedCalls(calls) {
  const seenUntil = seenUntilOf(calls);
  const told = new Set();
  return newestFirst(calls.filter(({ dialedAt }) => dialedAt)).filter(({ habitIds, ending, queuedAt }) => {
    const about = habitIds.length > 0 ? habitIds : ['test call'];
    const isNews = !about.some((habitId) => told.has(habitId));
    for (const habitId of about) told.add(habitId);
    return isNews && ending === 'no-answer' && queuedAt > seenUntil;
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
  const newest = newestFirst(state.missedCalls)[0]?.queuedAt;
  if (newest) localStorage.setItem(keyOfPerson(), newest);
  update({ missedCalls: [] });
}

/** A browser that is new to this person starts clean: what it never could have shown it does not report as missed. */
function seenUntilOf(calls) {
  const known = localStorage.getItem(keyOfPerson());
  if (known !== null) return known;
  const newest = newestFirst(calls)[0]?.queuedAt ?? '';
  localStorage.setItem(keyOfPerson(), newest);
  return newest;
}

function newestFirst(calls) {
  return calls.toSorted((one, other) => other.queuedAt.localeCompare(one.queuedAt));
}

function keyOfPerson() {
  return `${KEY}.${state.me?.id}`;
}

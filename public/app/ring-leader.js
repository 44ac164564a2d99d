import { onSoundUnlocked } from './sound.js';

let leads = !navigator.locks;

/**
 * One tab rings, though every tab shows the call. A tab queues for the bell as soon as it may make a sound and keeps it
 * until it is closed; then the next in the queue has it. Without Web Locks (plain http from another machine) each tab rings.
 */
export function queueForTheBell() {
  if (!navigator.locks) return;
  onSoundUnlocked(() => void navigator.locks.request('callivate.bell', holdForever));
}

export function hasTheBell() {
  return leads;
}

function holdForever() {
  leads = true;
  for (const listener of listeners) listener();
  return new Promise(() => undefined);
}

const listeners = new Set();

/** A ring may begin before the first touch of the page unlocks its sound: then the bell comes in the middle of it. */
export function onBell(listener) {
  listeners.add(listener);
}

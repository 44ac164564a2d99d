import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks, in ms. */
const LOOK_EVERY = 25;

/**
 * Looks again and again until there is something to see, and returns it. `what` says in an error what was waited for. Whoever asks the
 * service for minutes looks less often, or is told that it is too much.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  patience = 60_000,
  every = LOOK_EVERY,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`);
    await pause(every);
  }
}

/** Looks all the time that it stays so for a while, in ms: for what must not happen. */
export async function staysSo(forMs: number, isSo: () => Promise<boolean> | boolean): Promise<boolean> {
  const end = Date.now() + forMs;
  while (Date.now() < end) {
    if (!(await isSo())) return false;
    await pause(LOOK_EVERY);
  }
  return true;
}

/** Waits for the clock on the wall. */
export async function reach(moment: Date): Promise<void> {
  await pause(Math.max(0, moment.getTime() - Date.now()));
}

/** The next full minute that leaves so much time until then, in ms. */
export function nextMinute(toPrepare = 3000): Date {
  return new Date(Math.ceil((Date.now() + toPrepare) / 60_000) * 60_000);
}

/** How long it took, in ms. */
export async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

import { setTimeout as pause } from 'node:timers/promises';

/** How time passes for the calls. */
export interface Passing {
  /** A pause that TwiML asks for. Resolves at the latest when the signal comes. */
  pause(seconds: number, signal: AbortSignal): Promise<void>;
  /** Something that happens by itself after so many seconds, unless the signal comes first. */
  after(seconds: number, act: () => void, signal?: AbortSignal): void;
}

/** In tests it does not: a pause is over at once, and nothing happens by itself. */
export const STANDING: Passing = { pause: async () => {}, after: () => {} };

/** For those who watch. */
export const REAL: Passing = {
  async pause(seconds, signal) {
    await pause(seconds * 1000, undefined, { signal }).catch(() => {});
  },
  after(seconds, act, signal) {
    pause(seconds * 1000, undefined, { signal, ref: false }).then(act, () => {});
  },
};

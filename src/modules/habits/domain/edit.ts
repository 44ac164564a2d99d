import type { LocalTime } from '../../../kernel/local-time';

/** A time of a schedule, and the one that takes its place. */
export interface Replacement {
  before: LocalTime;
  after: LocalTime;
}

/**
 * Which new time takes the place of which old one. A day on which the old one has rung, or was checked in, must not ring at
 * the new one as well: moving 07:00 to 08:00 at half past seven must not ring twice. Removed and added times pair up in the
 * order of the clock; a time that stays keeps its occurrence and needs no pairing.
 */
export function replacements(before: readonly LocalTime[], after: readonly LocalTime[]): Replacement[] {
  const removed = without(before, after);
  return without(after, before).flatMap((time, place) => {
    const replaced = removed[place];
    return replaced === undefined ? [] : [{ before: replaced, after: time }];
  });
}

function without(times: readonly LocalTime[], others: readonly LocalTime[]): LocalTime[] {
  return [...new Set(times)].filter((time) => !others.includes(time)).sort();
}

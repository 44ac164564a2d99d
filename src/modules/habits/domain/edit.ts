import type { LocalTime } from '../../../kernel/local-time';

/**
 * Which of a day's new times must not ring, because the time each one replaces has rung or was checked in already that
 * day: moving 07:00 to 08:00 at half past seven must not ring twice. Removed and added times pair up in the order of
 * the clock; a time that stays keeps its occurrence and needs no pairing.
 */
export function timesSpent(
  before: readonly LocalTime[],
  after: readonly LocalTime[],
  rungThatDay: readonly LocalTime[],
): LocalTime[] {
  const removed = without(before, after);
  return without(after, before).filter((_, place) => {
    const replaced = removed[place];
    return replaced !== undefined && rungThatDay.includes(replaced);
  });
}

function without(times: readonly LocalTime[], others: readonly LocalTime[]): LocalTime[] {
  return [...new Set(times)].filter((time) => !others.includes(time)).sort();
}

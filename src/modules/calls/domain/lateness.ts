import { latest, MINUTE, plus } from '../../../kernel/clock';

/** A call asked for out of nothing may wait so long for its line, in minutes. */
export const ASKED_FOR_WAITS = 10;

/** The last moment at which a ring planned for `planned` still makes sense. */
export function lateAfter(planned: Date, lateMinutes: number): Date {
  return plus(planned, lateMinutes * MINUTE);
}

/** When a call about several things is late: with the last of them. */
export function latestOf(items: readonly { lateAfter: Date }[]): Date {
  const [first, ...others] = items.map(({ lateAfter }) => lateAfter);
  return latest(first!, ...others);
}

/** After an outage nobody gets a burst of stale calls: what is late becomes a message that says so. */
export function isLate(lateAfter: Date, now: Date): boolean {
  return now > lateAfter;
}

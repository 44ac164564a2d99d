import { MINUTE, plus } from '../../../kernel/clock';

/** The last moment at which a ring planned for `planned` still makes sense. */
export function lateAfter(planned: Date, lateMinutes: number): Date {
  return plus(planned, lateMinutes * MINUTE);
}

/** After an outage nobody gets a burst of stale calls: what is late becomes a message that says so. */
export function isLate(lateAfter: Date, now: Date): boolean {
  return now > lateAfter;
}

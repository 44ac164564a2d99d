import { addDays, minutesOf, type WallTime, weekdayOf } from '../../../kernel/local-time';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From `start` until just before `end`, both `HH:mm`; `24:00` is midnight, and an end before the start is tomorrow's. */
export interface Hours {
  start: string;
  end: string;
}

/** When we may ring: the same hours each day, but for the days named; `null` is a quiet day. */
export interface CallingWindow extends Hours {
  days: Partial<Record<Weekday, Hours | null>>;
}

/** Whether a ring at this wall time lies inside the window. The night part of hours that cross midnight belongs to the day they began. */
export function isInside(window: CallingWindow, { date, time }: WallTime): boolean {
  const now = minutesOf(time);
  const today = hoursOn(window, date);
  if (today && now >= minutesOf(today.start) && now < lastMinute(today)) return true;
  const yesterday = hoursOn(window, addDays(date, -1));
  return yesterday !== null && crossesMidnight(yesterday) && now < minutesOf(yesterday.end);
}

function hoursOn(window: CallingWindow, date: string): Hours | null {
  const own = window.days[WEEKDAYS[weekdayOf(date) - 1]!];
  return own === undefined ? window : own;
}

function lastMinute(hours: Hours): number {
  return crossesMidnight(hours) ? minutesOf('24:00') : minutesOf(hours.end);
}

function crossesMidnight({ start, end }: Hours): boolean {
  return minutesOf(end) <= minutesOf(start);
}

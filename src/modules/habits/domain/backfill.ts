import { HOUR, plus } from '../../../kernel/clock';
import {
  dayOf,
  instantOf,
  isLocalDate,
  type LocalDate,
  type LocalTime,
  type TimeZone,
} from '../../../kernel/local-time';
import type { Moment, Schedule } from './schedule';

/** A check-in may come so long before its time. */
const EARLIEST = 48 * HOUR;

/** A check-in that comes so long after its time repairs; later, it is history. */
const REPAIRS_FOR = 48 * HOUR;

export function isTooEarly(dueAt: Date, now: Date): boolean {
  return dueAt > plus(now, EARLIEST);
}

export function isBackfill(dueAt: Date, saidAt: Date): boolean {
  return saidAt > plus(dueAt, REPAIRS_FOR);
}

/**
 * A moment from before the schedule began, for a life that was lived before Callivate was told of it: any date, at one of the
 * schedule's times. Null when it is none, or is not past.
 */
export function momentBeforeStart(
  { startDate, times }: Pick<Schedule, 'startDate' | 'times'>,
  zone: TimeZone,
  dayEndsAt: LocalTime,
  localDate: LocalDate,
  localTime: LocalTime,
  now: Date,
): Moment | null {
  if (!isLocalDate(localDate) || localDate >= startDate || !times.includes(localTime)) return null;
  const wall = { date: localDate, time: localTime };
  const dueAt = instantOf(wall, zone);
  return dueAt <= now ? { localDate, localTime, dueAt, day: dayOf(wall, dayEndsAt) } : null;
}

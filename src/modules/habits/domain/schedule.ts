import { DAY, latest, plus } from '../../../kernel/clock';
import {
  addDays,
  dayOf,
  instantOf,
  isLocalDate,
  LOCAL_TIME,
  type LocalDate,
  type LocalTime,
  type TimeZone,
  wallTimeAt,
} from '../../../kernel/local-time';
import { type DateRule, datesBetween } from './rule-dates';

/** So many times a week (Monday to Sunday) or a month, on whichever of the days the rule allows. */
export interface Goal {
  times: number;
  per: 'week' | 'month';
}

/** A single change: the moment of this identity is due at another local time, or not at all. It keeps its identity. */
export interface Exception {
  localDate: LocalDate;
  localTime: LocalTime;
  /** Null cancels it. */
  movedTo: { localDate: LocalDate; localTime: LocalTime } | null;
}

/** When a habit is due: dates by a rule, times of each of those dates, all as the wall clock of its zone shows them. */
export interface Schedule extends DateRule {
  times: LocalTime[];
  /** Pins the habit to a zone; null follows the person. */
  timeZone: TimeZone | null;
  /** Null: every moment is asked for. */
  goal: Goal | null;
  exceptions: Exception[];
}

/**
 * One due moment. Its identity is the rule's own local date and time, also where the clocks skip that time and `dueAt`
 * is shifted; `day` is the person's day it counts for.
 */
export interface Moment {
  localDate: LocalDate;
  localTime: LocalTime;
  dueAt: Date;
  day: LocalDate;
}

/** The zone a schedule lives in: its own if it is pinned, else the person's, which may not be known. */
export function zoneOf<Zone extends TimeZone | null>(
  schedule: Pick<Schedule, 'timeZone'>,
  personZone: Zone,
): TimeZone | Zone {
  return schedule.timeZone ?? personZone;
}

/**
 * The moments from `from` (included) to `to` (excluded), strictly ascending. Two local times of one habit that fall on
 * one instant, as a spring gap makes them, are one moment: the one whose local time really exists.
 */
export function momentsBetween(
  schedule: Schedule,
  personZone: TimeZone,
  dayEndsAt: LocalTime,
  from: Date,
  to: Date,
): Moment[] {
  if (from >= to) return [];
  const zone = zoneOf(schedule, personZone);
  const moments = datesAround(schedule, zone, from, to)
    .flatMap((localDate) => schedule.times.map((localTime) => momentOf(localDate, localTime, zone, dayEndsAt)))
    .filter(({ dueAt }) => from <= dueAt && dueAt < to)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  return onePerInstant(moments, zone);
}

/** The first `count` moments from `from` on, for previews and "next due"; looks eleven years ahead at most. */
export function nextMoments(
  schedule: Schedule,
  personZone: TimeZone,
  dayEndsAt: LocalTime,
  from: Date,
  count: number,
): Moment[] {
  const moments: Moment[] = [];
  let searched = latest(from, dayBefore(schedule.startDate));
  for (const days of SEARCH_STEPS_DAYS) {
    if (moments.length >= count) break;
    const until = plus(searched, days * DAY);
    moments.push(...momentsBetween(schedule, personZone, dayEndsAt, searched, until));
    searched = until;
  }
  return moments.slice(0, count);
}

/** The moment of this identity, if the schedule has it; for a check-in on a date and time that has no row yet. */
export function momentAt(
  schedule: Schedule,
  personZone: TimeZone,
  dayEndsAt: LocalTime,
  localDate: LocalDate,
  localTime: LocalTime,
): Moment | null {
  if (!isLocalDate(localDate) || !LOCAL_TIME.test(localTime)) return null;
  const dueAt = instantOf({ date: localDate, time: localTime }, zoneOf(schedule, personZone));
  const [moment] = momentsBetween(schedule, personZone, dayEndsAt, dueAt, plus(dueAt, 1));
  return moment?.localDate === localDate && moment.localTime === localTime ? moment : null;
}

/** A month, a year, ten years: a daily habit is answered by the first look, a leap day's by the last. */
const SEARCH_STEPS_DAYS = [31, 366, 3653];

/**
 * A day more on either side: a skipped time is due up to a day after its own date (Apia 2011), and where the clocks go
 * back over midnight an earlier instant shows a later date.
 */
function datesAround(schedule: Schedule, zone: TimeZone, from: Date, to: Date): LocalDate[] {
  return datesBetween(schedule, addDays(wallTimeAt(from, zone).date, -1), addDays(wallTimeAt(to, zone).date, 1));
}

function momentOf(localDate: LocalDate, localTime: LocalTime, zone: TimeZone, dayEndsAt: LocalTime): Moment {
  const wall = { date: localDate, time: localTime };
  return { localDate, localTime, dueAt: instantOf(wall, zone), day: dayOf(wall, dayEndsAt) };
}

function onePerInstant(ascending: Moment[], zone: TimeZone): Moment[] {
  const byInstant = new Map<number, Moment>();
  for (const moment of ascending) {
    const instant = moment.dueAt.getTime();
    if (!byInstant.has(instant) || reallyExists(moment, zone)) byInstant.set(instant, moment);
  }
  return [...byInstant.values()];
}

function reallyExists({ localDate, localTime, dueAt }: Moment, zone: TimeZone): boolean {
  const shown = wallTimeAt(dueAt, zone);
  return shown.date === localDate && shown.time === localTime;
}

/** Before any zone's first instant of the date. */
function dayBefore(date: LocalDate): Date {
  return plus(instantOf({ date, time: '00:00' }, 'UTC'), -DAY);
}

import { DAY, latest, MINUTE, plus } from '../../../kernel/clock';
import {
  isLocalDate,
  LOCAL_TIME,
  type LocalDate,
  type LocalTime,
  minutesOf,
  type TimeZone,
} from '../../../kernel/local-time';
import { type DayNumber, dateOf, LAST_DAY } from './day-number';
import { type DateRule, datesBetween } from './rule-dates';
import { untilTest } from './until';
import { type WallNumber, type ZoneClock, zoneClock } from './zone-clock';

/** So many times a week (Monday to Sunday) or a month, on whichever of the days the rule allows. */
export interface Goal {
  times: number;
  per: 'week' | 'month';
}

/** A date and a time of day, as a wall clock shows them. */
export interface LocalMoment {
  localDate: LocalDate;
  localTime: LocalTime;
}

/** A single change: the moment of this identity is due at another local time, or not at all. It keeps its identity. */
export interface Exception extends LocalMoment {
  /** Null cancels it. */
  movedTo: LocalMoment | null;
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

/** How a moment is named to people: "2026-03-02 at 07:00". */
export function nameOf({ localDate, localTime }: LocalMoment): string {
  return `${localDate} at ${localTime}`;
}

/** The zone a schedule lives in: its own if it is pinned, else the person's, which may not be known. */
export function zoneOf<Zone extends TimeZone | null>(
  schedule: Pick<Schedule, 'timeZone'>,
  personZone: Zone,
): TimeZone | Zone {
  return schedule.timeZone ?? personZone;
}

/**
 * The moments from `from` (included) to `to` (excluded), strictly ascending. A moved moment is where it was moved to, be
 * it weeks from its own date. Two moments of one habit that fall on one instant, as a spring gap makes them, are one:
 * the one whose local time really exists.
 */
export function momentsBetween(
  schedule: Schedule,
  personZone: TimeZone,
  dayEndsAt: LocalTime,
  from: Date,
  to: Date,
): Moment[] {
  if (from >= to) return [];
  const clock = zoneClock(zoneOf(schedule, personZone));
  const [start, end] = [from.getTime(), to.getTime()];
  const isReached = untilTest(schedule, clock);
  const rings = [
    ...ringsByRule(schedule, isReached, datesAround(clock, start, end)),
    ...ringsMoved(schedule, isReached),
  ]
    .map((ring) => ({ ...ring, instant: clock.instantOf(ring.wall) }))
    .filter(({ instant }) => start <= instant && instant < end)
    .sort((one, other) => one.instant - other.instant);
  return onePerInstant(rings, clock).map((ring) => momentOf(ring, dayEndsAt));
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
  let searched = latest(from, dayBefore(firstDateOf(schedule)));
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
  const placed = exceptionOf(schedule, localDate, localTime)?.movedTo ?? { localDate, localTime };
  const dueAt = new Date(zoneClock(zoneOf(schedule, personZone)).instantOf(wallOf(placed)));
  const [moment] = momentsBetween(schedule, personZone, dayEndsAt, dueAt, plus(dueAt, 1));
  return moment?.localDate === localDate && moment.localTime === localTime ? moment : null;
}

/** Three days, a month, a year, ten years: a daily habit is answered by the first look, a leap day's by the last. */
const SEARCH_STEPS_DAYS = [3, 31, 366, 3653];

/** A time of the schedule on the wall: its identity, and where single changes have put it. */
interface Ring {
  localDate: LocalDate;
  localTime: LocalTime;
  wall: WallNumber;
  isMoved: boolean;
}

/**
 * A day more on either side: a skipped time is due up to a day after its own date (Apia 2011), and where the clocks go
 * back over midnight an earlier instant shows a later date.
 */
function datesAround(clock: ZoneClock, start: number, end: number): [DayNumber, DayNumber] {
  const [first, last] = [start, end].map((instant) => Math.floor(clock.wallOf(instant) / DAY)) as [number, number];
  return [first - 1, Math.min(last + 1, LAST_DAY)];
}

/** Which walls the UNTIL of the rule still reaches; null: all of them. */
type IsReached = ReturnType<typeof untilTest>;

function ringsByRule(schedule: Schedule, isReached: IsReached, [first, last]: [DayNumber, DayNumber]): Ring[] {
  const changed = new Set(schedule.exceptions.map(({ localDate, localTime }) => `${localDate} ${localTime}`));
  const times = schedule.times.map((localTime) => ({ localTime, sinceMidnight: minutesOf(localTime) * MINUTE }));
  const rings = datesBetween(schedule, dateOf(first), dateOf(last)).flatMap((localDate) => {
    const midnight = Date.parse(localDate);
    return times
      .filter(({ localTime }) => changed.size === 0 || !changed.has(`${localDate} ${localTime}`))
      .map(({ localTime, sinceMidnight }) => ({
        localDate,
        localTime,
        wall: midnight + sinceMidnight,
        isMoved: false,
      }));
  });
  return isReached === null ? rings : rings.filter(({ wall }) => isReached(wall));
}

/** Whoever travels may take a moved moment beyond an UNTIL that is an instant. */
function ringsMoved({ exceptions }: Schedule, isReached: IsReached): Ring[] {
  return exceptions.flatMap((exception) => {
    const { localDate, localTime, movedTo } = exception;
    const isMoved = movedTo?.localDate !== localDate || movedTo.localTime !== localTime;
    const isLost = movedTo === null || isReached?.(wallOf(exception)) === false;
    return isLost ? [] : [{ localDate, localTime, wall: wallOf(movedTo), isMoved }];
  });
}

export function wallOf({ localDate, localTime }: LocalMoment): WallNumber {
  return Date.parse(localDate) + minutesOf(localTime) * MINUTE;
}

type DueRing = Ring & { instant: number };

function onePerInstant(ascending: DueRing[], clock: ZoneClock): DueRing[] {
  const rings: DueRing[] = [];
  for (const ring of ascending) {
    const last = rings.at(-1);
    if (last?.instant !== ring.instant) rings.push(ring);
    else if (isRather(ring, last, clock)) rings[rings.length - 1] = ring;
  }
  return rings;
}

/** Of two on one instant the one whose local time exists; of two that exist the one that was not moved there. */
function isRather(ring: DueRing, other: DueRing, clock: ZoneClock): boolean {
  const shown = clock.wallOf(ring.instant);
  if ((ring.wall === shown) !== (other.wall === shown)) return ring.wall === shown;
  return other.isMoved && !ring.isMoved;
}

function momentOf({ localDate, localTime, wall, instant }: DueRing, dayEndsAt: LocalTime): Moment {
  const day = dateOf(Math.floor((wall - minutesOf(dayEndsAt) * MINUTE) / DAY));
  return { localDate, localTime, dueAt: new Date(instant), day };
}

function exceptionOf({ exceptions }: Schedule, localDate: LocalDate, localTime: LocalTime): Exception | undefined {
  return exceptions.find((exception) => exception.localDate === localDate && exception.localTime === localTime);
}

/** A moment may be moved to before the start. */
function firstDateOf({ startDate, exceptions }: Schedule): LocalDate {
  return exceptions.reduce(
    (first, { movedTo }) => (movedTo && movedTo.localDate < first ? movedTo.localDate : first),
    startDate,
  );
}

/** Before any zone's first instant of the date. */
function dayBefore(date: LocalDate): Date {
  return plus(new Date(date), -DAY);
}

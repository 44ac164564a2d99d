/** A calendar date without a zone, `YYYY-MM-DD`. Sorts and compares as text. */
export type LocalDate = string;

/** A wall-clock time without a zone, `HH:mm`, from `00:00` to `23:59`. Sorts and compares as text. */
export type LocalTime = string;

/** An IANA zone name, aliases included (`Europe/Berlin`, `US/Pacific`, `UTC`). */
export type TimeZone = string;

export const LOCAL_DATE = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Early enough for any history brought along. */
export const EARLIEST_DATE: LocalDate = '1970-01-01';

/** Near enough that a rule's dates up to here are listed in a moment; nobody plans beyond. */
export const LATEST_DATE: LocalDate = '2199-12-31';

/** A wall clock's reading somewhere: what a person sees when they look at the calendar and the clock on the wall. */
export interface WallTime {
  date: LocalDate;
  time: LocalTime;
}

/**
 * The instant at which a wall clock in the zone shows this date and time. A time skipped by a clock change is shifted
 * forward by the gap, a doubled one is the first of the two (Temporal's `compatible`, RFC 5545's rule as well).
 */
export function instantOf({ date, time }: WallTime, zone: TimeZone): Date {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The first instant of a person's day: where the clocks skip its beginning, it begins with the skip. */
export function dayBeginsAt(day: LocalDate, zone: TimeZone, dayEndsAt: LocalTime): Date {
  const wall = Temporal.PlainDateTime.from(`${day}T${dayEndsAt}`);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const isSkipped = !zoned.toPlainDateTime().equals(wall);
  const first = isSkipped ? zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')! : zoned;
  return new Date(first.epochMilliseconds);
}

export function wallTimeAt(instant: Date, zone: TimeZone): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The date it is in Greenwich, where no person's day is told by: for what comes due some day or other. */
export function utcDateAt(instant: Date): LocalDate {
  return instant.toISOString().slice(0, 10);
}

/** Offsets are no zones here, nor are moments that name a zone, which Temporal would take for one. */
export function isTimeZone(name: string): boolean {
  return !/^[+-]\d/.test(name) && idOf(name)?.toLowerCase() === name.toLowerCase();
}

/** "europe/berlin" as "Europe/Berlin", an alias as the alias it is; a name that no zone has stays as it was typed. */
export function asIanaSpells(name: string): string {
  return isTimeZone(name) ? idOf(name)! : name;
}

function idOf(name: string): TimeZone | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/** Whether the text is a date that exists: `2026-02-30` is not. */
export function isLocalDate(text: string): boolean {
  if (!LOCAL_DATE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days lie from `from` to `to`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Minutes since midnight on the wall clock; `24:00`, the end of a window, is 1440. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The day it is for a person just now. */
export function dayAt(instant: Date, zone: TimeZone, dayEndsAt: LocalTime): LocalDate {
  return dayOf(wallTimeAt(instant, zone), dayEndsAt);
}

/**
 * The day a moment belongs to for its person: until `dayEndsAt` the night still counts as the day before,
 * so that a habit at 00:30 of someone who goes to bed at one is yesterday's.
 */
export function dayOf({ date, time }: WallTime, dayEndsAt: LocalTime): LocalDate {
  return time < dayEndsAt ? addDays(date, -1) : date;
}

import { addDays, daysBetween, type TimeZone } from '../../../kernel/local-time';
import type { FieldError } from '../../../kernel/problem';
import { datesAmong } from './rule-dates';
import { ruleMomentsOn } from './rule-moments';
import { type Exception, nameOf, type Schedule, wallOf } from './schedule';
import { endsAtAnInstant } from './until';
import { zoneClock } from './zone-clock';

/** What is wrong with where moments are moved to, each of them taken alone. */
export function checkMoves(schedule: Schedule): FieldError[] {
  return schedule.exceptions.flatMap((exception, index) => {
    const message = moveProblem(exception);
    return message === null ? [] : [{ pointer: `/exceptions/${index}/movedTo`, message }];
  });
}

const A_YEAR_IN_DAYS = 366;

/** To before the start or after the end is fine: the last one may be put off by a day. */
function moveProblem(exception: Exception): string | null {
  const { localDate, movedTo } = exception;
  if (movedTo === null) return null;
  const date = movedTo.localDate;
  if (nameOf(movedTo) === nameOf(exception)) {
    return `${nameOf(exception)} is its own time already: choose another, or leave this change out.`;
  }
  if (Math.abs(daysBetween(localDate, date)) <= A_YEAR_IN_DAYS) return null;
  const [first, last] = [addDays(localDate, -A_YEAR_IN_DAYS), addDays(localDate, A_YEAR_IN_DAYS)];
  const allowed = date > localDate ? `${last} or earlier` : `${first} or later`;
  return `${date} is more than a year from ${localDate}: move it to ${allowed}.`;
}

/**
 * Moves that put two moments on one instant, of which one would be lost. A moment that is itself moved or canceled has
 * left its place free. Needs the zone: where the clocks skip an hour, two times of the wall are one instant.
 * @param zone that the schedule lives in; null: not known
 */
export function checkClashes(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const clock = zoneClock(zone ?? ANYWHERE);
  const isUnsure = zone === null && endsAtAnInstant(schedule);
  const byRule = isUnsure ? new Map<number, string>() : unchangedNear(schedule, zone ?? ANYWHERE);
  const byMove = new Map<number, Exception>();
  return schedule.exceptions.flatMap((exception, index) => {
    const { movedTo } = exception;
    if (movedTo === null) return [];
    const instant = clock.instantOf(wallOf(movedTo));
    const [rule, moved] = [byRule.get(instant), byMove.get(instant)];
    if (rule === undefined && moved === undefined) {
      byMove.set(instant, exception);
      return [];
    }
    const message = rule === undefined ? besides(nameOf(movedTo), moved!) : onto(nameOf(movedTo), rule);
    return [{ pointer: `/exceptions/${index}/movedTo`, message }];
  });
}

/** A schedule whose zone is not known is looked at where the clocks never change. */
const ANYWHERE = 'UTC';

function onto(place: string, rule: string): string {
  const why = place === rule ? 'is a moment of this schedule already' : `falls together with ${rule} as clocks change`;
  return `${place} ${why}: choose another time, or cancel one of the two.`;
}

function besides(place: string, other: Exception): string {
  return `${nameOf(other)} is moved there as well, to ${place}: choose another time, or cancel one of them.`;
}

/** The names of the rule's unchanged moments, by instant, on the dates that moments are moved to and the days beside them. */
function unchangedNear(schedule: Schedule, zone: TimeZone): Map<number, string> {
  const clock = zoneClock(zone);
  const changed = new Set(schedule.exceptions.map(nameOf));
  const places = schedule.exceptions.flatMap(({ movedTo }) => movedTo?.localDate ?? []);
  const near = places.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]);
  const moments = ruleMomentsOn(schedule, datesAmong(schedule, near), zone).filter(
    (moment) => !changed.has(nameOf(moment)),
  );
  return new Map(moments.map((moment) => [clock.instantOf(wallOf(moment)), nameOf(moment)]));
}

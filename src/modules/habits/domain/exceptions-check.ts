import { addDays, LATEST_DATE, type TimeZone } from '../../../kernel/local-time';
import { dateProblem, timeProblem } from '../../../kernel/local-time-check';
import type { FieldError } from '../../../kernel/problem';
import { checkClashes, checkMoves } from './moves-check';
import { datesAmong, datesBetween } from './rule-dates';
import { ruleMomentsBetween, ruleMomentsOn } from './rule-moments';
import { type Exception, type LocalMoment, nameOf, type Schedule, wallOf } from './schedule';

/** More single changes than this are another schedule. */
export const MAX_EXCEPTIONS = 1000;

/** Sentences a person still reads. */
export const MOST_PROBLEMS = 20;

/**
 * What is wrong with the single changes of a schedule whose dates and times are fine.
 * @param zone that the schedule lives in; null: not known
 */
export function checkExceptions(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const { exceptions } = schedule;
  if (exceptions.length > MAX_EXCEPTIONS) {
    const message = `A schedule has at most ${MAX_EXCEPTIONS} single changes; these are ${exceptions.length}.`;
    return [{ pointer: '/exceptions', message }];
  }
  const illegible = exceptions.flatMap(checkWords);
  if (illegible.length > 0) return illegible.slice(0, MOST_PROBLEMS);
  const senseless = [...checkNames(schedule, zone), ...checkRepeats(exceptions), ...checkMoves(schedule)];
  if (senseless.length > 0) return senseless.slice(0, MOST_PROBLEMS);
  const clashes = checkClashes(schedule, zone);
  return clashes.length > 0 ? clashes.slice(0, MOST_PROBLEMS) : checkSomethingIsLeft(schedule, zone);
}

function checkWords({ localDate, localTime, movedTo }: Exception, index: number): FieldError[] {
  const pointer = `/exceptions/${index}`;
  return [
    { pointer: `${pointer}/localDate`, message: dateProblem(localDate) },
    { pointer: `${pointer}/localTime`, message: timeProblem(localTime) },
    { pointer: `${pointer}/movedTo/localDate`, message: movedTo && dateProblem(movedTo.localDate) },
    { pointer: `${pointer}/movedTo/localTime`, message: movedTo && timeProblem(movedTo.localTime) },
  ].filter((error): error is FieldError => error.message !== null);
}

/** Each must name a moment that the rule has, by the rule's own date and time. */
function checkNames(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const names = namesAmong(schedule, zone);
  const errors: FieldError[] = [];
  for (const [index, exception] of schedule.exceptions.entries()) {
    if (errors.length === MOST_PROBLEMS) break;
    if (names.has(nameOf(exception))) continue;
    const message = `${nameOf(exception)} is no moment of this schedule: ${whatToName(schedule, exception, zone)}.`;
    errors.push({ pointer: `/exceptions/${index}`, message });
  }
  return errors;
}

/** The names of all moments on the dates of the exceptions. */
function namesAmong(schedule: Schedule, zone: TimeZone | null): Set<string> {
  const named = schedule.exceptions.map(({ localDate }) => localDate).filter((date) => date <= LATEST_DATE);
  return new Set(ruleMomentsOn(schedule, datesAmong(schedule, named), zone).map(nameOf));
}

function whatToName(schedule: Schedule, named: LocalMoment, zone: TimeZone | null): string {
  if (named.localDate > LATEST_DATE) return `a date that is changed lies before ${LATEST_DATE}`;
  const nearest = nearestMoment(schedule, named, zone);
  return nearest === null ? 'it has none within 40 years of it' : `the nearest it has is ${nameOf(nearest)}`;
}

/** A year is nearly always enough, leap days that must be a certain weekday are rare. */
const LOOK_AROUND_DAYS = [366, 40 * 366];

/** An UNTIL with a time leaves up to three of the last dates without a moment. */
const DATES_BEFORE = 4;

function nearestMoment(schedule: Schedule, named: LocalMoment, zone: TimeZone | null): LocalMoment | null {
  const date = named.localDate < schedule.startDate ? schedule.startDate : named.localDate;
  const distance = (moment: LocalMoment) => Math.abs(wallOf(moment) - wallOf(named));
  for (const days of LOOK_AROUND_DAYS) {
    const before = datesBetween(schedule, addDays(date, -days), addDays(date, -1)).slice(-DATES_BEFORE);
    const near = [...before, ...datesBetween(schedule, date, addDays(date, days)).slice(0, 2)];
    const [nearest] = ruleMomentsOn(schedule, near, zone).sort((one, other) => distance(one) - distance(other));
    if (nearest) return nearest;
  }
  return null;
}

/** One moment is changed once. */
function checkRepeats(exceptions: Exception[]): FieldError[] {
  const named = new Set<string>();
  return exceptions.flatMap((exception, index) => {
    const name = nameOf(exception);
    if (!named.has(name)) {
      named.add(name);
      return [];
    }
    return [{ pointer: `/exceptions/${index}`, message: `${name} is changed already; once is enough.` }];
  });
}

function checkSomethingIsLeft(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const canceled = schedule.exceptions.filter(({ movedTo }) => movedTo === null);
  if (canceled.length === 0 || canceled.length < schedule.exceptions.length || !hasNoMoreThan(schedule, canceled, zone))
    return [];
  return [allCanceled('every moment of this schedule')];
}

/** Whether the moments of these names, no two of them the same, are all that the rule has. */
function hasNoMoreThan(schedule: Schedule, named: LocalMoment[], zone: TimeZone | null): boolean {
  const last = named.reduce((latest, { localDate }) => (localDate > latest ? localDate : latest), schedule.startDate);
  const moments = ruleMomentsBetween(schedule, schedule.startDate, last, zone).length;
  return (
    moments === named.length &&
    LOOK_AROUND_DAYS.every(
      (days) => ruleMomentsBetween(schedule, addDays(last, 1), addDays(last, days), zone).length === 0,
    )
  );
}

/** Said of a schedule that would be silent for its single changes alone. */
export function allCanceled(what: string): FieldError {
  const message = `The changes cancel ${what}: leave one of them out, or give the schedule more dates.`;
  return { pointer: '/exceptions', message };
}

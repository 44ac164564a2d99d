import { addDays, LATEST_DATE, type LocalDate } from '../../../kernel/local-time';
import { dateProblem, timeProblem } from '../../../kernel/local-time-check';
import type { FieldError } from '../../../kernel/problem';
import { inWords } from '../../../kernel/wording';
import { datesBetween } from './rule-dates';
import type { Exception, Schedule } from './schedule';

/** More single changes than this are another schedule. */
export const MAX_EXCEPTIONS = 1000;

/** Sentences a person still reads. */
const MOST_PROBLEMS = 20;

/** What is wrong with the single changes of a schedule whose dates and times are fine. */
export function checkExceptions(schedule: Schedule): FieldError[] {
  const { exceptions } = schedule;
  if (exceptions.length > MAX_EXCEPTIONS) {
    const message = `A schedule has at most ${MAX_EXCEPTIONS} single changes; these are ${exceptions.length}.`;
    return [{ pointer: '/exceptions', message }];
  }
  const illegible = exceptions.flatMap(checkWords);
  if (illegible.length > 0) return illegible.slice(0, MOST_PROBLEMS);
  const senseless = [...checkNames(schedule), ...checkRepeats(exceptions)];
  return senseless.length > 0 ? senseless.slice(0, MOST_PROBLEMS) : checkSomethingIsLeft(schedule);
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
function checkNames(schedule: Schedule): FieldError[] {
  const dates = datesNamed(schedule);
  const errors: FieldError[] = [];
  for (const [index, { localDate, localTime }] of schedule.exceptions.entries()) {
    if (errors.length === MOST_PROBLEMS) break;
    if (dates.has(localDate) && schedule.times.includes(localTime)) continue;
    const help = dates.has(localDate) ? timesToName(schedule) : dateToName(schedule, localDate);
    const message = `${localDate} at ${localTime} is no moment of this schedule: ${help}.`;
    errors.push({ pointer: `/exceptions/${index}`, message });
  }
  return errors;
}

function datesNamed(schedule: Schedule): Set<LocalDate> {
  const named = schedule.exceptions.map(({ localDate }) => localDate).filter((date) => date <= LATEST_DATE);
  const [first, last] = [named.toSorted()[0], named.toSorted().at(-1)];
  return new Set(first === undefined || last === undefined ? [] : datesBetween(schedule, first, last));
}

function timesToName({ times }: Schedule): string {
  return `on that date it is due at ${inWords(times.toSorted())}`;
}

function dateToName(schedule: Schedule, date: LocalDate): string {
  if (date > LATEST_DATE) return `a date that is changed lies before ${LATEST_DATE}`;
  const [next] = datesBetween(schedule, date, addDays(date, 366));
  const before = datesBetween(schedule, addDays(date, -366), date).at(-1);
  const near = [before, next].filter((found) => found !== undefined);
  return near.length === 0 ? 'it has no date within a year of it' : `the nearest dates it has are ${inWords(near)}`;
}

function checkRepeats(exceptions: Exception[]): FieldError[] {
  const [names, places] = [new Map<string, number>(), new Map<string, number>()];
  return exceptions.flatMap(({ localDate, localTime, movedTo }, index) => {
    const before = firstOf(names, `${localDate} at ${localTime}`, index);
    if (before < index) {
      const message = `${localDate} at ${localTime} is changed by /exceptions/${before} already; once is enough.`;
      return [{ pointer: `/exceptions/${index}`, message }];
    }
    const place = movedTo && `${movedTo.localDate} at ${movedTo.localTime}`;
    const other = place === null ? index : firstOf(places, place, index);
    if (other === index) return [];
    const message = `/exceptions/${other} is moved to ${place} as well: choose another time, or cancel one of them.`;
    return [{ pointer: `/exceptions/${index}/movedTo`, message }];
  });
}

/** The index at which this was seen first. */
function firstOf(seen: Map<string, number>, key: string, index: number): number {
  const first = seen.get(key) ?? index;
  seen.set(key, first);
  return first;
}

function checkSomethingIsLeft({ recurrence, times, exceptions }: Schedule): FieldError[] {
  const canceled = exceptions.filter(({ movedTo }) => movedTo === null);
  if (recurrence !== null || canceled.length < times.length) return [];
  return [{ pointer: '/exceptions', message: 'Every moment of this schedule is canceled: leave one of them.' }];
}

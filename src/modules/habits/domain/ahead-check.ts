import type { LocalTime, TimeZone } from '../../../kernel/local-time';
import type { FieldError } from '../../../kernel/problem';
import { allCanceled, MOST_PROBLEMS } from './exceptions-check';
import { checkClashes } from './moves-check';
import { type Exception, type LocalMoment, nameOf, nextMoments, type Schedule, wallOf, zoneOf } from './schedule';
import { checkSchedule } from './schedule-check';
import { endsAtAnInstant } from './until';
import { zoneClock } from './zone-clock';

/** Where and when a schedule is asked for. */
export interface HereAndNow {
  /** A schedule that is pinned to no zone lives in this one. */
  personZone: TimeZone;
  dayEndsAt: LocalTime;
  now: Date;
}

/**
 * What is wrong here and now with a schedule that makes sense; `before` is the one it takes the place of. A new one that
 * never rings is a mistake, an edited one may have come to its end. Of a schedule that is pinned to a zone the clashes are
 * known without the person's.
 */
export function checkAhead(schedule: Schedule, before: Schedule | null, here: HereAndNow): FieldError[] {
  const unfit = schedule.timeZone === null && endsAtAnInstant(schedule) ? checkHere(schedule, before, here) : [];
  if (unfit.length > 0) return unfit;
  if (before === null && isSilent({ ...schedule, exceptions: [] }, here)) return [allPast(schedule)];
  const clashes = schedule.timeZone === null ? checkClashes(schedule, here.personZone) : [];
  const errors = [...checkPast(schedule, before, here), ...clashes];
  if (errors.length > 0) return errors.slice(0, MOST_PROBLEMS);
  return before === null && isSilent(schedule, here) ? [allCanceled('every moment still to come')] : [];
}

/** Where an UNTIL is in a zone. Whoever has travelled since may have changed a moment that the rule has no more. */
function checkHere(schedule: Schedule, before: Schedule | null, { personZone }: HereAndNow): FieldError[] {
  const isOfOldRule = before !== null && before.recurrence === schedule.recurrence;
  const known = new Set(isOfOldRule ? before.exceptions.map(whole) : []);
  const old = new Set(schedule.exceptions.flatMap((exception, index) => (known.has(whole(exception)) ? [index] : [])));
  return checkSchedule(schedule, personZone).filter(({ pointer }) => {
    const [, index] = /^\/exceptions\/(\d+)$/.exec(pointer) ?? [];
    return index === undefined || !old.has(Number(index));
  });
}

function whole(exception: Exception): string {
  return `${nameOf(exception)}, ${placeOf(exception)}`;
}

/** What is past is changed no more; but whoever edits a habit sends along what was changed long ago. */
function checkPast(schedule: Schedule, before: Schedule | null, here: HereAndNow): FieldError[] {
  const known = new Map(before?.exceptions.map((exception) => [nameOf(exception), exception]));
  return schedule.exceptions.flatMap((exception, index) => {
    const old = known.get(nameOf(exception));
    if (old && placeOf(old) === placeOf(exception)) return [];
    const isOver = old?.movedTo ? isPast(old.movedTo, before!, here) : isPast(exception, schedule, here);
    return isOver ? [alreadyPast(exception, index)] : movedToPast(exception, index, schedule, here);
  });
}

function isSilent(schedule: Schedule, { personZone, dayEndsAt, now }: HereAndNow): boolean {
  return hasAnEnd(schedule) && nextMoments(schedule, personZone, dayEndsAt, now, 1).length === 0;
}

function hasAnEnd({ recurrence, endDate }: Schedule): boolean {
  return recurrence === null || endDate !== null || /\b(UNTIL|COUNT)=/.test(recurrence);
}

function allPast({ recurrence, endDate }: Schedule): FieldError {
  const pointer = recurrence === null ? '/startDate' : endDate === null ? '/recurrence' : '/endDate';
  return { pointer, message: 'All of this schedule is past: choose a date or a time still to come.' };
}

function placeOf({ movedTo }: Exception): string | null {
  return movedTo && nameOf(movedTo);
}

function isPast(moment: LocalMoment, schedule: Schedule, { personZone, now }: HereAndNow): boolean {
  return zoneClock(zoneOf(schedule, personZone)).instantOf(wallOf(moment)) < now.getTime();
}

function alreadyPast(exception: Exception, index: number): FieldError {
  const message = `${nameOf(exception)} is past and stays as it was: leave this change out.`;
  return { pointer: `/exceptions/${index}`, message };
}

function movedToPast({ movedTo }: Exception, index: number, schedule: Schedule, here: HereAndNow): FieldError[] {
  if (movedTo === null || !isPast(movedTo, schedule, here)) return [];
  const message = `${nameOf(movedTo)} is past: choose a time still to come, or null to cancel the moment.`;
  return [{ pointer: `/exceptions/${index}/movedTo`, message }];
}

import { type FieldError, invalidFields } from '../kernel/problem';
import type { Line } from '../line-by-line/lines';
import { questionIn, type Refusal, refusalOf } from '../line-by-line/question';
import { momentsBetween, zoneOf } from '../modules/habits/domain/schedule';
import { scheduleMustMakeSense, scheduleOf } from '../modules/habits/schedule-fields';
import { ScheduleQuestion } from './schedule-question';

/** When a schedule is due, or why nobody can say. */
export type Answer = { instants: Date[] } | { error: Refusal };

/** Answers one line of JSON. Never throws: whatever is wrong with a line is its answer. */
export async function answerTo(line: Line): Promise<Answer> {
  try {
    return { instants: instantsFor(await questionIn(line, ScheduleQuestion, EXAMPLE)) };
  } catch (error) {
    return { error: refusalOf(error) };
  }
}

const EXAMPLE = '{"schedule": {…}, "timeZone": "Europe/Berlin", "from": …, "to": …}';

const YEARS_AT_MOST = 100;

/** Until midnight the day is the date: nobody's nights are known here, and instants do not depend on them. */
const DAY_ENDS_AT = '00:00';

function instantsFor({ schedule: request, timeZone, from, to }: ScheduleQuestion): Date[] {
  const errors = rangeErrors(from, to);
  if (errors.length > 0) throw invalidFields(errors);
  scheduleMustMakeSense(request);
  const schedule = scheduleOf(request);
  const zone = zoneOf(schedule, timeZone);
  if (zone === null) throw invalidFields([{ pointer: '/timeZone', message: ZONE_MISSING }]);
  return momentsBetween(schedule, zone, DAY_ENDS_AT, from, to).map(({ dueAt }) => dueAt);
}

const ZONE_MISSING = 'Name an IANA time zone such as "Europe/Berlin", here or in the schedule.';

function rangeErrors(from: Date, to: Date): FieldError[] {
  if (from > to) return [{ pointer: '/to', message: '"to" lies before "from": exchange them.' }];
  const latest = new Date(from);
  latest.setUTCFullYear(from.getUTCFullYear() + YEARS_AT_MOST);
  if (to <= latest) return [];
  return [{ pointer: '/to', message: `From "from" to "to" are at most ${YEARS_AT_MOST} years: ask in several lines.` }];
}

import { type FieldError, invalid, invalidFields, Problem } from '../kernel/problem';
import { momentsBetween, zoneOf } from '../modules/habits/domain/schedule';
import { scheduleMustMakeSense, scheduleOf } from '../modules/habits/schedule-fields';
import { asProblem, described, refuseUnboundedBody, validation } from '../platform/http';
import { type Line, LONGEST_LINE, TOO_LONG } from './lines';
import { Question } from './question';

/** The problem as the API would say it, without what belongs to a request alone. */
type Refusal = Pick<ReturnType<typeof described>, 'type' | 'title' | 'status' | 'code' | 'detail' | 'errors'>;

/** When a schedule is due, or why nobody can say. */
export type Answer = { instants: Date[] } | { error: Refusal };

/** Answers one line of JSON. Never throws: whatever is wrong with a line is its answer. */
export async function answerTo(line: Line): Promise<Answer> {
  try {
    return { instants: instantsFor(await read(line)) };
  } catch (error) {
    return { error: refusal(asProblem(error)) };
  }
}

const YEARS_AT_MOST = 100;

/** Until midnight the day is the date: nobody's nights are known here, and instants do not depend on them. */
const DAY_ENDS_AT = '00:00';

async function read(line: Line): Promise<Question> {
  if (line === TOO_LONG) throw malformed(`A line may have at most ${LONGEST_LINE / 1_000_000} MB.`);
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('A line is a JSON object, as {"schedule": {…}, "timeZone": "Europe/Berlin", "from": …, "to": …}.');
  }
  await refuseUnboundedBody({ body: value });
  return validation.transform(value, { type: 'body', metatype: Question });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed('The line is not valid JSON.');
  }
}

function malformed(detail: string): Problem {
  return new Problem(invalid, detail);
}

function instantsFor({ schedule: request, timeZone, from, to }: Question): Date[] {
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

function refusal(problem: Problem): Refusal {
  const { type, title, status, code, detail, errors } = described(problem, { id: '', url: '' });
  return { type, title, status, code, detail, errors };
}

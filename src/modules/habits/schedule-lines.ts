import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { DAY, plus } from '../../kernel/clock';
import { invalid, invalidFields, Problem } from '../../kernel/problem';
import { asProblem, IsInstant, refusalOf, refuseUnboundedBody, validation } from '../../platform/http';
import { momentsBetween, zoneOf } from './domain/schedule';
import { ScheduleRequest } from './schedule.dto';
import { scheduleMustMakeSense, scheduleOf, zoneMustExist } from './schedule-fields';

/** What a line asks: when a schedule is due from `from` (included) to `to` (excluded). */
class ScheduleLine {
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule: ScheduleRequest;

  /** Zone of the person; that of the schedule, if it pins one, wins. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone: string | null = null;

  @IsInstant()
  from: Date;

  @IsInstant()
  to: Date;
}

/** As large as a request may be. */
const LONGEST_LINE = 100 * 1024;

const LONGEST_RANGE_YEARS = 100;
const LONGEST_RANGE = LONGEST_RANGE_YEARS * 366 * DAY;

/** A long range is walked in steps, so that only its instants are ever held at once. */
const STEP = 10 * 365 * DAY;

/**
 * Answers each line of JSON by one, in their order: `{"instants": […]}`, or `{"error": …}` with the problem the API would
 * answer. Empty lines are passed over. Nothing a line says ends it; it reads on only as fast as its answers are taken.
 */
export async function* answerLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of linesOf(source)) {
    if (line === null || line.trim() !== '') yield `${JSON.stringify(await answerTo(line))}\n`;
  }
}

/** The lines of a text in UTF-8; null stands for one that is longer than may be, of which nothing is kept. */
async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let begun = '';
  let isTooLong = false;
  for await (const chunk of source) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, piece] of pieces.entries()) {
      isTooLong ||= begun.length + piece.length > LONGEST_LINE;
      begun = isTooLong ? '' : begun + piece;
      if (index === pieces.length - 1) break;
      yield isTooLong ? null : begun;
      begun = '';
      isTooLong = false;
    }
  }
  yield isTooLong ? null : begun + decoder.decode();
}

async function answerTo(line: string | null): Promise<{ instants: Date[] } | { error: object }> {
  try {
    return { instants: instantsOf(await read(line)) };
  } catch (error) {
    return { error: told(asProblem(error)) };
  }
}

/** @throws Problem when the line is not a question that can be answered. */
async function read(line: string | null): Promise<ScheduleLine> {
  if (line === null) throw refusalOf(413);
  const body = parsed(line);
  await refuseUnboundedBody({ body });
  return validation.transform(body, { type: 'body', metatype: ScheduleLine });
}

function parsed(line: string): object {
  const value = json(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Problem(invalid, 'The line is not a JSON object.');
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Problem(invalid, 'The line is not valid JSON.');
  }
}

function instantsOf({ schedule: request, timeZone, from, to }: ScheduleLine): Date[] {
  scheduleMustMakeSense(request);
  if (timeZone !== null) zoneMustExist(timeZone);
  const schedule = scheduleOf(request);
  const zone = zoneOf(schedule, timeZone);
  if (zone === null) throw invalidFields([ZONE_NEEDED]);
  if (to.getTime() - from.getTime() > LONGEST_RANGE) throw invalidFields([RANGE_TOO_LONG]);
  const instants: Date[] = [];
  for (let start = from; start < to; start = plus(start, STEP)) {
    const end = new Date(Math.min(plus(start, STEP).getTime(), to.getTime()));
    for (const { dueAt } of momentsBetween(schedule, zone, '00:00', start, end)) instants.push(dueAt);
  }
  return instants;
}

const ZONE_NEEDED = {
  pointer: '/timeZone',
  message: 'Name an IANA time zone such as "Europe/Lisbon", here or in the schedule.',
};

const RANGE_TOO_LONG = {
  pointer: '/to',
  message: `From "from" to "to" there may be at most ${LONGEST_RANGE_YEARS} years: ask for the rest by another line.`,
};

/** The problem as the API tells it, without what only a request has. */
function told({ kind: { code, status, title }, detail, errors }: Problem): object {
  return { type: `/docs/problems#${code}`, title, status, code, detail, ...(errors.length > 0 && { errors }) };
}

import { addDays, EARLIEST_DATE, LATEST_DATE, type LocalDate, type TimeZone } from '../../../kernel/local-time';
import { dateProblem, zoneProblem } from '../../../kernel/local-time-check';
import type { FieldError } from '../../../kernel/problem';
import { checkExceptions } from './exceptions-check';
import { checkGoal } from './goal-check';
import { recurrenceOf } from './recurrence';
import { impossibleMonthDay, impossiblePosition, recurrenceProblems } from './recurrence-check';
import { datesBetween } from './rule-dates';
import { ruleMomentsOn } from './rule-moments';
import { nameOf, type Schedule } from './schedule';
import { checkTimes, MAX_TIMES_A_DAY } from './times-check';
import { endsText, untilText } from './until';

/**
 * Everything wrong with a schedule, by field; pointers are relative to it, as in `/times/1`. Empty when fine.
 * @param zone that the schedule lives in. Where it is not known, what makes sense in some zone does.
 */
export function checkSchedule(schedule: Schedule, zone: TimeZone | null = schedule.timeZone): FieldError[] {
  const errors = [
    ...checkDates(schedule.startDate, schedule.endDate),
    ...checkTimes(schedule.times),
    ...checkRecurrence(schedule.recurrence),
    ...checkZone(schedule.timeZone),
  ];
  if (!errors.some(({ pointer }) => RULE_POINTERS.includes(pointer))) errors.push(...checkFires(schedule));
  if (errors.length === 0) errors.push(...checkUntilTime(schedule, zone));
  return errors.length > 0 ? errors : [...checkGoal(schedule, zone), ...checkExceptions(schedule, zone)];
}

/** Whether it breaks the limit that the API tells by a code of its own. */
export function ringsTooOften({ times }: Pick<Schedule, 'times'>): boolean {
  return times.length > MAX_TIMES_A_DAY;
}

const RULE_POINTERS = ['/startDate', '/endDate', '/recurrence'];

function checkDates(startDate: LocalDate, endDate: LocalDate | null): FieldError[] {
  const errors = [...checkDate('/startDate', startDate), ...(endDate === null ? [] : checkDate('/endDate', endDate))];
  if (errors.length > 0) return errors;
  if (startDate < EARLIEST_DATE || startDate > LATEST_DATE) {
    errors.push({ pointer: '/startDate', message: `startDate lies between ${EARLIEST_DATE} and ${LATEST_DATE}.` });
  }
  if (endDate !== null && endDate < startDate) {
    const message = `endDate ${endDate} lies before startDate ${startDate}; it must be that day or a later one.`;
    errors.push({ pointer: '/endDate', message });
  }
  return errors;
}

function checkDate(pointer: string, date: string): FieldError[] {
  const message = dateProblem(date);
  return message === null ? [] : [{ pointer, message }];
}

function checkRecurrence(recurrence: string | null): FieldError[] {
  if (recurrence === null) return [];
  return recurrenceProblems(recurrence).map((message) => ({ pointer: '/recurrence', message }));
}

function checkZone(timeZone: TimeZone | null): FieldError[] {
  const message = timeZone === null ? null : zoneProblem(timeZone);
  return message === null ? [] : [{ pointer: '/timeZone', message }];
}

/**
 * How far to look for a first date: a month is nearly always enough, but leap days that must be a certain weekday are
 * up to 40 years apart.
 */
const LOOK_AHEAD_DAYS = [31, 366, 40 * 366];

/** A rule may be well formed and still name no date at all; then the habit would stay silent without a word. */
function checkFires(schedule: Schedule): FieldError[] {
  const message = neverFires(schedule);
  return message === null ? [] : [{ pointer: '/recurrence', message }];
}

function neverFires(schedule: Schedule): string | null {
  const { startDate, endDate, recurrence } = schedule;
  if (recurrence === null) return null;
  const rule = recurrenceOf(recurrence);
  const impossible = impossibleMonthDay(rule);
  if (impossible !== null) return impossible;
  if (firstDate(schedule) !== null) return null;
  const beyond = impossiblePosition(rule, startDate);
  if (beyond !== null) return beyond;
  const [end] = endsText(rule, endDate, schedule.timeZone);
  if (end !== undefined && end < startDate) return `UNTIL ${end} lies before startDate ${startDate}; end it later.`;
  return end === undefined
    ? `No date fits this recurrence in the 40 years from ${startDate}: the habit would never be due.`
    : `No date from ${startDate} to ${end} fits this recurrence: let it end later, or choose other days.`;
}

/** An UNTIL with a time may leave the first date, and so the whole schedule, without a moment. */
function checkUntilTime(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const { recurrence, times, timeZone } = schedule;
  const untilTime = recurrence === null ? null : recurrenceOf(recurrence).untilTime;
  const first = untilTime && firstDate(schedule);
  if (untilTime === null || first === null || ruleMomentsOn(schedule, [first], zone).length > 0) return [];
  const due = nameOf({ localDate: first, localTime: times.toSorted()[0]! });
  const message = `UNTIL ${untilText(untilTime, timeZone)} lies before the first moment, ${due}; end it later.`;
  return [{ pointer: '/recurrence', message }];
}

function firstDate(schedule: Schedule): LocalDate | null {
  const { startDate } = schedule;
  for (const days of LOOK_AHEAD_DAYS) {
    const [first] = datesBetween(schedule, startDate, addDays(startDate, days));
    if (first !== undefined) return first;
  }
  return null;
}

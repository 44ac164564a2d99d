import {
  addDays,
  isLocalDate,
  isTimeZone,
  LOCAL_DATE,
  LOCAL_TIME,
  type LocalDate,
  type LocalTime,
  type TimeZone,
} from '../../../kernel/local-time';
import type { FieldError } from '../../../kernel/problem';
import { nearestZone } from './nearest-zone';
import { recurrenceOf } from './recurrence';
import { impossibleMonthDay, recurrenceProblems } from './recurrence-check';
import { datesBetween } from './rule-dates';
import type { Schedule } from './schedule';
import { quoted } from './wording';

/** Enough for every hour; beyond it a schedule is a mistake, or an attempt at the telephone bill. */
export const MAX_TIMES_A_DAY = 24;

/** Everything wrong with a schedule, by field; pointers are relative to it, as in `/times/1`. Empty when fine. */
export function checkSchedule(schedule: Schedule): FieldError[] {
  const errors = [
    ...checkDates(schedule.startDate, schedule.endDate),
    ...checkTimes(schedule.times),
    ...checkRecurrence(schedule.recurrence),
    ...checkZone(schedule.timeZone),
  ];
  return errors.some(({ pointer }) => RULE_POINTERS.includes(pointer)) ? errors : [...errors, ...checkFires(schedule)];
}

/** Wide enough for any history brought along, narrow enough that a counted rule is walked from its start in no time. */
const START_DATES: readonly [LocalDate, LocalDate] = ['1970-01-01', '2199-12-31'];

const RULE_POINTERS = ['/startDate', '/endDate', '/recurrence'];

function checkDates(startDate: LocalDate, endDate: LocalDate | null): FieldError[] {
  const errors = [...checkDate('/startDate', startDate), ...(endDate === null ? [] : checkDate('/endDate', endDate))];
  if (errors.length > 0) return errors;
  const [earliest, latest] = START_DATES;
  if (startDate < earliest || startDate > latest) {
    errors.push({ pointer: '/startDate', message: `startDate lies between ${earliest} and ${latest}.` });
  }
  if (endDate !== null && endDate < startDate) {
    const message = `endDate ${endDate} lies before startDate ${startDate}; it must be that day or a later one.`;
    errors.push({ pointer: '/endDate', message });
  }
  return errors;
}

function checkDate(pointer: string, date: string): FieldError[] {
  if (isLocalDate(date)) return [];
  const message = LOCAL_DATE.test(date)
    ? `${date} does not exist: that month has ${daysInMonthOf(date)} days.`
    : `${quoted(date)} is not a date; write year, month and day like "2026-03-29".`;
  return [{ pointer, message }];
}

function daysInMonthOf(date: string): number {
  return Temporal.PlainYearMonth.from(date.slice(0, 7)).daysInMonth;
}

function checkTimes(times: LocalTime[]): FieldError[] {
  if (times.length === 0) return [{ pointer: '/times', message: 'Give at least one time of day, like "07:00".' }];
  if (times.length > MAX_TIMES_A_DAY) {
    const message = `A habit can be due at most ${MAX_TIMES_A_DAY} times a day; these are ${times.length}.`;
    return [{ pointer: '/times', message }];
  }
  return times.flatMap((time, index) => {
    const message =
      timeProblem(time) ?? (times.indexOf(time) < index ? `${time} is there twice; once is enough.` : null);
    return message === null ? [] : [{ pointer: `/times/${index}`, message }];
  });
}

function timeProblem(time: string): string | null {
  if (LOCAL_TIME.test(time)) return null;
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) {
    return `${quoted(time)} is not a time of day; write hours and minutes like "07:00".`;
  }
  const corrected = `${hour.padStart(2, '0')}:${minute}`;
  if (LOCAL_TIME.test(corrected)) return `Write ${quoted(time)} as "${corrected}".`;
  if (corrected === '24:00') return 'Write midnight as "00:00", on the day that begins with it.';
  return `${quoted(time)} does not exist: times of day go from "00:00" to "23:59".`;
}

function checkRecurrence(recurrence: string | null): FieldError[] {
  if (recurrence === null) return [];
  return recurrenceProblems(recurrence).map((message) => ({ pointer: '/recurrence', message }));
}

function checkZone(timeZone: TimeZone | null): FieldError[] {
  if (timeZone === null || isTimeZone(timeZone)) return [];
  const nearest = nearestZone(timeZone);
  const help = nearest
    ? `did you mean "${nearest}"?`
    : 'give an IANA name like "Europe/Berlin", or null to follow the person.';
  return [{ pointer: '/timeZone', message: `There is no time zone ${quoted(timeZone)}; ${help}` }];
}

/** How far to look for a first date: leap days that must be a certain weekday are up to 40 years apart. */
const LOOK_AHEAD_DAYS = [366, 40 * 366];

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
  if (LOOK_AHEAD_DAYS.some((days) => datesBetween(schedule, startDate, addDays(startDate, days)).length > 0))
    return null;
  const [end] = [endDate, rule.until].filter((date) => date !== null).sort();
  if (end !== undefined && end < startDate) return `UNTIL ${end} lies before startDate ${startDate}; end it later.`;
  return end === undefined
    ? `No date fits this recurrence in the 40 years from ${startDate}: the habit would never be due.`
    : `No date from ${startDate} to ${end} fits this recurrence: let it end later, or choose other days.`;
}

import { LOCAL_TIME, type LocalTime } from '../../../kernel/local-time';
import type { FieldError } from '../../../kernel/problem';
import { endOfDayAdvice, timeTyped } from './typed';
import { quoted } from './wording';

/** Enough for every hour; beyond it a schedule is a mistake, or an attempt at the telephone bill. */
export const MAX_TIMES_A_DAY = 24;

/** What is wrong with the times of day of a schedule. */
export function checkTimes(times: LocalTime[]): FieldError[] {
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

/** What is wrong with a time of day, and how it is written rightly; null when it is fine. */
export function timeProblem(time: string): string | null {
  if (LOCAL_TIME.test(time)) return null;
  const meant = timeTyped(time);
  if (meant !== null) return `Write ${quoted(time)} as "${meant}".`;
  const advice = endOfDayAdvice(time);
  if (advice !== null) return advice;
  return /^\d{1,2}[:.]\d{2}/.test(time)
    ? `${quoted(time)} does not exist: times of day go from "00:00" to "23:59".`
    : `${quoted(time)} is not a time of day; write hours and minutes like "07:00".`;
}

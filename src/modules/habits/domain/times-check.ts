import type { LocalTime } from '../../../kernel/local-time';
import { timeProblem } from '../../../kernel/local-time-check';
import type { FieldError } from '../../../kernel/problem';

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

import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import type { Goal } from './schedule';

/** Days of a goal that are judged together: a week from Monday to Sunday, or a calendar month. Both ends included. */
export interface Period {
  first: LocalDate;
  last: LocalDate;
}

export function periodOf(day: LocalDate, per: Goal['per']): Period {
  if (per === 'week') {
    const first = addDays(day, 1 - weekdayOf(day));
    return { first, last: addDays(first, 6) };
  }
  const month = Temporal.PlainYearMonth.from(day.slice(0, 7));
  return { first: `${month}-01`, last: month.toPlainDate({ day: month.daysInMonth }).toString() };
}

import { isLocalDate, LOCAL_DATE } from '../../../kernel/local-time';
import { dateTyped } from './typed';
import { quoted } from './wording';

/** What is wrong with a date, and how it is written rightly; null when it is fine. */
export function dateProblem(date: string): string | null {
  if (isLocalDate(date)) return null;
  const meant = dateTyped(date);
  if (meant !== null) return `Write ${quoted(date)} as "${meant}".`;
  return LOCAL_DATE.test(date)
    ? `${date} does not exist: that month has ${daysInMonthOf(date)} days.`
    : `${quoted(date)} is not a date; write year, month and day like "2026-03-29".`;
}

function daysInMonthOf(date: string): number {
  return Temporal.PlainYearMonth.from(date.slice(0, 7)).daysInMonth;
}

import { isLocalDate, isTimeZone, LOCAL_DATE, LOCAL_TIME, type LocalDate } from './local-time';
import { nearestZone } from './nearest-zone';
import { dateTyped, endOfDayAdvice, monthTyped, timeTyped, timeTypedUpTo } from './typed';
import { quoted } from './wording';

/** What is wrong with a date, and how it is written rightly; null when it is fine. */
export function dateProblem(date: string): string | null {
  if (isLocalDate(date)) return null;
  const meant = dateTyped(date);
  if (meant !== null) return `Write ${quoted(date)} as "${meant}".`;
  return LOCAL_DATE.test(date)
    ? beyondItsMonth(date)
    : `${quoted(date)} is not a date; write year, month and day like "2026-03-29".`;
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

/** The same where it may be no later than `latest`, of which "24:00" is the end of the day. */
export function timeUpToProblem(latest: string, time: string): string | null {
  const meant = timeTypedUpTo(latest, time);
  if (meant === time) return null;
  if (meant !== null) return `Write ${quoted(time)} as "${meant}".`;
  return endOfDayAdvice(time) ?? `Give ${timeUpTo(latest)}; this is ${quoted(time)}.`;
}

/** The form of such a time, in words. */
export function timeUpTo(latest: string): string {
  return `a time, HH:mm, from "00:00" to "${latest}"`;
}

/** What is wrong with a month, `YYYY-MM`, and how it is written rightly; null when it is fine. */
export function monthProblem(month: string): string | null {
  if (isLocalDate(`${month}-01`)) return null;
  const meant = monthTyped(month);
  if (meant !== null) return `Write ${quoted(month)} as "${meant}".`;
  const [, year] = /^(?!0000)(\d{4})-\d{1,2}$/.exec(month) ?? [];
  return year
    ? `${quoted(month)} does not exist: the months of ${year} go from "${year}-01" to "${year}-12".`
    : `${quoted(month)} is not a month; write year and month like "2026-01".`;
}

/** What is wrong with a moment, and how it is written rightly; null when it is fine. */
export function instantProblem(text: string): string | null {
  if (isInstant(text)) return null;
  const date = text.slice(0, DATE_LENGTH);
  const isBeyond = INSTANT.test(text) && LOCAL_DATE.test(date) && !isLocalDate(date);
  const rest = text.slice(DATE_LENGTH);
  return isBeyond && isInstant(`${lastOfItsMonth(date)}${rest}`)
    ? beyondItsMonth(date, rest)
    : `${quoted(text)} is not a moment; write it with its zone, such as "2026-03-29T07:00:00Z".`;
}

/** What is wrong with the name of a zone, and which was probably meant; null when it is fine. */
export function zoneProblem(name: string): string | null {
  if (isTimeZone(name)) return null;
  const nearest = nearestZone(name);
  const help = nearest ? `did you mean "${nearest}"?` : 'give an IANA name like "Europe/Berlin".';
  return `There is no time zone ${quoted(name)}; ${help}`;
}

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Four digits of a year and no more: what lies further away no database keeps and nobody means. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Not as `Date` has it, for which the 30th of February is the 2nd of March. */
function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** `rest` is what else was written after the date. */
function beyondItsMonth(date: string, rest = ''): string {
  const last = lastOfItsMonth(date);
  return `${date} does not exist: that month has ${last.slice(-2)} days, and the last is "${last}${rest}".`;
}

function lastOfItsMonth(date: string): LocalDate {
  const month = date.slice(0, 'YYYY-MM'.length);
  return `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}`;
}

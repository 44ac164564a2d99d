import {
  EARLIEST_DATE,
  isLocalDate,
  LOCAL_DATE,
  LOCAL_TIME,
  type LocalDate,
  type LocalTime,
} from '../../../kernel/local-time';
import { timeTyped } from '../../../kernel/typed';
import { quoted } from './text';

const YEAR_FIRST = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const YEAR_LAST = /^(?<one>\d{1,2})(?<separator>[-/.])(?<other>\d{1,2})\k<separator>(?<year>\d{4})$/;
const CLOCK = /^(?<hour>\d{1,2}):(?<minute>\d{2})(:00)?$/;

/** A text that begins with the year is a date beyond doubt, also without its zeros; every other is left as it is. */
export function dateIn(text: string): string {
  const { year, month, day } = YEAR_FIRST.exec(text)?.groups ?? {};
  return year ? written(year, month!, day!) : text;
}

/** A time of day beyond doubt, also without its zero or as a spreadsheet saves it; every other text is left as it is. */
export function timeIn(text: string): string {
  const { hour, minute } = CLOCK.exec(text)?.groups ?? {};
  return hour ? `${hour.padStart(2, '0')}:${minute}` : text;
}

/** What is wrong with the date of a past day; null when nothing is. */
export function dateFault(text: string, today: LocalDate): string | null {
  if (!LOCAL_DATE.test(text))
    return `${quoted(text)} is not a date: write ${likelyDate(text) ?? 'it like 2026-03-29'}.`;
  if (!isLocalDate(text)) return `${text} does not exist.`;
  if (text > today) return `${text} lies in the future.`;
  return text < EARLIEST_DATE ? `${text} lies before ${EARLIEST_DATE}.` : null;
}

/** What is wrong with a time of day; null when nothing is. */
export function timeFault(text: string): string | null {
  if (LOCAL_TIME.test(text)) return null;
  return `${quoted(text)} is not a time of day: write ${likelyTime(text) ?? 'it like 07:00'}.`;
}

/** Dots have the day first; of slashes and dashes nobody knows, unless only one reading is a date. */
function likelyDate(text: string): LocalDate | null {
  const { one, separator, other, year } = YEAR_LAST.exec(text)?.groups ?? {};
  const dayFirst = year ? written(year, other!, one!) : dateIn(text);
  const monthFirst = year && separator !== '.' ? written(year, one!, other!) : dayFirst;
  const dates = new Set([dayFirst, monthFirst].filter(isLocalDate));
  return dates.size === 1 ? [...dates][0]! : null;
}

/** Seconds are left out. */
function likelyTime(text: string): LocalTime | null {
  return timeTyped(text.replaceAll(/\s+/g, ' ').replace(/^(\d{1,2}[:.h]\d{2}):\d{2}/, '$1'));
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

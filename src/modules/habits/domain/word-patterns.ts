import { addDays, isLocalDate, type LocalDate } from '../../../kernel/local-time';
import { WEEKDAYS, type Weekday } from './recurrence';

/** Patterns of the smallest things people type, in lower case; `PHRASES` puts them together. They capture nothing, but for `OF_MONTHS`. */
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:ur(?:day)?)?|sun(?:day)?)s?';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const NUMBER = `(?:\\d{1,3}|${NUMBERS.join('|')})`;
export const SAID_HOUR = `(?:\\d{1,2}|${NUMBERS.join('|')})`;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
export const PLAIN_ORDINAL = `(?:\\d{1,2} ?(?:st|nd|rd|th)|${ORDINALS.join('|')})`;
export const ORDINAL = `(?:${PLAIN_ORDINAL}(?:(?:[ -]to)?[ -]last)?|last)`;
export const UNIT = '(?:day|week|month|year)';
const DAY_NUMBER = '\\d{1,2}(?: ?(?:st|nd|rd|th))?';
const NO_HOUR = `(?! ?(?:x|times?|st|nd|rd|th|${UNIT}s?|${MONTH})\\b)(?![-/:]|\\.\\d)`;
const HALF_OF_THE_DAY = '(?: ?[ap]m| in the (?:morning|afternoon|evening)| at night)';
const SPOKEN_TIME = `(?:half[ -]past|(?:a )?quarter[ -](?:past|to)) ${SAID_HOUR}(?:${HALF_OF_THE_DAY}|${NO_HOUR})`;
/** A time wherever it stands; "7" and "7.30" are one after "at" alone. */
export const CLEAR_TIME = `(?:${SPOKEN_TIME}|\\d{1,2}:\\d\\d${HALF_OF_THE_DAY}?|\\d{1,2}(?:\\.\\d\\d)?${HALF_OF_THE_DAY}|(?:12 )?(?:noon|midday|midnight))`;
/** A time that nothing but a clock shows; where its half of the day is said, that too. */
export const CLOCK_TIME = `\\d{1,2}:\\d\\d(?:${HALF_OF_THE_DAY}|(?!${HALF_OF_THE_DAY}))`;
const TIME_WITH_MINUTES = `${CLEAR_TIME}|\\d{1,2}[.h]\\d\\d`;
const HOUR = `\\d{1,2}${NO_HOUR}`;
export const TIME = `(?:${TIME_WITH_MINUTES}|${HOUR})`;
const MORE_DAYS = ` , (?:the )?(?:${ORDINAL}|${DAY_NUMBER}(?: , ${DAY_NUMBER})* (?:of )?${MONTH})`;
/** "At 9, 1 and 2 December": the 1 is a day. */
export const TIMES = `${TIME}(?: , (?:at )?(?:${TIME_WITH_MINUTES}|${HOUR}(?!${MORE_DAYS})))*`;
export const DAYS_OF_A_MONTH = `${DAY_NUMBER}(?: , (?:the )?${DAY_NUMBER})*(?: of)? ${MONTH}|${MONTH} (?:the )?${DAY_NUMBER}(?: , (?:the )?${DAY_NUMBER})*`;
const YEAR = '(?: ,)? \\d{4}(?![-\\d])';
const ONE_DAY = `(?:${DAY_NUMBER}(?: of)? ${MONTH}|${MONTH} (?:the )?${DAY_NUMBER})`;
/** A date that leaves no doubt of its year. */
export const FULL_DATE = `(?:\\d{4}-\\d{1,2}-\\d{1,2}|${ONE_DAY}${YEAR}|today|tomorrow)`;
export const ANY_DATE = `(?:${FULL_DATE}|${ONE_DAY})`;

/** The months that the days before them are of: "in January", "of March and July"; not the beginning of a date. */
export const OF_MONTHS = ` (?:of|in) (?:every |each )?(?<months>${MONTH}(?: , ${MONTH})*)(?! (?:${DAY_NUMBER}|\\d{4})(?: |$))`;

/** A list as `plainly` leaves it: "a , b , c". */
export function listOf(item: string): string {
  return `${item}(?: , ${item})*`;
}

export function allIn(pattern: string, text: string): string[] {
  return text.match(new RegExp(`\\b(?:${pattern})(?!\\w)`, 'g')) ?? [];
}

export function weekdayIn(text: string): Weekday {
  return WEEKDAYS.find((weekday) => weekday.toLowerCase() === text.slice(0, 2))!;
}

export function numberIn(text: string): number {
  return Number.isNaN(Number(text)) ? NUMBERS.indexOf(text) + 1 : Number(text);
}

/** The word that `ordinalIn` reads as this. */
export function ordinalName(position: number): string {
  return ORDINALS[position - 1]!;
}

/** -1 for "last", -2 for "2nd to last" and "second last". */
export function ordinalIn(text: string): number {
  if (text === 'last') return -1;
  const position = /^\d/.test(text) ? Number.parseInt(text, 10) : ORDINALS.indexOf(text.split(/[ -]/)[0]!) + 1;
  return text.endsWith('last') ? -position : position;
}

/** In the order of the year, each once. */
export function monthsIn(text: string): number[] {
  const months = allIn(MONTH, text).map((name) => MONTHS.indexOf(name.slice(0, 3)) + 1);
  return [...new Set(months)].sort((one, other) => one - other);
}

/** A month and days of it, as in "24 and 25 December". */
export function daysOfAMonthIn(text: string): { month: number; days: number[] } {
  const month = monthsIn(text)[0]!;
  return { month, days: [...text.matchAll(/\d+/g)].map(Number) };
}

/** Null when there is no such date. Without a year it is the next one, today's included. */
export function dateIn(text: string, today: LocalDate): LocalDate | null {
  if (text === 'today') return today;
  if (text === 'tomorrow') return addDays(today, 1);
  if (/^\d{4}-/.test(text)) return existing(text.split('-').map(Number));
  const [year] = /\d{4}/.exec(text) ?? [];
  const { month, days } = daysOfAMonthIn(text.replace(/\d{4}/, ''));
  return year === undefined ? nextDate(month, days[0]!, today) : existing([Number(year), month, days[0]!]);
}

/** Leap days are eight years apart at most. */
export function nextDate(month: number, day: number, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4));
  const dates = Array.from({ length: 9 }, (_, later) => existing([thisYear + later, month, day]));
  return dates.find((date) => date !== null && date >= today) ?? null;
}

function existing([year, month, day]: number[]): LocalDate | null {
  const date = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return isLocalDate(date) ? date : null;
}

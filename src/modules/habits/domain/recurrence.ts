import { isLocalDate, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import { inWords, quoted } from '../../../kernel/wording';
import { dateOf, dayNumber, LAST_DAY } from './day-number';
import type { WallNumber } from './zone-clock';

/** What RFC 5545 offers for days. Hours, minutes and seconds are left out: the times of a habit are its schedule's. */
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Monday first, as `weekdayOf` counts. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Mon to Fri, of 31 days that begin with one. */
export const MOST_WEEKDAYS_OF_A_MONTH = 23;

/** "MO" has no `nth`, "2MO" and "-1MO" are the second and the last Monday of the month or year. */
export interface RuleDay {
  weekday: Weekday;
  nth: number | null;
}

/** The last moment there may be, where UNTIL names a time: an instant, or what the wall of the schedule's zone shows. */
export type UntilTime = { instant: number; wall: null } | { instant: null; wall: WallNumber };

/** An RFC 5545 recurrence rule, read. Empty lists stand for parts that were not given; what is listed twice is there once. */
export interface Recurrence {
  frequency: Frequency;
  interval: number;
  /** How many dates in all; several times a day are one date. */
  count: number | null;
  /** The last date there may be; where UNTIL is an instant, in whichever zone. */
  until: LocalDate | null;
  /** Ends the last dates more exactly; null: all of the last date counts. */
  untilTime: UntilTime | null;
  byDay: RuleDay[];
  byMonth: number[];
  byMonthDay: number[];
  byYearDay: number[];
  byWeekNo: number[];
  bySetPos: number[];
  weekStart: Weekday;
}

/** The rule as parts, and what is wrong with it; the parts mean something only when nothing is wrong. */
interface RecurrenceReading {
  recurrence: Recurrence;
  problems: string[];
}

export function readRecurrence(text: string): RecurrenceReading {
  const recurrence = emptyRecurrence();
  const parts = text.split(';').map((part) => splitOnce(part, '='));
  const problems = parts.map(([name, value]) => readPart(name, value, recurrence)).filter((said) => said !== null);
  const names = parts.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) problems.push(`${quoted(twice)} is given twice; once is enough.`);
  if (!names.includes('FREQ')) problems.push('FREQ is missing: begin with "FREQ=DAILY", for example.');
  return { recurrence, problems };
}

/** The parts of a rule that has been checked before; a stored one that cannot be read is a defect, hence the throw. */
export function recurrenceOf(text: string): Recurrence {
  const { recurrence, problems } = readRecurrence(text);
  if (problems.length > 0) throw new Error(`Unreadable recurrence ${quoted(text)}: ${problems.join(' ')}`);
  return recurrence;
}

/** The days a rule leaves unsaid are those of its start: "FREQ=WEEKLY" from a Tuesday is "Tue". */
export function withDaysOfStart(rule: Recurrence, start: LocalDate): Recurrence {
  if (rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length > 0) return rule;
  const weekday = WEEKDAYS[weekdayOf(start) - 1]!;
  if (rule.frequency === 'WEEKLY' || rule.byWeekNo.length > 0) return { ...rule, byDay: [{ weekday, nth: null }] };
  if (rule.frequency === 'DAILY') return rule;
  const [, month, day] = start.split('-').map(Number) as [number, number, number];
  const byMonth = rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? [month] : rule.byMonth;
  return { ...rule, byMonth, byMonthDay: [day] };
}

/**
 * Whether another first day of the week makes other dates of it: where only some weeks are taken, or weeks are numbered, or
 * days of a week are. Of one weekday, every so many weeks, the week that holds the start may begin after that day.
 * @param rule with nothing left to its start, as `withDaysOfStart` makes it
 */
export function dependsOnWeekStart(rule: Recurrence, start: LocalDate): boolean {
  const { frequency, interval, byDay, byWeekNo, bySetPos } = rule;
  if (byWeekNo.length > 0) return true;
  if (frequency !== 'WEEKLY') return false;
  const isOnlyThatOfStart = byDay.every(({ weekday }) => weekday === WEEKDAYS[weekdayOf(start) - 1]);
  return bySetPos.length > 0 || (interval > 1 && !isOnlyThatOfStart);
}

type NumberList = 'byMonth' | 'byMonthDay' | 'byYearDay' | 'byWeekNo' | 'bySetPos';

/** Takes one value into the recurrence, or says what would have been right. */
type PartReader = (value: string, recurrence: Recurrence) => string | null;

const PART_READERS = new Map<string, PartReader>([
  ['FREQ', readFrequency],
  ['INTERVAL', readWhole('INTERVAL', 'interval')],
  ['COUNT', readWhole('COUNT', 'count')],
  ['UNTIL', readUntil],
  ['BYDAY', readDays],
  ['BYMONTH', readNumbers('BYMONTH', 'byMonth', { upTo: 12, fromTheEnd: false })],
  ['BYMONTHDAY', readNumbers('BYMONTHDAY', 'byMonthDay', { upTo: 31, fromTheEnd: true })],
  ['BYYEARDAY', readNumbers('BYYEARDAY', 'byYearDay', { upTo: 366, fromTheEnd: true })],
  ['BYWEEKNO', readNumbers('BYWEEKNO', 'byWeekNo', { upTo: 53, fromTheEnd: true })],
  ['BYSETPOS', readNumbers('BYSETPOS', 'bySetPos', { upTo: 366, fromTheEnd: true })],
  ['WKST', readWeekStart],
  ['BYHOUR', () => 'BYHOUR does not belong here: the times of day go in "times".'],
  ['BYMINUTE', () => 'BYMINUTE does not belong here: the times of day go in "times".'],
  ['BYSECOND', () => 'BYSECOND does not belong here: a habit rings on the full minute, at its "times".'],
  ['DTSTART', () => 'DTSTART does not belong here: the first day is "schedule.startDate".'],
]);

function emptyRecurrence(): Recurrence {
  return {
    frequency: 'DAILY',
    interval: 1,
    count: null,
    until: null,
    untilTime: null,
    byDay: [],
    byMonth: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    bySetPos: [],
    weekStart: 'MO',
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function readPart(name: string, value: string, recurrence: Recurrence): string | null {
  const read = PART_READERS.get(name);
  if (read) return read(value, recurrence);
  return `${quoted(name)} is not a part of a recurrence; "FREQ=WEEKLY;BYDAY=MO,WE" shows the form.`;
}

function readFrequency(value: string, recurrence: Recurrence): string | null {
  const frequency = FREQUENCIES.find((known) => known === value);
  if (!frequency) {
    return `FREQ is ${inWords(FREQUENCIES, 'or')}, not ${quoted(value)}; several times a day go in "times".`;
  }
  recurrence.frequency = frequency;
  return null;
}

function readWhole(name: string, field: 'interval' | 'count'): PartReader {
  return (value, recurrence) => {
    if (!/^\d{1,9}$/.test(value) || Number(value) === 0) {
      return `${name} is a whole number from 1 to 999999999, not ${quoted(value)}.`;
    }
    recurrence[field] = Number(value);
    return null;
  };
}

function readUntil(value: string, recurrence: Recurrence): string | null {
  const [, year, month, day, time, utc] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})(Z?))?$/.exec(value) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date)) return `UNTIL is a date that exists, written like 20261231, not ${quoted(value)}.`;
  recurrence.until = utc ? dateOf(Math.min(dayNumber(date) + 1, LAST_DAY)) : date;
  if (time === undefined) return null;
  const shown = Date.parse(`${date}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  if (Number.isNaN(shown) || time >= '24') {
    return `UNTIL has a time that exists, written like 20261231T235959Z, not ${quoted(value)}.`;
  }
  recurrence.untilTime = utc ? { instant: shown, wall: null } : { instant: null, wall: shown };
  return null;
}

function readDays(value: string, recurrence: Recurrence): string | null {
  for (const item of value.split(',')) {
    const [, nth, weekday] = /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item) ?? [];
    if (!weekday || Math.abs(Number(nth ?? 0)) > 53) {
      return `BYDAY lists weekdays (${inWords(WEEKDAYS)}), or such as 2MO and -1FR; ${quoted(item)} is none.`;
    }
    const day: RuleDay = { weekday: weekday as Weekday, nth: nth === undefined ? null : Number(nth) };
    const isKnown = recurrence.byDay.some((known) => known.weekday === day.weekday && known.nth === day.nth);
    if (!isKnown) recurrence.byDay.push(day);
  }
  return null;
}

function readNumbers(name: string, field: NumberList, range: { upTo: number; fromTheEnd: boolean }): PartReader {
  const expected = `numbers from 1 to ${range.upTo}${range.fromTheEnd ? `, or -1 to -${range.upTo} from the end` : ''}`;
  return (value, recurrence) => {
    for (const item of value.split(',')) {
      const number = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : 0;
      const isInRange = Math.abs(number) <= range.upTo && (range.fromTheEnd || number > 0);
      if (number === 0 || !isInRange) return `${name} lists ${expected}; ${quoted(item)} is none of them.`;
      if (!recurrence[field].includes(number)) recurrence[field].push(number);
    }
    return null;
  };
}

function readWeekStart(value: string, recurrence: Recurrence): string | null {
  const weekday = WEEKDAYS.find((known) => known === value);
  if (!weekday) return `WKST is the weekday a week begins with, ${inWords(WEEKDAYS, 'or')}, not ${quoted(value)}.`;
  recurrence.weekStart = weekday;
  return null;
}

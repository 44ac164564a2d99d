import { type RuleDay, WEEKDAYS, type Weekday } from './recurrence';
import { numberOfMonth } from './typed';

/** What words say of dates: a rule, nothing at all (null), a word nobody knows, or a contradiction. */
export interface WordsOfDates {
  rule: string | null;
  unknown: string | null;
  problem: string | null;
}

/**
 * Reads the days on which something comes again: "mon, wed and fri", "every 2 weeks on sat", "the 1st and last day of
 * every month", "last fri of the month", "every year on 24 december".
 * @param words in small letters
 */
export function datesFromWords(words: string): WordsOfDates {
  const read = readTokens(words.match(TOKEN) ?? []);
  if (read.unknown !== null) return { rule: null, unknown: read.unknown, problem: null };
  const rule = ruleOf(read);
  return typeof rule === 'string' || rule === null
    ? { rule, unknown: null, problem: null }
    : { rule: null, unknown: null, problem: rule.problem };
}

type Unit = 'day' | 'week' | 'month' | 'year';

interface Reading {
  interval: number;
  unit: Unit | null;
  /** Plain weekdays, and those with a place in the month. */
  days: RuleDay[];
  monthDays: number[];
  months: number[];
  /** Places that no weekday or "day" has followed yet: "1st and 3rd" of "1st and 3rd Mon". */
  places: number[];
  unknown: string | null;
}

const TOKEN = /\d+(?:st|nd|rd|th)? to last|[^\s,]+/g;

/** Words that join others and say nothing. */
const FILLERS = /^(?:and|&|on|the|of|a|each|every|in|at|once|twice)$/;

function readTokens(tokens: string[]): Reading {
  const reading: Reading = { interval: 1, unit: null, days: [], monthDays: [], months: [], places: [], unknown: null };
  for (let at = 0; at < tokens.length && reading.unknown === null; at += 1) {
    at += readToken(reading, tokens, at);
  }
  settlePlaces(reading);
  return reading;
}

/** Reads the token at this place; says how many more than it were read. */
function readToken(reading: Reading, tokens: string[], at: number): number {
  const [token, next = '', nextButOne = ''] = tokens.slice(at) as [string, string?, string?];
  if (/^(?:every|each)$/.test(token)) return readEvery(reading, next, nextButOne);
  const group = GROUPS.get(token);
  const place = placeOf(token);
  const weekday = weekdayOf(token);
  if (group) takeGroup(reading, group);
  else if (place !== null) reading.places.push(place);
  else if (weekday !== null) takeWeekday(reading, weekday);
  else if (monthOf(token) !== null) takeMonth(reading, monthOf(token)!);
  else if (isUnit(token)) takeUnit(reading, unitOf(token));
  else if (/^\d+$/.test(token)) takeNumber(reading, Number(token), next, token);
  else if (!FILLERS.test(token)) reading.unknown = token;
  return 0;
}

/** "every", "every 2 weeks", "every other Friday", "every 3rd day", and "every day" or "every Friday" themselves. */
function readEvery(reading: Reading, next: string, nextButOne: string): number {
  const number = next === 'other' || next === 'second' ? 2 : Number(/^(\d+)(?:st|nd|rd|th)?$/.exec(next)?.[1]);
  if (isUnit(next)) {
    takeUnit(reading, unitOf(next));
    return 1;
  }
  if (!(number > 0)) return 0;
  if (isUnit(nextButOne)) {
    reading.interval = number;
    reading.unit = unitOf(nextButOne);
    return 2;
  }
  if (next !== 'other' || weekdayOf(nextButOne) === null) return 0;
  reading.interval = number;
  reading.unit = 'week';
  return 1;
}

interface Group {
  unit: Unit;
  days: readonly Weekday[];
}

const WORKDAYS = WEEKDAYS.slice(0, 5);
const WEEKEND = WEEKDAYS.slice(5);

const GROUPS = new Map<string, Group>([
  ['daily', { unit: 'day', days: [] }],
  ['weekly', { unit: 'week', days: [] }],
  ['monthly', { unit: 'month', days: [] }],
  ['yearly', { unit: 'year', days: [] }],
  ['annually', { unit: 'year', days: [] }],
  ['weekday', { unit: 'week', days: WORKDAYS }],
  ['weekdays', { unit: 'week', days: WORKDAYS }],
  ['workdays', { unit: 'week', days: WORKDAYS }],
  ['weekend', { unit: 'week', days: WEEKEND }],
  ['weekends', { unit: 'week', days: WEEKEND }],
]);

function takeGroup(reading: Reading, { unit, days }: Group): void {
  reading.unit ??= unit;
  reading.days.push(...days.map((weekday) => ({ weekday, nth: null })));
}

/** "1st", "last", "2nd to last" and "first" to "fifth". */
function placeOf(token: string): number | null {
  if (token === 'last') return -1;
  const [, digits, fromTheEnd] = /^(\d{1,2})(?:st|nd|rd|th)?( to last)?$/.exec(token) ?? [];
  if (digits !== undefined && fromTheEnd) return -Number(digits);
  if (digits !== undefined && /[a-z]/.test(token)) return Number(digits);
  const word = ['first', 'second', 'third', 'fourth', 'fifth'].indexOf(token);
  return word < 0 ? null : word + 1;
}

/** "mon", "monday" and "mondays". */
function weekdayOf(token: string): Weekday | null {
  return /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/.test(token)
    ? WEEKDAYS.find((weekday) => weekday.toLowerCase() === token.slice(0, 2))!
    : null;
}

function takeWeekday(reading: Reading, weekday: Weekday): void {
  const places = reading.places.length > 0 ? reading.places.splice(0) : [null];
  reading.days.push(...places.map((nth) => ({ weekday, nth })));
}

function monthOf(token: string): number | null {
  const month = numberOfMonth(token);
  return month === token ? null : Number(month);
}

function takeMonth(reading: Reading, month: number): void {
  reading.months.push(month);
  settlePlaces(reading);
}

function isUnit(token: string): boolean {
  return /^(?:day|week|month|year)s?$/.test(token);
}

function unitOf(token: string): Unit {
  return token.replace(/s$/, '') as Unit;
}

/** The "day" of "last day of the month" is no unit of its own. */
function takeUnit(reading: Reading, unit: Unit): void {
  if (unit === 'day' && reading.places.length > 0) settlePlaces(reading);
  else reading.unit ??= unit;
}

/** "24" of "24 December" and "December 24". */
function takeNumber(reading: Reading, number: number, next: string, token: string): void {
  const isOfMonth = monthOf(next) !== null || /^(?:and|&)$/.test(next) || reading.months.length > 0;
  if (isOfMonth && number >= 1 && number <= 31) reading.monthDays.push(number);
  else reading.unknown = token;
}

/** Places with no weekday behind them are days of the month. */
function settlePlaces(reading: Reading): void {
  reading.monthDays.push(...reading.places.splice(0));
}

const FREQUENCY: Record<Unit, string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

function ruleOf(reading: Reading): string | null | { problem: string } {
  const { days, monthDays, months, interval } = reading;
  const unit = unitMeant(reading);
  if (unit === null) return null;
  const isOfMonth = monthDays.length > 0 || days.some(({ nth }) => nth !== null);
  if (isOfMonth && (unit === 'day' || unit === 'week')) {
    return { problem: 'A day of the month comes every month or every so many, not every week.' };
  }
  if (days.length > 0 && monthDays.length > 0) return { problem: 'Say either weekdays or days of the month.' };
  if (months.length > 0 && unit !== 'year') return { problem: 'A date with its month comes every year.' };
  const isEveryDay = unit === 'week' && interval === 1 && new Set(days.map(({ weekday }) => weekday)).size === 7;
  if (isEveryDay) return 'FREQ=DAILY';
  return [
    `FREQ=${FREQUENCY[unit]}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...listed('BYMONTH', ascending(months)),
    ...listed('BYMONTHDAY', ascending(monthDays)),
    ...listed('BYDAY', inOrder(days)),
  ].join(';');
}

/** A date of a month comes every year, a day of the month every month, a weekday every week, if nothing else is said. */
function unitMeant({ unit, days, monthDays, months }: Reading): Unit | null {
  if (months.length > 0) return 'year';
  if (monthDays.length > 0 || days.some(({ nth }) => nth !== null)) return unit ?? 'month';
  if (days.length > 0) return unit === null || unit === 'day' ? 'week' : unit;
  return unit;
}

function listed(name: string, items: (string | number)[]): string[] {
  return items.length === 0 ? [] : [`${name}=${items.join(',')}`];
}

/** From the start and then from the end, as they are told. */
function ascending(numbers: number[]): number[] {
  const key = (number: number) => (number < 0 ? 1000 + number : number);
  return [...new Set(numbers)].sort((one, other) => key(one) - key(other));
}

function inOrder(days: RuleDay[]): string[] {
  const byWeekday = days.toSorted((one, other) => WEEKDAYS.indexOf(one.weekday) - WEEKDAYS.indexOf(other.weekday));
  return [...new Set(byWeekday.map(({ nth, weekday }) => `${nth ?? ''}${weekday}`))];
}

import type { LocalDate, LocalTime } from '../../../kernel/local-time';
import { byEnds, inWords, quoted, weekdayName } from '../../../kernel/wording';
import { EITHER_MIDNIGHT, type Every, type Heard } from './heard';
import { dependsOnWeekStart, recurrenceOf, WEEKDAYS } from './recurrence';
import { rhythmProblem } from './rhythms';
import type { Exception, Schedule } from './schedule';
import { scheduleText } from './schedule-text';
import { nextDate, ordinalName } from './word-patterns';

/** The one schedule that all that was heard makes together; a sentence when it makes none, or could make several. */
export function scheduleHeard(said: Heard, today: LocalDate): Schedule | string {
  const heard = withTimeOfUntil(said);
  const { goal, timeZone } = heard;
  const times = heard.times.toSorted();
  const problem = timesProblem(heard) ?? endProblem(heard) ?? daysProblem(heard) ?? nthOfEach(heard, today);
  if (problem !== null) return problem;
  const dates = isOnce(heard) ? onceOnly(heard, today) : repeatedly(heard, today);
  if (typeof dates === 'string') return dates;
  if (heard.isAtMidnight && dates.recurrence !== 'FREQ=DAILY') return EITHER_MIDNIGHT;
  const exceptions = heard.changes.flatMap((change) => exceptionsOf(change, times));
  return { ...dates, times, timeZone, goal, exceptions };
}

/** "Daily until 2026-12-31 07:00" has no other time to ring at. */
function withTimeOfUntil(heard: Heard): Heard {
  const { times, until, untilTime } = heard;
  if (times.length > 0 || until !== null || untilTime === null || untilTime.isUtc) return heard;
  return { ...heard, times: [untilTime.time], until: untilTime.date, untilTime: null };
}

type Dates = Pick<Schedule, 'startDate' | 'endDate' | 'recurrence'>;

function timesProblem({ times, count, changes }: Heard): string | null {
  if (times.length === 0) return 'It has no time of day: add one, like "at 07:00".';
  if (times.length === 1) return null;
  if (count?.of === 'times') return `With several times a day, say "on ${count.dates} days".`;
  const isUnclear = changes.some(({ localTime, movedTo }) => movedTo !== null && localTime === null);
  return isUnclear ? 'With several times a day, say which one is moved: "instead of 07:00".' : null;
}

/** A date and a moment of UTC may both be the end: which of them is the earlier, the zone decides. */
function endProblem({ until, untilTime }: Heard): string | null {
  const isOneTooMany = until !== null && untilTime !== null && !untilTime.isUtc;
  return isOneTooMany ? 'There are two last days in it; one schedule has one.' : null;
}

function daysProblem(heard: Heard): string | null {
  const { date, daysOfYear, monthDays, nthWeekdays, positionsInWeekdays, weekdays } = heard;
  const lists = [monthDays, nthWeekdays, positionsInWeekdays, weekdays];
  const named = [date, daysOfYear, ...lists.map(([first]) => first)].filter((day) => day !== null);
  if (named.filter((day) => day !== undefined).length > 1) {
    return 'It names its days in two ways: choose one, or make two habits of it.';
  }
  const days = daysOfTheMonth(heard);
  if (days > 0) return monthProblem(heard, days);
  return heard.isOfTheMonth ? 'Say which day of the month: "on the 1st of every month".' : null;
}

function daysOfTheMonth({ monthDays, nthWeekdays, positionsInWeekdays }: Heard): number {
  return monthDays.length + nthWeekdays.length + positionsInWeekdays.length;
}

/** One day without its month may be of the coming month alone; several can only be of every month. */
function monthProblem({ isOfTheMonth, every, months, everyNth, times }: Heard, days: number): string | null {
  if (months !== null) return isOfTheMonth ? 'It is of every month, and of certain months: say one of them.' : null;
  if (isOfTheMonth || every?.unit === 'month') return null;
  if (everyNth !== null) return eitherNth(everyNth, times);
  return days > 1 ? null : 'Say which month the day is of: "of every month", or its name.';
}

function eitherNth({ said, nth, weekdays }: NonNullable<Heard['everyNth']>, times: LocalTime[]): string {
  const names = weekdays.map((weekday) => weekdayName(WEEKDAYS.indexOf(weekday)));
  const nthNames = inWords(names.map((name) => `the ${ordinalName(nth)} ${name}`));
  const at = `at ${inWords(times.toSorted())}`;
  const ways = [`${nthNames} of every month ${at}`, `every ${nth} weeks on ${inWords(names)} ${at}`];
  return `Is ${quoted(said)} one of every month, or one of every ${nth} weeks? Say "${ways.join('" or "')}".`;
}

function nthOfEach(heard: Heard, today: LocalDate): string | null {
  if (heard.nthOfSeveral === null) return null;
  const way = inOtherWords({ ...heard, nthOfSeveral: null }, today);
  if ('problem' in way) return way.problem;
  return `Is each day of ${quoted(heard.nthOfSeveral)} counted? Then say ${way.said}; if not, make two habits of it.`;
}

function isOnce(heard: Heard): boolean {
  return heard.isOnce || heard.date !== null;
}

function onceOnly(heard: Heard, today: LocalDate): Dates | string {
  const { every, goal, count, from, until, untilTime, notOn, daysOfYear } = heard;
  if (every || goal || count || from || until || untilTime || notOn.length > 0) {
    return 'It is once, on one date, and repeated as well: say one of them.';
  }
  const isOneDay = daysOfYear?.days.length === 1;
  const startDate = heard.date ?? (isOneDay ? nextDate(daysOfYear.month, daysOfYear.days[0]!, today) : null);
  if (startDate === null) return 'What is due once needs its date: "once on 2026-12-24 at 18:00".';
  return { startDate, endDate: null, recurrence: null };
}

function repeatedly(said: Heard, today: LocalDate): Dates | string {
  const heard = withoutDaysOff(said);
  const rule = typeof heard === 'string' ? heard : ruleOf(heard);
  if (typeof rule === 'string') return rule;
  const { every, count, from, until, untilTime } = heard as Heard;
  if (every && every.unit !== rule.unit) {
    return `It is every ${every.unit}, and its days are of a ${rule.unit}: say one of them.`;
  }
  const problem = rhythmProblem(said, rule.unit, (one) => inOtherWords(one, today));
  if (problem !== null) return problem;
  const interval = every && every.interval > 1 ? [`INTERVAL=${every.interval}`] : [];
  const { unit, parts: days } = interval.length === 0 ? plainly(rule) : rule;
  const parts = [
    `FREQ=${FREQUENCIES[unit]}`,
    ...interval,
    ...days,
    ...(count ? [`COUNT=${count.dates}`] : []),
    ...(untilTime ? [untilPart(untilTime)] : []),
  ];
  return {
    startDate: from ?? today,
    endDate: until,
    recurrence: withWeekStart(parts.join(';'), heard as Heard, from ?? today),
  };
}

/** Weeks begin on Monday; another first day is kept where it makes other dates. */
function withWeekStart(recurrence: string, { weekStart }: Heard, start: LocalDate): string {
  const isUsual = weekStart === null || weekStart === 'MO' || !dependsOnWeekStart(recurrenceOf(recurrence), start);
  return isUsual ? recurrence : `${recurrence};WKST=${weekStart}`;
}

function untilPart({ date, time, isUtc }: NonNullable<Heard['untilTime']>): string {
  return `UNTIL=${date.replaceAll('-', '')}T${time.replace(':', '')}00${isUtc ? 'Z' : ''}`;
}

/** One of the schedules that the words may mean; single changes are left out, as they are of one of them. */
function inOtherWords(heard: Heard, today: LocalDate): { said: string } | { problem: string } {
  const schedule = scheduleHeard({ ...heard, changes: [] }, today);
  if (typeof schedule === 'string') return { problem: schedule };
  const words = scheduleText(schedule).replace(/^(?:Every|On)\b/, (word) => word.toLowerCase());
  return { said: `"${words}${heard.from === null ? '' : `, from ${heard.from}`}"` };
}

/** "Every day except Sun" is Mon to Sat. */
function withoutDaysOff(heard: Heard): Heard | string {
  if (heard.notOn.length === 0) return heard;
  const isAnyDay = isEveryDay(heard) && heard.daysOfYear === null && daysOfTheMonth(heard) === 0;
  const days = heard.weekdays.length === 0 && isAnyDay ? WEEKDAYS : heard.weekdays;
  const weekdays = days.filter((day) => !heard.notOn.includes(day));
  if (weekdays.length === 0) return 'Days of the week can be left out of "every day" and of other days of the week.';
  return { ...heard, weekdays, every: isAnyDay ? null : heard.every };
}

const FREQUENCIES: Record<Every['unit'], string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

interface Rule {
  unit: Every['unit'];
  parts: string[];
}

/** What of a recurrence the named days are, and the unit that they repeat in. */
function ruleOf(heard: Heard): Rule | string {
  const { daysOfYear, monthDays, nthWeekdays, positionsInWeekdays, weekdays } = heard;
  if (weekdays.length > 0) {
    return ofMonths(heard, `BYDAY=${WEEKDAYS.filter((day) => weekdays.includes(day))}`, 'week');
  }
  if (monthDays.length > 0) {
    return ofMonths(heard, `BYMONTHDAY=${inOrder(monthDays)}`);
  }
  if (positionsInWeekdays.length > 0) {
    return { unit: 'month', parts: ['BYDAY=MO,TU,WE,TH,FR', `BYSETPOS=${inOrder(positionsInWeekdays)}`] };
  }
  if (nthWeekdays.length > 0) {
    return ofMonths(heard, `BYDAY=${nthWeekdays.map(({ weekday, nth }) => `${nth}${weekday}`)}`);
  }
  if (daysOfYear) return { unit: 'year', parts: [`BYMONTH=${daysOfYear.month}`, `BYMONTHDAY=${daysOfYear.days}`] };
  return isEveryDay(heard) || heard.every?.unit === 'day' ? { unit: 'day', parts: [] } : 'Say on which days it is due.';
}

/** Each day of every week is every day. */
function plainly(rule: Rule): Rule {
  const isEachDay = rule.unit === 'week' && rule.parts[0] === `BYDAY=${WEEKDAYS}`;
  return isEachDay ? { unit: 'day', parts: [] } : rule;
}

function inOrder(positions: number[]): number[] {
  const { fromTheStart, fromTheEnd } = byEnds(positions);
  return [...fromTheStart, ...fromTheEnd];
}

function ofMonths({ months }: Heard, days: string, otherwiseOf: Every['unit'] = 'month'): Rule {
  return months === null ? { unit: otherwiseOf, parts: [days] } : { unit: 'year', parts: [`BYMONTH=${months}`, days] };
}

/** The days of a goal that names none are all days. */
function isEveryDay({ every, goal }: Heard): boolean {
  return every ? every.unit === 'day' && every.interval === 1 : goal !== null;
}

/** A change that names no time cancels all of that date, or moves the only one. */
function exceptionsOf({ localDate, localTime, movedTo }: Heard['changes'][number], times: LocalTime[]): Exception[] {
  return (localTime === null ? times : [localTime]).map((time) => ({ localDate, localTime: time, movedTo }));
}

import type { LocalDate, LocalTime } from '../../../kernel/local-time';
import { byEnds, inWords, quoted, weekdayName } from '../../../kernel/wording';
import { EITHER_MIDNIGHT, type Heard } from './heard';
import { dependsOnWeekStart, recurrenceOf, WEEKDAYS } from './recurrence';
import type { Exception, Schedule } from './schedule';
import { nextDate, ordinalName } from './word-patterns';

/** The one schedule that all that was heard makes together; a sentence when it makes none, or could make several. */
export function scheduleHeard(said: Heard, today: LocalDate): Schedule | string {
  const heard = withTimeOfUntil(said);
  const { goal, timeZone } = heard;
  const times = heard.times.toSorted();
  const problem = timesProblem(heard) ?? endProblem(heard) ?? daysProblem(heard);
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
  const { date, daysOfYear, monthDays, nthWeekdays, weekdays } = heard;
  const named = [date, daysOfYear, monthDays[0], nthWeekdays[0], weekdays[0]].filter((day) => day !== null);
  if (named.filter((day) => day !== undefined).length > 1) {
    return 'It names its days in two ways: choose one, or make two habits of it.';
  }
  const days = monthDays.length + nthWeekdays.length;
  if (days > 0) return monthProblem(heard, days);
  return heard.isOfTheMonth ? 'Say which day of the month: "on the 1st of every month".' : null;
}

/** One day without its month may be of the coming month alone; several can only be of every month. */
function monthProblem({ isOfTheMonth, every, months, everyNth, times }: Heard, days: number): string | null {
  if (months !== null) return isOfTheMonth ? 'It is of every month, and of certain months: say one of them.' : null;
  if (isOfTheMonth || every?.unit === 'month') return null;
  if (everyNth !== null) return eitherNth(everyNth, times);
  return days > 1 ? null : 'Say which month the day is of: "of every month", or its name.';
}

function eitherNth({ said, nth, weekday }: NonNullable<Heard['everyNth']>, times: LocalTime[]): string {
  const [name, at] = [weekdayName(WEEKDAYS.indexOf(weekday)), `at ${inWords(times.toSorted())}`];
  const ways = [`the ${ordinalName(nth)} ${name} of every month ${at}`, `every ${nth} weeks on ${name} ${at}`];
  return `Is ${quoted(said)} one of every month, or one of every ${nth} weeks? Say "${ways.join('" or "')}".`;
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
  const interval = every && every.interval > 1 ? [`INTERVAL=${every.interval}`] : [];
  const parts = [
    `FREQ=${FREQUENCIES[rule.unit]}`,
    ...interval,
    ...rule.parts,
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

/** "Every day except Sun" is Mon to Sat. */
function withoutDaysOff(heard: Heard): Heard | string {
  if (heard.notOn.length === 0) return heard;
  const isAnyDay =
    isEveryDay(heard) && heard.daysOfYear === null && heard.monthDays.length + heard.nthWeekdays.length === 0;
  const days = heard.weekdays.length === 0 && isAnyDay ? WEEKDAYS : heard.weekdays;
  const weekdays = days.filter((day) => !heard.notOn.includes(day));
  if (weekdays.length === 0) return 'Days of the week can be left out of "every day" and of other days of the week.';
  return { ...heard, weekdays, every: isAnyDay ? null : heard.every };
}

type Unit = NonNullable<Heard['every']>['unit'];

const FREQUENCIES: Record<Unit, string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };

interface Rule {
  unit: Unit;
  parts: string[];
}

/** What of a recurrence the named days are, and the unit that they repeat in. */
function ruleOf(heard: Heard): Rule | string {
  const { daysOfYear, monthDays, nthWeekdays, weekdays } = heard;
  if (weekdays.length > 0)
    return { unit: 'week', parts: [`BYDAY=${WEEKDAYS.filter((day) => weekdays.includes(day))}`] };
  if (monthDays.length > 0) {
    const { fromTheStart, fromTheEnd } = byEnds(monthDays);
    return ofMonths(heard, `BYMONTHDAY=${[...fromTheStart, ...fromTheEnd]}`);
  }
  if (nthWeekdays.length > 0) {
    return ofMonths(heard, `BYDAY=${nthWeekdays.map(({ weekday, nth }) => `${nth}${weekday}`)}`);
  }
  if (daysOfYear) return { unit: 'year', parts: [`BYMONTH=${daysOfYear.month}`, `BYMONTHDAY=${daysOfYear.days}`] };
  return isEveryDay(heard) || heard.every?.unit === 'day' ? { unit: 'day', parts: [] } : 'Say on which days it is due.';
}

function ofMonths({ months }: Heard, days: string): Rule {
  return months === null ? { unit: 'month', parts: [days] } : { unit: 'year', parts: [`BYMONTH=${months}`, days] };
}

/** The days of a goal that names none are all days. */
function isEveryDay({ every, goal }: Heard): boolean {
  return every ? every.unit === 'day' && every.interval === 1 : goal !== null;
}

/** A change that names no time cancels all of that date, or moves the only one. */
function exceptionsOf({ localDate, localTime, movedTo }: Heard['changes'][number], times: LocalTime[]): Exception[] {
  return (localTime === null ? times : [localTime]).map((time) => ({ localDate, localTime: time, movedTo }));
}

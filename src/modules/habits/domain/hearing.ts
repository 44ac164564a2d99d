import { asIanaSpells, type LocalDate, type LocalTime } from '../../../kernel/local-time';
import { inWords, monthName, quoted } from '../../../kernel/wording';
import { type DaysSaid, EITHER_MIDNIGHT, type Every, type Heard, type IntervalSaid } from './heard';
import { MOST_WEEKDAYS_OF_A_MONTH, WEEKDAYS, type Weekday } from './recurrence';
import { isInEitherHalf, isMidnight, namesItsHalf, noSuchTime, timeIn, whichHalf } from './time-words';
import {
  allIn,
  dateIn,
  daysOfAMonthIn,
  FULL_DATE,
  monthsIn,
  numberIn,
  ORDINAL,
  ordinalIn,
  TIME,
  weekdayIn,
} from './word-patterns';

/** Takes what a phrase says into what was heard, or says what is wrong with it. */
export type Hearing = (heard: Heard, said: Partial<Record<string, string>>, today: LocalDate) => string | null;

const NUMERALS: Record<string, number> = { once: 1, twice: 2 };

export const hearGoal: Hearing = (heard, { times, per }) => {
  if (per !== 'week' && per !== 'month')
    return `A goal is of a week or a month, as in "3 times a week", not of a ${per}.`;
  const goal = { times: NUMERALS[times!] ?? numberIn(times!), per } as const;
  return goal.times === 0 ? 'A goal is once a week or more.' : only(heard, 'goal', goal, 'goals');
};

/** "Twice monthly", and "3 times weekly", which says how often and not until when. */
export const hearGoalByAdverb: Hearing = (heard, { times, adverb }, today) =>
  hearGoal(heard, { times, per: ADVERBS[adverb!] }, today);

export const hearCount: Hearing = (heard, { times, days }) => {
  const count = { dates: numberIn((times ?? days)!), of: times === undefined ? 'days' : 'times' } as const;
  return count.dates === 0 ? 'It has to be due once at least.' : only(heard, 'count', count, 'numbers of times');
};

export const hearEvery: Hearing = (heard, { nth, unit }) => {
  const interval = nth === undefined ? 1 : intervalIn(nth);
  return interval === 0 ? 'An interval begins at 1.' : every(heard, unit as Every['unit'], interval);
};

function intervalIn(text: string): number {
  if (text === 'other') return 2;
  return ordinalIn(text) || numberIn(text);
}

const ADVERBS: Record<string, Every['unit']> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
};

export const hearAdverb: Hearing = (heard, { adverb }) => every(heard, ADVERBS[adverb!]!, 1);
export const hearAnyDay: Hearing = (heard) => every(heard, 'day', 1);
export const hearEveryOther: Hearing = (heard) => every(heard, 'week', 2, 'next-day');

/** Whether two intervals of one unit are one schedule is for `rhythmProblem`, which knows all of the days. */
function every(
  heard: Heard,
  unit: Every['unit'],
  interval: number,
  reach: IntervalSaid['reach'] = 'days-after',
): string | null {
  heard.rhythm.push({ interval, reach });
  if (heard.every?.unit === unit) return null;
  return only(heard, 'every', { unit, interval }, 'intervals');
}

export const hearOfTheMonth: Hearing = (heard, { each }) => {
  heard.isOfTheMonth = true;
  if (each !== undefined) heard.rhythm.push({ interval: 1, reach: 'days-before' });
  return null;
};

export const hearOnce: Hearing = (heard) => {
  heard.isOnce = true;
  return null;
};

export const hearFrom: Hearing = (heard, { date }, today) => hearDay(heard, 'from', date!, today);
export const hearUntil: Hearing = (heard, { date }, today) => hearDay(heard, 'until', date!, today);
export const hearDate: Hearing = (heard, { date }, today) => hearDay(heard, 'date', date!, today);

const DAY_NAMES = { from: 'first days', until: 'last days', date: 'dates' };

function hearDay(heard: Heard, field: 'from' | 'until' | 'date', text: string, today: LocalDate): string | null {
  const date = dateIn(text, today);
  return date === null ? noSuchDate(text) : only(heard, field, date, DAY_NAMES[field]);
}

/** "Until 2026-12-31 04:59 UTC". */
export const hearUntilTime: Hearing = (heard, { date: text, time: clock, utc }, today) => {
  const [date, time] = [dateIn(text!, today), timeIn(clock!)];
  if (date === null) return noSuchDate(text!);
  if (time === null) return noSuchTime(clock!);
  return only(heard, 'untilTime', { date, time, isUtc: utc !== undefined }, DAY_NAMES.until);
};

/** "On 2026-03-06 at 09:00 instead of 2026-03-05 at 07:00"; what stays the same need not be said. */
export const hearMoved: Hearing = (heard, { date, time, oldDate, oldTime, sameDay }, today) => {
  const [to, from] = [dateIn(date!, today), dateIn(oldDate ?? date!, today)];
  if (to === null || from === null) return noSuchDate(to === null ? date! : oldDate!);
  const was = oldTime ?? sameDay;
  const [newTime, localTime] = [timeOfDate(time!), was === undefined ? null : timeOfDate(was)];
  if (newTime === null) return noSuchTimeOfDate(time!);
  if (was !== undefined && localTime === null) return noSuchTimeOfDate(was);
  heard.changes.push({ localDate: from, localTime, movedTo: { localDate: to, localTime: newTime } });
  return null;
};

export const hearCanceled: Hearing = (heard, { dates }, today) => {
  for (const { groups } of dates!.matchAll(new RegExp(`(?<date>${FULL_DATE})(?: at (?<time>${TIME}))?`, 'g'))) {
    const { date, time } = groups as { date: string; time: string | undefined };
    const [localDate, localTime] = [dateIn(date, today), time === undefined ? null : timeOfDate(time)];
    if (localDate === null) return noSuchDate(date);
    if (time !== undefined && localTime === null) return noSuchTimeOfDate(time);
    heard.changes.push({ localDate, localTime, movedTo: null });
  }
  return null;
};

/** Midnight of a date may be either end of it. */
function timeOfDate(text: string): LocalTime | null {
  return isMidnight(text) ? null : timeIn(text);
}

function noSuchTimeOfDate(text: string): string {
  return isMidnight(text) ? EITHER_MIDNIGHT : noSuchTime(text);
}

export const hearDaysOfYear: Hearing = (heard, { year }) => {
  const named = daysOfAMonthIn(year!);
  if (named.days.some((day) => day < 1 || day > longestOf(named.month))) return noSuchDate(year!);
  return only(heard, 'daysOfYear', named, 'dates of the year');
};

/** The days of a month in a leap year. */
function longestOf(month: number): number {
  return new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** "The 1st and 15th", "the last day". */
export const hearMonthDays: Hearing = (heard, { ordinals, months }) => {
  const positions = allIn(ORDINAL, ordinals!).map(ordinalIn);
  const problem = positionProblem(positions, 31, `${ordinals} day`) ?? hearMonths(heard, months, positions);
  if (problem !== null) return problem;
  heard.rhythm.push(daysSaid({ monthDays: positions }));
  return add(heard.monthDays, positions);
};

/** "The 1st and 3rd Mon": a weekday counts for all of the list before it, and whether a second one does is asked. */
export const hearNthWeekdays: Hearing = (heard, { ordinals, weekdays, months }) => {
  const positions = allIn(ORDINAL, ordinals!).map(ordinalIn);
  const problem = positionProblem(positions, 5, `${ordinals} ${weekdays}`) ?? hearMonths(heard, months, []);
  if (problem !== null) return problem;
  const days = weekdaysIn(weekdays!);
  if (days.length > 1) heard.nthOfSeveral ??= spoken(`${ordinals} ${weekdays}`);
  const nthWeekdays = days.flatMap((weekday) => positions.map((nth) => ({ weekday, nth })));
  heard.rhythm.push(daysSaid({ nthWeekdays }));
  return addNthWeekdays(heard.nthWeekdays, nthWeekdays);
};

/** "The last weekday": a month has 23 at most. */
export const hearPositionsInWeekdays: Hearing = (heard, { ordinals }) => {
  const positions = allIn(ORDINAL, ordinals!).map(ordinalIn);
  const problem = positionProblem(positions, MOST_WEEKDAYS_OF_A_MONTH, `${ordinals} weekday`);
  if (problem !== null) return problem;
  heard.rhythm.push(daysSaid({ positionsInWeekdays: positions }));
  return add(heard.positionsInWeekdays, positions);
};

export const hearNthWeekend: Hearing = () =>
  'A weekend is two days: say which of them, as in "the last Sat of every month".';

function positionProblem(positions: number[], furthest: number, said: string): string | null {
  return positions.some((at) => at === 0 || Math.abs(at) > furthest) ? `No month has ${quoted(spoken(said))}.` : null;
}

/** A list as people write it. */
function spoken(text: string): string {
  return inWords(text.split(' , '));
}

function addNthWeekdays(known: Heard['nthWeekdays'], said: Heard['nthWeekdays']): null {
  const isKnown = ({ weekday, nth }: (typeof said)[number]) =>
    known.some((day) => day.nth === nth && day.weekday === weekday);
  known.push(...said.filter((day) => !isKnown(day)));
  return null;
}

const WHICH_MONTH_OF_EACH = 'Say of which month each of its days is.';

/** Months named once, at the end, are those of all days before them: "the first Mon and the last Fri of May". */
function hearMonths(heard: Heard, said: string | undefined, days: number[]): string | null {
  if (said === undefined) return heard.months && WHICH_MONTH_OF_EACH;
  const months = monthsIn(said);
  const furthest = Math.max(0, ...[...days, ...heard.monthDays].map(Math.abs));
  const tooShort = months.find((month) => furthest > longestOf(month));
  if (tooShort !== undefined) return `${monthName(tooShort)} has at most ${longestOf(tooShort)} days.`;
  return only(heard, 'months', months, 'lists of months');
}

/** "Every third Fri"; the first of something can only be the first of the month. */
export const hearEveryNth: Hearing = (heard, said, today) => {
  const { ordinals, weekdays, months } = said;
  const nth = ordinalIn(ordinals!);
  if (nth > 1 && months === undefined)
    heard.everyNth ??= { said: spoken(`every ${ordinals} ${weekdays}`), nth, weekdays: weekdaysIn(weekdays!) };
  hearEach(heard, said, today);
  return hearNthWeekdays(heard, said, today);
};

export const hearWeekdays: Hearing = (heard, said, today) => {
  if (said.each !== undefined) hearEach(heard, said, today);
  return hearWeekdaysOf(heard, said.months, { weekdays: weekdaysIn(said.days!) });
};

/** In months it is of every year, or of every second. */
export const hearEveryDayOfMonths: Hearing = (heard, { months }) =>
  hearWeekdaysOf(heard, months, { weekdays: [...WEEKDAYS], isRange: true });

function hearWeekdaysOf(
  heard: Heard,
  months: string | undefined,
  said: Pick<DaysSaid, 'weekdays'> & Partial<DaysSaid>,
): string | null {
  if (months !== undefined && heard.months === null && heard.weekdays.length > 0) return WHICH_MONTH_OF_EACH;
  heard.rhythm.push(daysSaid(said));
  add(heard.weekdays, said.weekdays);
  return hearMonths(heard, months, []);
}

/** "Every Mon" is of every week, "every 1st" of every month. */
export const hearEach: Hearing = (heard) => {
  heard.rhythm.push({ interval: 1, reach: 'days-after' });
  return null;
};

function daysSaid(said: Partial<DaysSaid>): DaysSaid {
  return { weekdays: [], monthDays: [], nthWeekdays: [], positionsInWeekdays: [], isRange: false, ...said };
}

export const hearNotOn: Hearing = (heard, { days }) => add(heard.notOn, weekdaysIn(days!));

function weekdaysIn(days: string): Weekday[] {
  return days.split(' , ').flatMap((day) => {
    if (day.startsWith('weekday')) return WEEKDAYS.slice(0, 5);
    return day.startsWith('weekend') ? WEEKDAYS.slice(5) : weekdayIn(day);
  });
}

/** "Fri to Mon" goes over the end of the week. */
export const hearWeekdayRange: Hearing = (heard, { first, last, months }) => {
  const from = WEEKDAYS.indexOf(weekdayIn(first!));
  const fromThere = [...WEEKDAYS.slice(from), ...WEEKDAYS.slice(0, from)];
  const weekdays = fromThere.slice(0, fromThere.indexOf(weekdayIn(last!)) + 1);
  return hearWeekdaysOf(heard, months, { weekdays, isRange: true });
};

/** "Weeks beginning on Sunday". */
export const hearWeekStart: Hearing = (heard, { day }) =>
  only(heard, 'weekStart', weekdayIn(day!), 'first days of the week');

/** In one place: "weekdays at 7, weekends at 9" are two schedules. */
export const hearTimes: Hearing = (heard, { times, clear }) => {
  if (heard.times.length > 0) {
    return 'Its times stand in two places, and hold for all of its days: say them together, or make two habits of it.';
  }
  const said = allIn(TIME, (times ?? clear)!);
  const doubtful = said.find(isInEitherHalf);
  if (doubtful !== undefined && said.some(namesItsHalf)) return whichHalf(doubtful);
  const read = said.map(timeIn);
  if (read.includes(null)) return noSuchTime(said[read.indexOf(null)]!);
  heard.isAtMidnight = said.some(isMidnight);
  return add(heard.times, read as LocalTime[]);
};

export const hearZone: Hearing = (heard, { zone, place }) => {
  const name = (zone ?? place)!.trim();
  return only(heard, 'timeZone', asIanaSpells(name), 'time zones');
};

export const hearNothing: Hearing = () => null;

type OnlyOne =
  | 'goal'
  | 'weekStart'
  | 'every'
  | 'count'
  | 'from'
  | 'until'
  | 'untilTime'
  | 'date'
  | 'daysOfYear'
  | 'months'
  | 'timeZone';

/** Said twice is fine, as long as it is the same. */
function only<Field extends OnlyOne>(heard: Heard, field: Field, value: Heard[Field], many: string): string | null {
  if (heard[field] !== null && JSON.stringify(heard[field]) !== JSON.stringify(value)) {
    return `There are two ${many} in it; one schedule has one.`;
  }
  heard[field] = value;
  return null;
}

function add<Item>(list: Item[], items: readonly Item[]): null {
  for (const item of items) if (!list.includes(item)) list.push(item);
  return null;
}

function noSuchDate(text: string): string {
  return `There is no ${quoted(text)}; write dates like "2026-12-24" or "24 December".`;
}

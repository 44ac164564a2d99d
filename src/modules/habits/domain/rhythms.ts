import { inWords } from '../../../kernel/wording';
import type { DaysSaid, Every, Heard, IntervalSaid } from './heard';

/** Says what was heard as one schedule, in quotes; or what is wrong with it. */
type Saying = (heard: Heard) => { said: string } | { problem: string };

/**
 * Asks which days an interval is of, unless it plainly is of all that are named: "every Mon and every other Tue" are two
 * rhythms, and "every other Mon and Tue" may be one or two. Null when nothing is in doubt.
 */
export function rhythmProblem(heard: Heard, unit: Every['unit'], say: Saying): string | null {
  const said = heard.rhythm.filter((part) => 'interval' in part).map(({ interval }) => interval);
  const intervals = [...new Set(said)];
  const groups = groupsOf(heard.rhythm);
  if (intervals.every((interval) => interval === 1) || isOne(intervals, groups)) return null;
  const rhythms = byInterval(groups);
  const isWithoutDays = intervals.some((interval) => !rhythms.has(interval));
  const longer = intervals.filter((interval) => interval > 1);
  const whole = (isWithoutDays ? intervals : longer).map((interval) => say(withEvery(heard, unit, interval)));
  const apart = [...rhythms].map(([interval, days]) => say(withEvery({ ...heard, ...daysIn(days) }, unit, interval)));
  const ways = [...whole, ...apart];
  const problem = ways.find((way) => 'problem' in way);
  if (problem) return problem.problem;
  if (isWithoutDays) return eitherInterval(intervals, unit, wordsOf(whole));
  return severalRhythms(longer, unit, wordsOf(whole), wordsOf(apart));
}

interface Group {
  /** Null where none is said of these days. */
  interval: number | null;
  days: DaysSaid[];
}

/** Which interval stands with which days. */
function groupsOf(rhythm: Heard['rhythm']): Group[] {
  const groups: Group[] = [];
  let open: IntervalSaid | null = null;
  for (const part of rhythm) {
    if (!('interval' in part)) {
      const [covered, left]: DaysSaid[] = open?.reach === 'next-day' ? firstDayOf(part) : [part];
      groups.push({ interval: open?.interval ?? null, days: [covered!] });
      if (open?.reach === 'next-day') open = null;
      if (left) groups.push({ interval: null, days: [left] });
    } else if (part.reach === 'days-before') {
      for (const group of groups) group.interval ??= part.interval;
    } else open = part;
  }
  return groups;
}

/** "Mon to Wed" is one thing said, and all of it. */
function firstDayOf(part: DaysSaid): DaysSaid[] {
  const { weekdays, isRange } = part;
  if (isRange || weekdays.length < 2) return [part];
  return [
    { ...part, weekdays: weekdays.slice(0, 1) },
    { ...part, weekdays: weekdays.slice(1) },
  ];
}

/** One interval before all of the days, or after all of them. */
function isOne(intervals: number[], groups: Group[]): boolean {
  const isSaidOf = groups.map(({ interval }) => interval !== null);
  return intervals.length === 1 && new Set(isSaidOf).size < 2;
}

/** Days of which no interval is said are those of every week, month or year. */
function byInterval(groups: Group[]): Map<number, DaysSaid[]> {
  const rhythms = new Map<number, DaysSaid[]>();
  for (const { interval, days } of groups) {
    rhythms.set(interval ?? 1, [...(rhythms.get(interval ?? 1) ?? []), ...days]);
  }
  return rhythms;
}

function withEvery(heard: Heard, unit: Every['unit'], interval: number): Heard {
  return { ...heard, every: { unit, interval }, rhythm: [] };
}

function daysIn(said: DaysSaid[]): Omit<DaysSaid, 'isRange'> {
  return {
    weekdays: said.flatMap(({ weekdays }) => weekdays),
    monthDays: said.flatMap(({ monthDays }) => monthDays),
    nthWeekdays: said.flatMap(({ nthWeekdays }) => nthWeekdays),
    positionsInWeekdays: said.flatMap(({ positionsInWeekdays }) => positionsInWeekdays),
  };
}

function wordsOf(ways: ReturnType<Saying>[]): string[] {
  return ways.flatMap((way) => ('said' in way ? way.said : []));
}

function eitherInterval(intervals: number[], unit: Every['unit'], ways: string[]): string {
  return `Is it ${inWords(intervals.map(everyText(unit)), 'or')}? Say ${inWords(ways, 'or')}.`;
}

function severalRhythms(longer: number[], unit: Every['unit'], whole: string[], apart: string[]): string {
  const number = NUMBERS[apart.length] ?? `${apart.length}`;
  const habits = `make ${number} habits, ${inWords(apart)}: ${number} rhythms cannot be one habit.`;
  if (longer.length > 1) return `It is ${inWords(longer.map(everyText(unit)))}: ${habits}`;
  return `Which of its days are ${everyText(unit)(longer[0]!)}? If all are, say ${whole[0]}. If not, ${habits}`;
}

const NUMBERS: Record<number, string> = { 2: 'two', 3: 'three' };

function everyText(unit: Every['unit']): (interval: number) => string {
  return (interval) => (interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`);
}

import type { LocalDate, LocalTime, TimeZone } from '../../../kernel/local-time';
import type { Weekday } from './recurrence';
import type { Goal } from './schedule';

export interface Every {
  unit: 'day' | 'week' | 'month' | 'year';
  interval: number;
}

/** The reach is the days that it is said of: "every other" of the next one, and "of every month" of those before it. */
export interface IntervalSaid {
  interval: number;
  reach: 'next-day' | 'days-after' | 'days-before';
}

export interface DaysSaid extends Pick<Heard, 'weekdays' | 'monthDays' | 'nthWeekdays' | 'positionsInWeekdays'> {
  isRange: boolean;
}

/** What was heard in somebody's words, before it is one schedule. Empty and null: not said. */
export interface Heard {
  isOnce: boolean;
  goal: Goal | null;
  every: Every | null;
  /** Intervals and days in the order they were said in, which tells what belongs together. */
  rhythm: (IntervalSaid | DaysSaid)[];
  count: { dates: number; of: 'times' | 'days' } | null;
  weekdays: Weekday[];
  notOn: Weekday[];
  weekStart: Weekday | null;
  monthDays: number[];
  nthWeekdays: { weekday: Weekday; nth: number }[];
  /** "The last weekday of the month". */
  positionsInWeekdays: number[];
  /** "Every third Friday" may be one of every month, and one of every three weeks. */
  everyNth: { said: string; weekdays: Weekday[]; nth: number } | null;
  /** "The third Friday and Saturday": whether the Saturday is the third one as well is not said. */
  nthOfSeveral: string | null;
  /** Of which the weekdays, the days of the month, and the nth weekdays are. */
  months: number[] | null;
  isOfTheMonth: boolean;
  daysOfYear: { month: number; days: number[] } | null;
  date: LocalDate | null;
  from: LocalDate | null;
  until: LocalDate | null;
  /** The last moment: on the wall of the schedule's zone, or of UTC. */
  untilTime: { date: LocalDate; time: LocalTime; isUtc: boolean } | null;
  times: LocalTime[];
  /** Of a day that is named it may be either end; the times hold the one that it begins with. */
  isAtMidnight: boolean;
  timeZone: TimeZone | null;
  /** Without a time: all of that date, or the only one there is. */
  changes: {
    localDate: LocalDate;
    localTime: LocalTime | null;
    movedTo: { localDate: LocalDate; localTime: LocalTime } | null;
  }[];
}

export const EITHER_MIDNIGHT = 'Does midnight begin the day or end it? Write "00:00", on the day that begins with it.';

export function nothingHeard(): Heard {
  return {
    isOnce: false,
    goal: null,
    every: null,
    rhythm: [],
    count: null,
    weekdays: [],
    notOn: [],
    weekStart: null,
    monthDays: [],
    nthWeekdays: [],
    positionsInWeekdays: [],
    everyNth: null,
    nthOfSeveral: null,
    months: null,
    isOfTheMonth: false,
    daysOfYear: null,
    date: null,
    from: null,
    until: null,
    untilTime: null,
    times: [],
    isAtMidnight: false,
    timeZone: null,
    changes: [],
  };
}

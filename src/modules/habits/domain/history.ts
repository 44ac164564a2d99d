import { addDays, dayOf, instantOf, type LocalDate, type LocalTime, type TimeZone } from '../../../kernel/local-time';
import type { OccurrenceStatus } from './day-status';
import { broughtTo, cutShort, type Target, totalOf, verdictOn } from './quantity';
import { datesBetween } from './rule-dates';
import { type Moment, nameOf, type Schedule, wallOf } from './schedule';
import { untilTest } from './until';
import { zoneClock } from './zone-clock';

/** What became of a past day. */
export type Outcome = 'completed' | 'skipped' | 'missed';

/** What was said of a past day, wherever it was kept until now. */
export interface ToldDay {
  /** Where it was told, to be found there again; null when that has no number. */
  row: number | null;
  /** The local date when it comes with a time; without one the person's day. */
  date: LocalDate;
  /** Null: whenever the habit is due that day. */
  time: LocalTime | null;
  /** Null: what the number of its day makes of it. */
  status: Outcome | null;
  quantity: number | null;
  reason: string | null;
  note: string | null;
}

/** The dates in between of which nothing was said though the habit was due: it was not done. */
export interface Silence {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  /** Dates on which nothing was asked. */
  spared: LocalDate[];
}

/** The past of a habit as it was kept elsewhere. */
export interface History {
  /** By what its numbers are judged. */
  target: Target | null;
  told: ToldDay[];
  /** Dates on which it was due and not done, though nobody said so. */
  missed: LocalDate[];
  /** Null: what was not told is not known. */
  silence: Silence | null;
}

/** A moment of the past and what became of it. */
export interface PastMoment extends Moment {
  status: Outcome;
  /** What was said; null when nobody said anything, which is a miss. */
  word: (Pick<ToldDay, 'row' | 'quantity' | 'reason' | 'note'> & { status: Outcome }) | null;
  /** Whether it was told with its time; if not, any moment of its day will do. */
  isTimed: boolean;
}

/** An occurrence that is there already. */
export interface Standing {
  id: string;
  localDate: LocalDate;
  localTime: LocalTime;
  day: LocalDate;
  status: OccurrenceStatus;
  /** Whether a person has given their word about it. */
  isTold: boolean;
}

/** What of a history is new to the occurrences that are there. */
export interface NewPast {
  made: PastMoment[];
  /** Words about occurrences of which nothing was said. */
  told: { standing: Standing; moment: PastMoment }[];
}

/** A day that was told, at the moment of another that was told before it. */
export interface Twin {
  row: number | null;
  localDate: LocalDate;
  localTime: LocalTime;
}

/** A number of which less counts than was told, as its day has no room for more. */
export interface Overflow extends Twin {
  amount: number;
  counted: number;
}

/** The moments of a history, the oldest first, what of it became none, and what of its numbers a day has no room for. */
export interface Past {
  moments: PastMoment[];
  twins: Twin[];
  overflows: Overflow[];
}

/** A number that was kept elsewhere, by a moment of that day. */
export interface BroughtNumber extends Twin {
  day: LocalDate;
  amount: number;
}

interface Placed {
  day: ToldDay;
  moment: Moment;
}

/**
 * Every moment of a history. A day that was told without a time may fall upon one that was told with its time, or the other
 * way round, by what the habit is asked at here: then the first counts, and the others are told as its twins.
 */
export function pastMoments(history: History, schedule: Schedule, zone: TimeZone, dayEndsAt: LocalTime): Past {
  const { told, missed, silence, target } = history;
  const whenever = earliest(schedule.times);
  const ofDay = (day: LocalDate) => momentOf(dateOfDay(day, whenever, dayEndsAt), whenever, zone, dayEndsAt);
  const placed = told.map((day) => ({
    day,
    moment: day.time === null ? ofDay(day.date) : momentOf(day.date, day.time, zone, dayEndsAt),
  }));
  const byMoment = Map.groupBy(placed, ({ moment }) => nameOf(moment));
  const spoken = spokenOf(
    [...byMoment.values()].map(([first]) => first!),
    target,
  );
  const isReached = untilTest(schedule, zoneClock(zone)) ?? (() => true);
  const silentDays = silence ? missedDates(silence, told, schedule).map(ofDay) : [];
  const unspoken = [...missed.map(ofDay), ...silentDays.filter((moment) => isReached(wallOf(moment)))];
  const silent = new Map(unspoken.map((moment) => [nameOf(moment), silentMiss(moment)]));
  const moments = [...spoken, ...[...silent].filter(([name]) => !byMoment.has(name)).map(([, moment]) => moment)];
  return {
    moments: moments.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
    overflows: overflowsIn(spoken),
    twins: [...byMoment.values()].flatMap(([, ...others]) => others.map(twinOf)),
  };
}

/**
 * What of it is new. A word is never replaced, and a day that was told without a time is new only while no word stands on
 * that day, but for those of its moments that the history tells of with their times: so the same history, told again, changes
 * nothing, also after the habit moved to another time, and no two words of it fall upon one moment.
 */
export function newPast(moments: PastMoment[], standing: Standing[]): NewPast {
  const byName = new Map(standing.map((one) => [nameOf(one), one]));
  const timed = new Set(moments.filter(({ isTimed }) => isTimed).map(nameOf));
  const byDay = Map.groupBy(standing, ({ day }) => day);
  const placeOf = (moment: PastMoment) => {
    const exact = byName.get(nameOf(moment));
    if (moment.isTimed) return exact;
    const ofDay = byDay.get(moment.day) ?? [];
    if (!moment.word) return exact ?? ofDay[0];
    const left = ofDay.filter((one) => !timed.has(nameOf(one)));
    return left.find(({ isTold }) => isTold) ?? exact ?? left[0];
  };
  const result: NewPast = { made: [], told: [] };
  for (const moment of moments) {
    const place = placeOf(moment);
    if (!place) result.made.push(moment);
    else if (moment.word && !place.isTold) result.told.push({ standing: place, moment });
  }
  return result;
}

/** Where a day was told without a status, the number of the day is all that is told: its moments come to one number, which answers for each. */
function spokenOf(placed: Placed[], target: Target | null): PastMoment[] {
  const byDay = Map.groupBy(placed, ({ moment }) => moment.day);
  const totals = new Map([...byDay].map(([day, ofDay]) => [day, sumOf(ofDay)]));
  return placed.map(({ moment, day: { row, time, status, quantity, reason, note } }) => {
    const outcome = status ?? outcomeOf(totals.get(moment.day) ?? null, target);
    return {
      ...moment,
      status: outcome,
      word: { row, status: outcome, quantity, reason, note },
      isTimed: time !== null,
    };
  });
}

function sumOf(placed: Placed[]): number | null {
  return totalOf(broughtTo([], numbersOf(placed)));
}

function numbersOf(placed: Placed[]): (Moment & { amount: number })[] {
  return placed.flatMap(({ moment, day: { quantity } }) =>
    quantity === null ? [] : [{ ...moment, amount: quantity }],
  );
}

function overflowsIn(spoken: PastMoment[]): Overflow[] {
  const ofDays = Map.groupBy(broughtNumbers(spoken.map((moment) => ({ place: moment, moment }))), ({ day }) => day);
  return [...ofDays.values()].flatMap((brought) => cutShort(broughtTo([], brought), brought));
}

/** The numbers of moments in the order of the clock, each by the place where it is kept. */
export function broughtNumbers(
  placed: { place: Pick<Moment, 'day' | 'localDate' | 'localTime'>; moment: PastMoment }[],
): BroughtNumber[] {
  return placed
    .flatMap(({ place: { day, localDate, localTime }, moment: { word } }) =>
      typeof word?.quantity === 'number' ? [{ row: word.row, day, localDate, localTime, amount: word.quantity }] : [],
    )
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** A day that is over: silence is success for what must not be exceeded, and for no other. */
function outcomeOf(total: number | null, target: Target | null): Outcome {
  if (target === null) return 'completed';
  return verdictOn(total, target) ?? (target.direction === 'at-least' ? 'missed' : 'completed');
}

function silentMiss(moment: Moment): PastMoment {
  return { ...moment, status: 'missed', word: null, isTimed: false };
}

function twinOf({ day: { row }, moment: { localDate, localTime } }: Placed): Twin {
  return { row, localDate, localTime };
}

function missedDates({ from, to, spared }: Silence, told: ToldDay[], schedule: Schedule): LocalDate[] {
  const known = new Set([...spared, ...told.map(({ date }) => date)]);
  return datesBetween(schedule, from, to).filter((date) => !known.has(date));
}

/** A time before the end of the day rings on the date after. */
function dateOfDay(day: LocalDate, time: LocalTime, dayEndsAt: LocalTime): LocalDate {
  return time < dayEndsAt ? addDays(day, 1) : day;
}

function momentOf(localDate: LocalDate, localTime: LocalTime, zone: TimeZone, dayEndsAt: LocalTime): Moment {
  const wall = { date: localDate, time: localTime };
  return { localDate, localTime, dueAt: instantOf(wall, zone), day: dayOf(wall, dayEndsAt) };
}

function earliest(times: LocalTime[]): LocalTime {
  return times.reduce((one, other) => (other < one ? other : one));
}

import { addDays, dayOf, instantOf, type LocalDate, type LocalTime, type TimeZone } from '../../../kernel/local-time';
import type { OccurrenceStatus } from './day-status';
import { datesBetween } from './rule-dates';
import { type Moment, type Schedule, wallOf } from './schedule';
import { untilTest } from './until';
import { zoneClock } from './zone-clock';

/** What was said of a past day, wherever it was kept until now. */
export interface ToldDay {
  /** The local date when it comes with a time; without one the person's day. */
  date: LocalDate;
  /** Null: whenever the habit is due that day. */
  time: LocalTime | null;
  status: 'completed' | 'skipped' | 'missed';
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
  told: ToldDay[];
  /** Dates on which it was due and not done, though nobody said so. */
  missed: LocalDate[];
  /** Null: what was not told is not known. */
  silence: Silence | null;
}

/** A moment of the past and what became of it. */
export interface PastMoment extends Moment {
  status: ToldDay['status'];
  /** What was said; null when nobody said anything, which is a miss. */
  word: Omit<ToldDay, 'date' | 'time'> | null;
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

/** Every moment of a history, the oldest first. Of two words about one moment the first counts. */
export function pastMoments(
  { told, missed, silence }: History,
  schedule: Schedule,
  zone: TimeZone,
  dayEndsAt: LocalTime,
): PastMoment[] {
  const moments = new Map<string, PastMoment>();
  const add = (moment: PastMoment) => {
    const identity = `${moment.localDate} ${moment.localTime}`;
    if (!moments.has(identity)) moments.set(identity, moment);
  };
  const whenever = earliest(schedule.times);
  for (const { date, time, ...word } of told) {
    const localDate = time === null ? dateOfDay(date, whenever, dayEndsAt) : date;
    const moment = momentOf(localDate, time ?? whenever, zone, dayEndsAt);
    add({ ...moment, status: word.status, word, isTimed: time !== null });
  }
  const momentOn = (date: LocalDate) => momentOf(dateOfDay(date, whenever, dayEndsAt), whenever, zone, dayEndsAt);
  const isReached = untilTest(schedule, zoneClock(zone)) ?? (() => true);
  const silent = silence ? missedDates(silence, told, schedule).map(momentOn) : [];
  for (const moment of [...missed.map(momentOn), ...silent.filter((moment) => isReached(wallOf(moment)))]) {
    add({ ...moment, status: 'missed', word: null, isTimed: false });
  }
  return [...moments.values()].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

/**
 * What of it is new. A word is never replaced, and a day that was told without a time is new only while no word stands on
 * that day: so the same history, told again, changes nothing, also after the habit moved to another time.
 */
export function newPast(moments: PastMoment[], standing: Standing[]): NewPast {
  const byDay = Map.groupBy(standing, ({ day }) => day);
  const spoken = new Set<string>();
  const result: NewPast = { made: [], told: [] };
  for (const moment of moments) {
    const ofDay = byDay.get(moment.day) ?? [];
    const exact = ofDay.find((one) => one.localDate === moment.localDate && one.localTime === moment.localTime);
    const place = moment.isTimed ? exact : (ofDay.find(({ isTold }) => isTold) ?? exact ?? ofDay[0]);
    if (!place) result.made.push(moment);
    else if (moment.word && !place.isTold && !spoken.has(place.id)) {
      spoken.add(place.id);
      result.told.push({ standing: place, moment });
    }
  }
  return result;
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

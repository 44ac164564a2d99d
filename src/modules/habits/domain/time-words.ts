import type { LocalTime } from '../../../kernel/local-time';
import { endOfDayAdvice } from '../../../kernel/typed';
import { quoted } from '../../../kernel/wording';
import { numberIn, SAID_HOUR } from './word-patterns';

/**
 * The time of day that these words are, as `TIME` finds them; null when there is none, or when they could be two, as
 * "quarter to 12pm" could. Midnight is the one that the day begins with.
 */
export function timeIn(text: string): LocalTime | null {
  if (isMidnight(text)) return '00:00';
  if (/\b(?:noon|midday)$/.test(text)) return '12:00';
  const said = clockTimeIn(text);
  const minutes = said && minuteOfDay(said);
  return minutes === null ? null : timeAt(minutes);
}

export function isMidnight(text: string): boolean {
  return text.endsWith('midnight');
}

/**
 * Whether it leaves open which half of the day it is in: "7" may be either, "07" and "18:30" are by the 24-hour clock,
 * and so is "12:00", which is how noon is written.
 */
export function isInEitherHalf(text: string): boolean {
  if (text === '12:00') return false;
  const said = clockTimeIn(text);
  return said !== null && said.half === undefined && /^[a-z]|^[1-9]\b|^1[0-2]\b/.test(said.hourSaid) && said.hour <= 12;
}

export function namesItsHalf(text: string): boolean {
  return clockTimeIn(text)?.half !== undefined;
}

/** Asks which half of the day is meant beside times that name theirs. */
export function whichHalf(text: string): string {
  const asked = `Is ${quoted(text)} am or pm?`;
  return text === '12'
    ? `${asked} Write noon as "12:00", and midnight as "00:00".`
    : `${asked} Say it with each time, as in "7am and 9pm".`;
}

/** Why `timeIn` makes nothing of these words, and what to write. */
export function noSuchTime(text: string): string {
  const advice = endOfDayAdvice(text);
  if (advice !== null) return advice;
  const said = clockTimeIn(text);
  const isUnclear = said?.half !== undefined && said.hour <= 12 && (said.isSpoken || said.half in PARTS_OF_THE_DAY);
  return isUnclear
    ? `Which time is ${quoted(text)}? Write it by the 24-hour clock, as in "19:45".`
    : `There is no ${quoted(text)}: times of day go from "00:00" to "23:59".`;
}

interface ClockTime {
  hourSaid: string;
  hour: number;
  /** After the full hour; before it when negative. */
  minute: number;
  /** As in "half past 7". */
  isSpoken: boolean;
  /** "am", "pm", or the part of the day. */
  half: string | undefined;
}

const CLOCK_TIME = new RegExp(
  `^(?:(?:a )?(half|quarter)[ -](past|to) )?(${SAID_HOUR})(?:[:.h](\\d\\d))?(?: ?([ap]m)| (?:in the|at) (morning|afternoon|evening|night))?$`,
);

const MINUTES: Record<string, number> = { 'half past': 30, 'quarter past': 15, 'quarter to': -15 };

function clockTimeIn(text: string): ClockTime | null {
  const [, fraction, side, hourSaid, digits, halfOfClock, partOfDay] = CLOCK_TIME.exec(text) ?? [];
  if (hourSaid === undefined) return null;
  const minute = fraction === undefined ? Number(digits ?? 0) : MINUTES[`${fraction} ${side}`]!;
  return {
    hourSaid,
    hour: numberIn(hourSaid),
    minute,
    isSpoken: fraction !== undefined,
    half: halfOfClock ?? partOfDay,
  };
}

/** From which hour to which people say it; "12 in the morning" and "12 at night" are nobody's word for one time. */
const PARTS_OF_THE_DAY: Record<string, readonly [number, number]> = {
  morning: [1, 11],
  afternoon: [12, 18],
  evening: [16, 23],
  night: [18, 23],
};

const HALF_A_DAY = 12 * 60;

function minuteOfDay({ hour, minute, half }: ClockTime): number | null {
  if (hour > 23 || minute > 59) return null;
  const byTheClock = hour * 60 + minute;
  if (half === undefined) return byTheClock < 0 ? null : byTheClock;
  return half in PARTS_OF_THE_DAY ? inPartOfDay(byTheClock, PARTS_OF_THE_DAY[half]!) : inHalf(byTheClock, hour, half);
}

function inPartOfDay(byTheClock: number, [first, last]: readonly [number, number]): number | null {
  const candidates =
    byTheClock < 13 * 60 ? [byTheClock % HALF_A_DAY, (byTheClock % HALF_A_DAY) + HALF_A_DAY] : [byTheClock];
  const meant = candidates.filter((at) => first * 60 <= at && at < (last + 1) * 60);
  return meant.length === 1 ? meant[0]! : null;
}

/** "Quarter to 12pm" is before noon for some, and before midnight for others. */
function inHalf(byTheClock: number, hour: number, half: string): number | null {
  const isClear = hour >= 1 && hour <= 12 && (hour < 12 || byTheClock >= HALF_A_DAY);
  return isClear ? (byTheClock % HALF_A_DAY) + (half === 'pm' ? HALF_A_DAY : 0) : null;
}

function timeAt(minutes: number): LocalTime {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

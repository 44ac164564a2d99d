/**
 * The only source of the present moment. Injected, so that a test or the demo can hold it in its hand:
 * nothing in this code base asks `Date` for the time.
 */
export abstract class Clock {
  abstract now(): Date;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `milliseconds` after `moment`; a negative number goes back. */
export function plus(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}

export function earliest(first: Date, ...others: Date[]): Date {
  return others.reduce((earliestSoFar, moment) => (moment < earliestSoFar ? moment : earliestSoFar), first);
}

export function latest(first: Date, ...others: Date[]): Date {
  return others.reduce((latestSoFar, moment) => (moment > latestSoFar ? moment : latestSoFar), first);
}

import type { LocalDate, TimeZone } from '../../../kernel/local-time';
import { datesBetween } from './rule-dates';
import { type LocalMoment, type Schedule, wallOf } from './schedule';
import { untilTest } from './until';
import { zoneClock } from './zone-clock';

/**
 * The moments that the rule of a schedule has from `first` to `last`, both included, whatever single changes make of them.
 * @param zone that the schedule lives in; null: not known, and so whatever may be a moment in some zone
 */
export function ruleMomentsBetween(
  schedule: Schedule,
  first: LocalDate,
  last: LocalDate,
  zone: TimeZone | null,
): LocalMoment[] {
  return ruleMomentsOn(schedule, datesBetween(schedule, first, last), zone);
}

/** The same, on some of the rule's dates. */
export function ruleMomentsOn(schedule: Schedule, dates: LocalDate[], zone: TimeZone | null): LocalMoment[] {
  const moments = dates.flatMap((localDate) => schedule.times.map((localTime) => ({ localDate, localTime })));
  const isReached = untilTest(schedule, zone === null ? null : zoneClock(zone));
  return isReached === null ? moments : moments.filter((moment) => isReached(wallOf(moment)));
}

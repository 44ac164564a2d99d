import { DAY } from '../../../kernel/clock';
import type { LocalDate, TimeZone } from '../../../kernel/local-time';
import { dateOf, dayNumber } from './day-number';
import { type Recurrence, recurrenceOf, type UntilTime } from './recurrence';
import type { DateRule } from './rule-dates';
import { type WallNumber, type ZoneClock, zoneClock } from './zone-clock';

/**
 * Which walls on the dates of a rule its UNTIL still reaches; null: all of them. Where UNTIL is an instant and the zone is
 * not known, all of them as well: in some zone they may be.
 */
export function untilTest(rule: DateRule, clock: ZoneClock | null): ((wall: WallNumber) => boolean) | null {
  const time = untilTimeOf(rule);
  if (time === null) return null;
  if (time.wall !== null) return (wall) => wall <= time.wall;
  return clock && ((wall) => clock.instantOf(wall) <= time.instant);
}

/** Whether it takes a zone to know the last moments of a rule. */
export function endsAtAnInstant(rule: DateRule): boolean {
  return untilTimeOf(rule)?.wall === null;
}

/** A rule is read for it only when it can have one: every look at a schedule asks. */
function untilTimeOf({ recurrence }: DateRule): UntilTime | null {
  return recurrence?.includes('UNTIL=') ? recurrenceOf(recurrence).untilTime : null;
}

/**
 * The last dates or moments of a rule that `endDate` ends as well, as people read them. The earlier of the two; both
 * where it takes a zone to know which that is.
 * @param zone that the schedule is pinned to
 */
export function endsText(rule: Recurrence, endDate: LocalDate | null, zone: TimeZone | null): string[] {
  const { until, untilTime } = rule;
  if (until === null || untilTime === null)
    return [endDate, until]
      .filter((date) => date !== null)
      .sort()
      .slice(0, 1);
  const text = untilText(untilTime, zone);
  const first = untilTime.wall === null && text.endsWith(UTC) ? dateOf(dayNumber(until) - 2) : text.slice(0, 10);
  if (endDate === null || endDate >= until) return [text];
  return endDate < first ? [endDate] : text.endsWith(UTC) ? [endDate, text] : [text];
}

const UTC = ' UTC';

/** "2026-12-30 23:59" where the walls of a known zone tell it exactly, else "2026-12-31 04:59 UTC". */
export function untilText(time: UntilTime, zone: TimeZone | null): string {
  const wall = time.wall ?? wallIn(zone, time.instant);
  return wall === null ? `${minuteText(time.instant!)}${UTC}` : minuteText(wall);
}

/** Null on the days about a change of the clocks: times that are skipped or doubled come in another order than instants. */
function wallIn(zone: TimeZone | null, instant: number): WallNumber | null {
  if (zone === null) return null;
  const clock = zoneClock(zone);
  const offsets = [-DAY, 0, DAY].map((shift) => clock.wallOf(instant + shift) - instant - shift);
  return offsets.every((offset) => offset === offsets[0]) ? clock.wallOf(instant) : null;
}

function minuteText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

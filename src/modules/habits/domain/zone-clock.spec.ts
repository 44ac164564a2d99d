import * as fc from 'fast-check';
import { MINUTE } from '../../../kernel/clock';
import { instantOf, wallTimeAt } from '../../../kernel/local-time';
import { zoneClock } from './zone-clock';

/** Every zone that is known by its own name, and names that are only kept for old times' sake. */
const ZONES = [
  ...Intl.supportedValuesOf('timeZone'),
  ...['US/Pacific', 'Asia/Calcutta', 'Asia/Katmandu', 'GB-Eire', 'Etc/GMT-14', 'EST5EDT', 'CET', 'Zulu', 'Eire'],
];

/** From the last zones that kept the time of the sun until long after the rules of today. */
const [FIRST, LAST] = [Date.UTC(1900, 0), Date.UTC(2250, 0)];

function byTemporal(wall: number, zone: string): number {
  const [date, time] = new Date(wall).toISOString().slice(0, 16).split('T') as [string, string];
  return instantOf({ date, time }, zone).getTime();
}

function shownByTemporal(instant: number, zone: string): number {
  const { date, time } = wallTimeAt(new Date(instant), zone);
  return Date.parse(`${date}T${time}Z`);
}

/** The clock knows seconds; a wall time of ours has none. */
function toTheMinute(wall: number): number {
  return Math.floor(wall / MINUTE) * MINUTE;
}

describe('the clock of a zone', () => {
  it('shows what Temporal shows, at any minute in any zone', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: FIRST / MINUTE, max: LAST / MINUTE }),
        (zone, minutes) => {
          const clock = zoneClock(zone);
          expect(clock.instantOf(minutes * MINUTE)).toBe(byTemporal(minutes * MINUTE, zone));
          expect(toTheMinute(clock.wallOf(minutes * MINUTE))).toBe(shownByTemporal(minutes * MINUTE, zone));
        },
      ),
      { numRuns: 5000 },
    ));

  it('does so on both sides of every change of every zone from 1970 to 2035', () => {
    const wrong: string[] = [];
    for (const zone of ZONES) {
      const clock = zoneClock(zone);
      for (const { at, walls } of changesOf(zone)) {
        for (const wall of walls.flatMap((edge) => BESIDE.map((minutes) => toTheMinute(edge) + minutes * MINUTE))) {
          if (clock.instantOf(wall) !== byTemporal(wall, zone)) wrong.push(`${zone} ${new Date(wall).toISOString()}`);
        }
        for (const instant of [at - 1, at]) {
          const shown = toTheMinute(clock.wallOf(instant));
          if (shown !== shownByTemporal(instant, zone)) wrong.push(`${zone} at ${new Date(instant).toISOString()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Minutes from either edge of what a change skips or doubles. */
const BESIDE = [-1, 0, 1, 15];

/** Each change, and what the walls show just before and just after it. */
function changesOf(zone: string): { at: number; walls: [number, number] }[] {
  const changes: { at: number; walls: [number, number] }[] = [];
  let moment = Temporal.Instant.from('1970-01-01T00:00Z').toZonedDateTimeISO(zone);
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.year > 2035) return changes;
    const at = next.epochMilliseconds;
    changes.push({ at, walls: [at + moment.offsetNanoseconds / 1e6, at + next.offsetNanoseconds / 1e6] });
    moment = next;
  }
}

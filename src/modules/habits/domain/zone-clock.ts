import { DAY } from '../../../kernel/clock';
import type { TimeZone } from '../../../kernel/local-time';

/** What a wall clock shows, as the milliseconds since 1970 that it would be if the wall hung in UTC. */
export type WallNumber = number;

/**
 * The wall clock of a zone in integers, equal to `instantOf` and `wallTimeAt` of the kernel and many times faster:
 * Temporal is asked once for the nights the clocks change, four years at a time, and between them one offset holds.
 */
export class ZoneClock {
  private readonly spans = new Map<number, Span>();

  constructor(private readonly zone: TimeZone) {}

  /**
   * The instant, in ms since 1970, at which the clock shows this. Until a skipped or doubled hour is over on the wall,
   * the offset before the change counts: so what is skipped is shifted by the gap, and what is doubled is the first.
   */
  instantOf(wall: WallNumber): number {
    const { changes, lastOffset } = this.spanOf(wall);
    const change = changes.find(({ at, before, after }) => wall < at + Math.max(before, after));
    return wall - (change?.before ?? lastOffset);
  }

  /** What the clock shows at this instant. */
  wallOf(instant: number): WallNumber {
    const { changes, lastOffset } = this.spanOf(instant);
    const change = changes.find(({ at }) => instant < at);
    return instant + (change?.before ?? lastOffset);
  }

  private spanOf(milliseconds: number): Span {
    const place = Math.floor(milliseconds / SPAN_LENGTH);
    const known = this.spans.get(place);
    if (known) return known;
    const span = readSpan(this.zone, place * SPAN_LENGTH - MARGIN, (place + 1) * SPAN_LENGTH + MARGIN);
    remember(this.spans, place, span, MOST_SPANS);
    return span;
  }
}

/** The one clock of the zone, which keeps what it has asked. */
export function zoneClock(zone: TimeZone): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new ZoneClock(zone);
  remember(clocks, zone, clock, MOST_ZONES);
  return clock;
}

/** A change of a zone's offset; offsets are in ms east of UTC. */
interface Change {
  at: number;
  before: number;
  after: number;
}

interface Span {
  changes: Change[];
  lastOffset: number;
}

const SPAN_LENGTH = 4 * 365 * DAY;

/** A wall is up to 26 hours away from the instant that shows it, counted from either end of the day's line. */
const MARGIN = 3 * DAY;

/** A century of one zone, and every name of every zone; whoever asks for more asks Temporal again. */
const MOST_SPANS = 30;
const MOST_ZONES = 700;

const clocks = new Map<TimeZone, ZoneClock>();

function readSpan(zone: TimeZone, from: number, to: number): Span {
  const changes: Change[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to) return { changes, lastOffset: offsetOf(moment) };
    changes.push({ at: next.epochMilliseconds, before: offsetOf(moment), after: offsetOf(next) });
    moment = next;
  }
}

function offsetOf({ offsetNanoseconds }: Temporal.ZonedDateTime): number {
  return offsetNanoseconds / 1_000_000;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  if (map.size >= most) map.clear();
  map.set(key, value);
}

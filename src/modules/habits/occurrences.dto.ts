import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { atVersion, Example, IsLocalDate, IsPlainText, LongPageQuery } from '../../platform/http';
import { type CheckInStatus, type CheckInVia, SKIP_REASONS, type SkipReason } from './check-in.entity';
import { isBackfill } from './domain/backfill';
import type { Entry } from './domain/check-in-history';
import type { DayStatus, OccurrenceStatus } from './domain/day-status';
import { LARGEST_NUMBER, SMALLEST_NUMBER } from './domain/limits';
import type { ClosedBecause } from './domain/standing';
import { HabitResponse } from './habits.dto';
import { type OccurrenceRow, wordOf } from './occurrences.repository';

/** What the person says about an occurrence. */
export class CheckInRequest {
  /**
   * Whether it was done, left out on purpose, or not done. A skip neither counts nor breaks a streak. It may be left out where a
   * `quantity` is given: then it follows from the habit's target. What is said here beats the number.
   */
  @ValidateIf(({ status, quantity }: CheckInRequest) => status !== undefined || typeof quantity !== 'number')
  @IsIn(['completed', 'skipped', 'missed'], {
    message: 'Say "completed", "skipped" or "missed", or give a "quantity".',
  })
  status?: CheckInStatus;

  /** What the whole day came to, in the unit of the habit's target; for a numeric habit. */
  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0)
  @Max(LARGEST_NUMBER)
  @Example(8)
  quantity?: number | null;

  /** Why it was skipped; for a skip alone. What there is to say beyond that is a `note`. */
  @IsOptional()
  @IsIn(SKIP_REASONS)
  reason?: 'sick' | 'travelling' | 'rest-day' | 'other' | null;

  /** A note for the person's own eyes. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @IsPlainText()
  @Example('Felt easy')
  note?: string | null;
}

/** More of what a numeric habit counts. */
export class ProgressRequest {
  /** How much is added to the total of the day, in the unit of the habit's target; at least 0.001. */
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(SMALLEST_NUMBER)
  @Max(LARGEST_NUMBER)
  @Example(8)
  quantity: number;
}

/** The person's word about an occurrence, or the number that speaks for it. */
export class CheckInResponse {
  /** Whether it was done, left out on purpose, or not done. */
  status: CheckInStatus;
  /** Where the person said so. */
  via: CheckInVia;
  /** When the service received it. */
  at: Date;
  /** How much it was said to be, in the unit of the habit's target; null when no number was said. */
  quantity: number | null;
  /** The words it was understood from; null when it was not said in a call. */
  quote: string | null;
  /** Why it was skipped; null when that was not said. */
  reason: 'sick' | 'travelling' | 'rest-day' | 'other' | null;
  /** The person's own note; null when there is none. */
  note: string | null;
  /** Told more than 48 hours after its time, or of a day before the habit began: history, not a repair. */
  backfill: boolean;
}

/** One thing the person said about an occurrence, or about the number of its day. */
export class CheckInEntry {
  /** `check-in` says or replaces a word or a total, `progress` adds to the total, `taken-back` takes a check-in back. */
  kind: 'check-in' | 'progress' | 'taken-back';
  /** When the service received it. */
  at: Date;
  /** Where the person said so. */
  via: CheckInVia;
  /** What was said of it; null for a number alone, and where something was taken back. */
  status: 'completed' | 'skipped' | 'missed' | null;
  /** How much was said, or added; null when no number was said. */
  quantity: number | null;
  /** What the day came to with it; null when it changed no number. */
  total: number | null;
  /** The words it was understood from; null when it was not said in a call. */
  quote: string | null;
  /** Why it was skipped; null when that was not said. */
  reason: 'sick' | 'travelling' | 'rest-day' | 'other' | null;
  /** The person's own note; null when there is none. */
  note: string | null;
  /** Told more than 48 hours after its time, or of a day before the habit began. */
  backfill: boolean;
  /** When it was replaced or taken back; null while it stands. */
  supersededAt: Date | null;
}

/** All that was ever said about an occurrence. */
export class CheckInHistory {
  /** The oldest first. */
  items: CheckInEntry[];
  /** Always null: all of it comes in one answer. */
  nextCursor: string | null;

  static of(items: Entry<SkipReason>[]): CheckInHistory {
    return { items, nextCursor: null };
  }
}

/** One due moment of a habit. */
export class OccurrenceResponse {
  /** Id of the occurrence. */
  id: string;
  /** Id of the habit it belongs to. */
  habitId: string;
  /** The date the schedule names, `YYYY-MM-DD`. Date and time together name it for good, wherever the person travels. */
  localDate: string;
  /** The wall-clock time the schedule names, `HH:mm`. */
  localTime: string;
  /** The person's day it counts for, `YYYY-MM-DD`: the date before when it is due before their day ends. */
  day: string;
  /** IANA zone in which date and time are read. */
  timeZone: string;
  /** The moment it is due. */
  dueAt: Date;
  /**
   * When its time is over unless it is answered: later after each call or message, and then it is missed. Where only too much is
   * a miss, the end of its day, and then it is completed.
   */
  closesAt: Date;
  /** `planned` until it is due, `due` until it is answered or its time is over; then what became of it. */
  status: OccurrenceStatus;
  /**
   * Why it was skipped without a word: the habit rests, its goal leaves other days or is met by one, or it was not asked for,
   * but told of afterwards and taken back, and counts for nothing. Null in every other case.
   */
  closedBecause: 'resting' | 'goal-open' | 'not-asked' | null;
  /** What its whole day comes to so far, in the unit of a numeric habit's target; null while no number was said. */
  quantity: number | null;
  /** What the person said, else what the number of the day came to when it was settled; null while it is open, and in silence. */
  checkIn: CheckInResponse | null;

  static of(row: OccurrenceRow): OccurrenceResponse {
    const { id, habitId, localDate, localTime, day, timeZone, dueAt, closesAt, status, total } = row;
    const [closedBecause, checkIn] = [closedBecauseOf(row), checkInOf(row)];
    return atVersion(
      {
        ...{ id, habitId, localDate, localTime, day, timeZone, dueAt, closesAt, status, closedBecause },
        quantity: total,
        checkIn,
      },
      wordOf(row),
    );
  }
}

/** The occurrences of some days. */
export class OccurrencePage {
  /** By the time they are due. */
  items: OccurrenceResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

/** Local days, both included, at most 92 of them. */
export class DaysQuery extends LongPageQuery {
  /** First day, `YYYY-MM-DD`. */
  @IsLocalDate()
  from: string;

  /** Last day, `YYYY-MM-DD`. */
  @IsLocalDate()
  to: string;
}

/** Something that is asked today. */
export class TodayItem {
  /** The due moment. */
  occurrence: OccurrenceResponse;
  /** The habit it belongs to. */
  habit: HabitResponse;
}

/** What is asked of the person today. */
export class TodayResponse {
  /** The person's day that is now, `YYYY-MM-DD`; it ends when their settings say, which may be after midnight. */
  day: string;
  /** IANA zone by which it is that day. */
  timeZone: string;
  /** By the time they are due. */
  items: TodayItem[];
}

class CountedDay {
  /**
   * How the day went as a whole. `partial`: done and missed; `pending`: something is open, whatever became of the rest;
   * `none`: nothing was due. A miss over which a freeze kept the streak of all habits stays `missed`: `GET /streaks` names
   * the day in `usedOn`.
   */
  status: DayStatus;
  /** How many occurrences it had. */
  @ApiProperty({ type: 'integer' })
  due: number;
  /** How many of them were done. */
  @ApiProperty({ type: 'integer' })
  completed: number;
  /** How many of them were skipped. */
  @ApiProperty({ type: 'integer' })
  skipped: number;
  /** How many of them were missed. */
  @ApiProperty({ type: 'integer' })
  missed: number;
}

/** How one day of one habit went. */
export class CalendarHabit extends CountedDay {
  /** Id of the habit. */
  habitId: string;
}

/** How one day went, or what it will ask for. */
export class CalendarDay extends CountedDay {
  /** The day, `YYYY-MM-DD`. */
  day: string;
  /** The same of each habit that asked for something, in the order they were made. */
  habits: CalendarHabit[];
}

/** How the days of a month went; those to come are pending. */
export class CalendarResponse {
  /** The month, `YYYY-MM`. */
  month: string;
  /** Every day of the month, the first first. */
  days: CalendarDay[];
}

function closedBecauseOf({ status, checkInStatus, closedBecause }: OccurrenceRow): ClosedBecause | null {
  return status === 'skipped' && !checkInStatus ? closedBecause : null;
}

/** The word that stands, else the number by which it was settled: at once, or at its end. */
function checkInOf(row: OccurrenceRow): CheckInResponse | null {
  const { checkInStatus, via, at, quantity, quote, reason, note, backfill } = row;
  if (checkInStatus) {
    return { status: checkInStatus, via: via!, at: at!, quantity, quote, reason, note, backfill: backfill! };
  }
  const { status, total, totalVia, totalAt, totalQuote, totalNote, dueAt } = row;
  if (total === null || (status !== 'completed' && status !== 'missed')) return null;
  return {
    ...{ status, via: totalVia!, at: totalAt!, quantity: total, quote: totalQuote, reason: null },
    ...{ note: totalNote, backfill: isBackfill(dueAt, totalAt!) },
  };
}

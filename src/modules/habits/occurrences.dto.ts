import { IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { atVersion, IsLocalDate, IsPlainText } from '../../platform/http';
import type { CheckInStatus, CheckInVia } from './check-in.entity';
import type { DayStatus, OccurrenceStatus } from './domain/day-status';
import { HabitResponse } from './habits.dto';
import { type OccurrenceRow, wordOf } from './occurrences.repository';

/** What the person says about an occurrence. */
export class CheckInRequest {
  @IsIn(['completed', 'skipped', 'missed'])
  status: CheckInStatus;

  /** How much it was in all that day, for a numeric habit. */
  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0)
  @Max(1_000_000_000)
  quantity?: number | null;

  /** Why, for a skip or a miss. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @IsPlainText()
  reason?: string | null;

  /** For the person's own eyes. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @IsPlainText()
  note?: string | null;
}

export class CheckInResponse {
  status: CheckInStatus;
  /** By which way the word came. */
  via: CheckInVia;
  /** When we received it. */
  at: Date;
  quantity: number | null;
  /** The words that were heard, when it was said in a call. */
  quote: string | null;
  reason: string | null;
  note: string | null;
}

/** One due moment of a habit. */
export class OccurrenceResponse {
  id: string;
  habitId: string;
  /** The rule's own date and time: what the moment is known by. */
  localDate: string;
  localTime: string;
  /** The day it counts for. */
  day: string;
  timeZone: string;
  dueAt: Date;
  /** When it is given up as missed, if nobody answers. */
  closesAt: Date;
  status: OccurrenceStatus;
  /** The person's word; null while there is none, and for an automatic miss. */
  checkIn: CheckInResponse | null;

  static of(row: OccurrenceRow): OccurrenceResponse {
    const { id, habitId, localDate, localTime, day, timeZone, dueAt, closesAt, status } = row;
    const checkIn = checkInOf(row);
    return atVersion(
      { id, habitId, localDate, localTime, day, timeZone, dueAt, closesAt, status, checkIn },
      wordOf(row),
    );
  }
}

export class OccurrencePage {
  items: OccurrenceResponse[];
  /** Always null: the days asked for come in one answer. */
  nextCursor: string | null;
}

/** Local days, both included, at most 92 of them. */
export class DaysQuery {
  @IsLocalDate()
  from: string;

  @IsLocalDate()
  to: string;
}

export class TodayItem {
  occurrence: OccurrenceResponse;
  habit: HabitResponse;
}

/** What is asked of the person today. */
export class TodayResponse {
  /** The person's own day, which may end after midnight. */
  day: string;
  timeZone: string;
  items: TodayItem[];
}

export class CalendarDay {
  day: string;
  status: DayStatus;
  /** How many were asked for. */
  due: number;
  completed: number;
  skipped: number;
  missed: number;
}

export class CalendarResponse {
  /** `YYYY-MM`. */
  month: string;
  days: CalendarDay[];
}

export class StreakResponse {
  habitId: string;
  /** Days in a row, up to now. */
  current: number;
  longest: number;
  /** First day of the current streak. */
  startedOn: string | null;
}

export class OverallStreak {
  current: number;
  longest: number;
  startedOn: string | null;
}

export class StreaksResponse {
  items: StreakResponse[];
  /** Days on which everything that was due was done. */
  overall: OverallStreak;
}

function checkInOf({ checkInStatus, via, at, quantity, quote, reason, note }: OccurrenceRow): CheckInResponse | null {
  return checkInStatus ? { status: checkInStatus, via: via!, at: at!, quantity, quote, reason, note } : null;
}

import { IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { atVersion, IsLocalDate, IsPlainText } from '../../platform/http';
import type { CheckInStatus, CheckInVia } from './check-in.entity';
import type { DayStatus, OccurrenceStatus } from './domain/day-status';
import { HabitResponse } from './habits.dto';
import { type OccurrenceRow, wordOf } from './occurrences.repository';

/** What the person says about an occurrence. */
export class CheckInRequest {
  /** How it stands. */
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
  /** How it stands. */
  status: CheckInStatus;
  /** By which way the word came. */
  via: CheckInVia;
  /** When we received it. */
  at: Date;
  /** How much it was, for a numeric habit; null when none was said. */
  quantity: number | null;
  /** The words that were heard, when it was said in a call. */
  quote: string | null;
  /** Why, in the person's words; null when nothing was said. */
  reason: string | null;
  /** For the person's own eyes. */
  note: string | null;
}

/** One due moment of a habit. */
export class OccurrenceResponse {
  /** Names it, for ever. */
  id: string;
  /** The habit it is about. */
  habitId: string;
  /** The rule's own date and time: what the moment is known by. */
  localDate: string;
  /** The rule's own time, `HH:mm`. */
  localTime: string;
  /** The day it counts for. */
  day: string;
  /** IANA zone, such as `Europe/Lisbon`. */
  timeZone: string;
  /** The moment it is due. */
  dueAt: Date;
  /** When it is given up as missed, if nobody answers. */
  closesAt: Date;
  /** How it stands. */
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
  /** What was asked for, in order. */
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
  /** What is asked for. */
  occurrence: OccurrenceResponse;
  /** The habit that asks. */
  habit: HabitResponse;
}

/** What is asked of the person today. */
export class TodayResponse {
  /** The person's own day, which may end after midnight. */
  day: string;
  /** IANA zone, such as `Europe/Lisbon`. */
  timeZone: string;
  /** What was asked for, in order. */
  items: TodayItem[];
}

export class CalendarDay {
  /** The date, `YYYY-MM-DD`. */
  day: string;
  /** How it stands. */
  status: DayStatus;
  /** How many were asked for. */
  due: number;
  /** How many were done. */
  completed: number;
  /** How many were skipped. */
  skipped: number;
  /** How many were missed. */
  missed: number;
}

export class CalendarResponse {
  /** `YYYY-MM`. */
  month: string;
  /** Every day of the month. */
  days: CalendarDay[];
}

export class StreakResponse {
  /** The habit it is about. */
  habitId: string;
  /** Days in a row, up to now. */
  current: number;
  /** The most days in a row so far. */
  longest: number;
  /** First day of the current streak. */
  startedOn: string | null;
}

export class OverallStreak {
  /** Days in a row, up to now. */
  current: number;
  /** The most days in a row so far. */
  longest: number;
  /** First day of the current streak; null without one. */
  startedOn: string | null;
}

export class StreaksResponse {
  /** What was asked for, in order. */
  items: StreakResponse[];
  /** Days on which everything that was due was done. */
  overall: OverallStreak;
}

function checkInOf({ checkInStatus, via, at, quantity, quote, reason, note }: OccurrenceRow): CheckInResponse | null {
  return checkInStatus ? { status: checkInStatus, via: via!, at: at!, quantity, quote, reason, note } : null;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { atVersion, IsLocalDate, IsPlainText } from '../../platform/http';
import type { CheckInStatus, CheckInVia } from './check-in.entity';
import type { DayStatus, OccurrenceStatus } from './domain/day-status';
import { HabitResponse } from './habits.dto';
import { type OccurrenceRow, wordOf } from './occurrences.repository';

/** What the person says about an occurrence. */
export class CheckInRequest {
  /** Whether it was done, left out on purpose, or not done. A skip neither counts nor breaks a streak. */
  @IsIn(['completed', 'skipped', 'missed'])
  status: CheckInStatus;

  /** How much it was in all, in the unit of the habit's target; for a numeric habit. */
  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0)
  @Max(1_000_000_000)
  quantity?: number | null;

  /** Why it was skipped or missed, in the person's words. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @IsPlainText()
  reason?: string | null;

  /** A note for the person's own eyes. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @IsPlainText()
  note?: string | null;
}

/** The person's word about an occurrence. */
export class CheckInResponse {
  /** Whether it was done, left out on purpose, or not done. */
  status: CheckInStatus;
  /** Where the person said so. */
  via: CheckInVia;
  /** When the service received it. */
  at: Date;
  /** How much it was, in the unit of the habit's target; null when no number was said. */
  quantity: number | null;
  /** The words it was understood from; null when it was not said in a call. */
  quote: string | null;
  /** Why, in the person's words; null when they gave no reason. */
  reason: string | null;
  /** The person's own note; null when there is none. */
  note: string | null;
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
  /** When it is given up as missed unless it is answered; later after each call or message. */
  closesAt: Date;
  /** `planned` until it is due, `due` until it is answered or given up; then what became of it. */
  status: OccurrenceStatus;
  /** What the person said; null while they have said nothing, also when it was given up as missed. */
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

/** The occurrences of some days. */
export class OccurrencePage {
  /** By the time they are due. */
  items: OccurrenceResponse[];
  /** Always null: the days asked for come in one answer. */
  nextCursor: string | null;
}

/** Local days, both included, at most 92 of them. */
export class DaysQuery {
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

/** How one day of one habit went. */
export class CalendarHabit {
  /** Id of the habit. */
  habitId: string;
  /** How its day went as a whole. */
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

/** How one day went, or what it will ask for. */
export class CalendarDay {
  /** The day, `YYYY-MM-DD`. */
  day: string;
  /** How the day went as a whole. `partial`: done and missed; `pending`: something is open; `none`: nothing was due. */
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

/** The days in a row of one habit. */
export class StreakResponse {
  /** Id of the habit. */
  habitId: string;
  /** Days in a row up to now; skipped days neither count nor break it. */
  @ApiProperty({ type: 'integer' })
  current: number;
  /** The most days in a row there ever were. */
  @ApiProperty({ type: 'integer' })
  longest: number;
  /** First day of the current row, `YYYY-MM-DD`; null while there is none. */
  startedOn: string | null;
}

/** The days in a row of all habits together. */
export class OverallStreak {
  /** Days in a row up to now; skipped days neither count nor break it. */
  @ApiProperty({ type: 'integer' })
  current: number;
  /** The most days in a row there ever were. */
  @ApiProperty({ type: 'integer' })
  longest: number;
  /** First day of the current row, `YYYY-MM-DD`; null while there is none. */
  startedOn: string | null;
}

/** Every streak of the person. */
export class StreaksResponse {
  /** One of each habit. */
  items: StreakResponse[];
  /** Days in a row on which all that was due was done, over all habits. */
  overall: OverallStreak;
}

function checkInOf({ checkInStatus, via, at, quantity, quote, reason, note }: OccurrenceRow): CheckInResponse | null {
  return checkInStatus ? { status: checkInStatus, via: via!, at: at!, quantity, quote, reason, note } : null;
}

import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { timeTyped } from '../../kernel/typed';
import { DATE_FORM, Example, IfGiven, TIME_FORM } from '../../platform/http';
import { placeProblem } from './domain/place-check';
import type { Exception, Goal, Schedule } from './domain/schedule';

/** So many times in a period, on whichever of the days the rule allows. */
export class GoalRequest implements Goal {
  /** How many times in a period. */
  @IsInt()
  @Min(1)
  @Max(1000)
  @Example(3)
  @ApiProperty({ type: 'integer' })
  times: number;

  /** A calendar week, Monday to Sunday, or a calendar month. */
  @IsIn(['week', 'month'])
  per: 'week' | 'month';
}

const PLACE = { message: ({ value }: ValidationArguments) => placeProblem(value) };

/** Where a moment is moved to. */
class MovedTo {
  /** Its new date, `YYYY-MM-DD`. */
  @IsString()
  @MaxLength(40)
  @Example('2026-03-02', DATE_FORM)
  localDate: string;

  /** Its new wall-clock time, `HH:mm`. */
  @IsString()
  @MaxLength(40)
  @Example('07:00', TIME_FORM)
  localTime: string;
}

/** A single change of a schedule. The moment keeps its name: the date and time that the rule gives it. */
export class ExceptionRequest implements Exception {
  /** The date the rule gives it, `YYYY-MM-DD`. */
  @IsString()
  @MaxLength(40)
  @Example('2026-03-02', DATE_FORM)
  localDate: string;

  /** The wall-clock time the rule gives it, `HH:mm`. */
  @IsString()
  @MaxLength(40)
  @Example('07:00', TIME_FORM)
  localTime: string;

  /**
   * Where it is moved to: a time still to come that no other moment of the habit has, at most a year away. It may lie before
   * the start of the schedule or after its end. Null cancels it.
   */
  @ApiPropertyOptional()
  @IsOptional()
  @IsObject(PLACE)
  @ValidateNested()
  @Type(() => MovedTo)
  movedTo: MovedTo | null = null;
}

/** How a schedule looks, to somebody who sends something else. */
export const A_SCHEDULE = { startDate: '2026-03-29', times: ['07:00'], recurrence: 'FREQ=DAILY' };

/** When a habit is due: wall-clock times on the dates a rule names. Every rule of it is checked at once. */
export class ScheduleRequest implements Schedule {
  /** First date, `YYYY-MM-DD`. A schedule without a recurrence is due on this date alone. */
  @IsString()
  @MaxLength(40)
  @Example('2026-03-29', DATE_FORM)
  startDate: string;

  /** Last date, `YYYY-MM-DD`. Null: no end. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Example('2026-12-31', DATE_FORM)
  endDate: string | null = null;

  /** Wall-clock times of each date, `HH:mm`, such as `["07:00", "19:30"]`. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @Example(['07:00'], { meant: timeTyped })
  times: string[];

  /**
   * RFC 5545 recurrence rule over dates, such as `FREQ=WEEKLY;BYDAY=MO,WE,FR`. Null: once, on the start date. `UNTIL` is
   * a last date, or a last moment: `20261231T045959Z` is an instant, `20261231T120000` what the wall clock shows.
   */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  @Example('FREQ=WEEKLY;BYDAY=MO,WE,FR')
  recurrence: string | null = null;

  /** IANA zone the habit is pinned to. Null: it follows the person. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Example('Europe/Lisbon')
  timeZone: string | null = null;

  /** So many times a week or a month, on the days the rule allows. Null: every one of them is asked for. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => GoalRequest)
  @Example({ times: 3, per: 'week' })
  goal: GoalRequest | null = null;

  /** Single moments that are moved or canceled. What is past is changed no more, but what was changed before may stay. */
  @ApiPropertyOptional({ type: () => [ExceptionRequest] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExceptionRequest)
  @Example([{ localDate: '2026-03-02', localTime: '07:00', movedTo: { localDate: '2026-03-03', localTime: '09:00' } }])
  exceptions: ExceptionRequest[] = [];

  /** The words of an answer, for a client that sends back the schedule it was given. They are made anew. */
  @ApiHideProperty()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Example('Daily at 07:00')
  text?: string;
}

/** When a habit is due. */
export class ScheduleResponse implements Schedule {
  /** First date, `YYYY-MM-DD`. */
  startDate: string;
  /** Last date, `YYYY-MM-DD`; null when it has no end. */
  endDate: string | null;
  /** Wall-clock times of each date, `HH:mm`. */
  times: string[];
  /** RFC 5545 recurrence rule, such as `FREQ=DAILY`; null when it is due on the start date alone. */
  recurrence: string | null;
  /** IANA zone the habit is pinned to; null when it follows the person. */
  timeZone: string | null;
  /** So many times a week or a month, on the days the rule allows; null when every one is asked for. */
  goal: GoalRequest | null;
  /** Single moments that are moved or canceled. */
  exceptions: ExceptionRequest[];
  /** The schedule in words, such as `Mon, Wed and Fri at 07:00`. */
  text: string;
}

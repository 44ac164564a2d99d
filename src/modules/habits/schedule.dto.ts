import { ApiHideProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Schedule } from './domain/schedule';

/** When a habit is due: wall-clock times on the dates a rule names. Every rule of it is checked at once. */
export class ScheduleRequest implements Schedule {
  /** First date, `YYYY-MM-DD`. A schedule without a recurrence is due on this date alone. */
  @IsString()
  @MaxLength(40)
  startDate: string;

  /** Last date, `YYYY-MM-DD`. Null: no end. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  endDate: string | null = null;

  /** Wall-clock times of each date, `HH:mm`, such as `["07:00", "19:30"]`. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  times: string[];

  /** RFC 5545 recurrence rule over dates, such as `FREQ=WEEKLY;BYDAY=MO,WE,FR`. Null: once, on the start date. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  recurrence: string | null = null;

  /** IANA zone the habit is pinned to. Null: it follows the person. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone: string | null = null;

  /** Times a week or a month: taken when it asks for nothing, as clients send it that know of goals already. */
  @ApiHideProperty()
  @IsOptional()
  @IsIn([null], { message: 'goal is not there yet: leave it out' })
  goal?: null;

  /** Single dates moved or canceled: taken when there are none. */
  @ApiHideProperty()
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(0, { message: 'exceptions are not there yet: leave them out' })
  exceptions?: unknown[];

  /** The words of an answer, for a client that sends back the schedule it was given. They are made anew. */
  @ApiHideProperty()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
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
  /** The schedule in words, such as `Mon, Wed and Fri at 07:00`. */
  text: string;
}

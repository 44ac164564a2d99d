import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { ScheduleRequest } from '../modules/habits/schedule.dto';
import { IsInstant, IsTimeZoneName } from '../platform/http';

/** What a line asks: when is this schedule due, from `from` (included) to `to` (excluded)? */
export class Question {
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule: ScheduleRequest;

  /** Where the person lives; a zone that the schedule is pinned to wins over it. */
  @IsOptional()
  @IsTimeZoneName()
  timeZone: string | null = null;

  @IsInstant()
  from: Date;

  @IsInstant()
  to: Date;
}

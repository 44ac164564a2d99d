import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { A_SCHEDULE, ScheduleRequest } from '../modules/habits/schedule.dto';
import { Example, IsInstant, IsTimeZoneName } from '../platform/http';

/** What a line asks: when is this schedule due, from `from` (included) to `to` (excluded)? */
export class ScheduleQuestion {
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  @Example(A_SCHEDULE)
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

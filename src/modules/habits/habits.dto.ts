import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsNotBlank, IsPlainText, PageQuery } from '../../platform/http';
import { ScheduleRequest, ScheduleResponse } from './schedule.dto';

/** What a numeric habit asks for. */
export class TargetRequest {
  /** How much, more than nothing. */
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0.001)
  @Max(1_000_000_000)
  value: number;

  /** Of what, such as `km` or `pages`. */
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  @IsPlainText()
  unit: string;

  /** Whether to reach it or to stay below it. */
  @IsIn(['at-least', 'at-most'])
  direction: 'at-least' | 'at-most';
}

class HabitFields {
  /** For the person's own eyes. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @IsPlainText()
  description?: string | null;

  /** Answered by yes or no, or by a number. */
  @IfGiven()
  @IsIn(['yes-no', 'numeric'])
  kind?: 'yes-no' | 'numeric';

  /** What a numeric habit asks for; null for a yes-no habit. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TargetRequest)
  target?: TargetRequest | null;

  /** `call` rings, `push` sends a message. */
  @IfGiven()
  @IsIn(['call', 'push'])
  channel?: 'call' | 'push';

  /** Minutes after which a late ring becomes a message. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(120)
  lateMinutes?: number;

  /** Voice of the call. Null: the person's default. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @IsPlainText()
  voiceId?: string | null;
}

/** A new habit. */
export class CreateHabitRequest extends HabitFields {
  /** What Callivate says on the phone, as in "Read ten pages". */
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  @IsPlainText()
  title: string;

  /** When it asks. */
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule: ScheduleRequest;
}

/** Changes to a habit. What is left out stays; a schedule is replaced whole. */
export class UpdateHabitRequest extends HabitFields {
  /** What Callivate says on the phone, as in "Read ten pages". */
  @IfGiven()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  @IsPlainText()
  title?: string;

  /** When it asks. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule?: ScheduleRequest;
}

export class ListHabitsQuery extends PageQuery {
  /** Only habits in this state; archived ones are shown when asked for. */
  @IsOptional()
  @IsIn(['active', 'paused', 'archived'])
  status?: 'active' | 'paused' | 'archived';
}

/** A schedule to look at before it is kept. */
export class PreviewRequest {
  /** When it asks. */
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule: ScheduleRequest;

  /** Zone to read it in, when the schedule pins none. Null: the person's. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone?: string | null;

  /** How many due moments to show. */
  @ApiPropertyOptional()
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  count: number = 5;
}

export class PreviewResponse {
  /** The next due moments. */
  instants: Date[];
  /** The schedule in words, such as `Mon, Wed and Fri at 07:00`. */
  text: string;
}

export class HabitStreak {
  /** Days in a row, up to now. */
  current: number;
  /** The most days in a row so far. */
  longest: number;
}

/** A habit as it stands. */
export class HabitResponse {
  /** Names it, for ever. */
  id: string;
  /** What it is called. */
  title: string;
  /** For the person's own eyes. */
  description: string | null;
  /** What sort it is. */
  kind: 'yes-no' | 'numeric';
  /** What a numeric habit asks for; null for a yes-no habit. */
  target: TargetRequest | null;
  /** When it asks. */
  schedule: ScheduleResponse;
  /** `call` rings, `push` sends a message. */
  channel: 'call' | 'push';
  /** Minutes after which a late ring becomes a message. */
  lateMinutes: number;
  /** Voice of the call; null: the person's default. */
  voiceId: string | null;
  /** How it stands. */
  status: 'active' | 'paused' | 'archived';
  /** When it asks next; null when it is paused, archived or over. */
  nextDueAt: Date | null;
  /** Days in a row. */
  streak: HabitStreak;
  /** When it was made. */
  createdAt: Date;
  /** When it was last changed. */
  updatedAt: Date;
}

export class HabitPage {
  /** What was asked for, in order. */
  items: HabitResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

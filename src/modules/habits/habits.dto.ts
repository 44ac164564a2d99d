import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
  /** How much, in `unit`; at least 0.001. */
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0.001)
  @Max(1_000_000_000)
  value: number;

  /** What is counted, such as `km` or `pages`. */
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  @IsPlainText()
  unit: string;

  /** Whether `value` is to be reached or not to be exceeded. */
  @IsIn(['at-least', 'at-most'])
  direction: 'at-least' | 'at-most';
}

class HabitFields {
  /** A note for the person's own eyes; no call says it. Null: none. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @IsPlainText()
  description?: string | null;

  /** Whether it is answered by yes or no, or by a number. */
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

  /** Minutes after the due time within which we still ring, 1 to 120; later, a message is sent instead. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(120)
  @ApiProperty({ type: 'integer' })
  lateMinutes?: number;

  /** Voice of its calls. Null: the person's `defaultVoiceId`. */
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

  /** When it is due. */
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

  /** When it is due; replaced whole. */
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

/** A schedule to look at before it is kept: as it is, or in words. One of the two is given. */
export class PreviewRequest {
  /** The schedule to look at. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  schedule?: ScheduleRequest;

  /** The schedule in words instead, such as `Mon, Wed and Fri at 07:00`; it starts today if they name no day. */
  @IfGiven()
  @IsString()
  @MaxLength(1000)
  text?: string;

  /** Zone to read it in, when the schedule pins none. Null: the person's. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone?: string | null;

  /** How many due moments to show, 1 to 100. */
  @ApiPropertyOptional({ type: 'integer' })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  count: number = 5;
}

/** When a schedule would be due. */
export class PreviewResponse {
  /** The next moments it would be due, in order; fewer than asked for when it ends before. */
  instants: Date[];
  /** The schedule in words, such as `Mon, Wed and Fri at 07:00`. */
  text: string;
  /** The schedule itself, as a habit takes it. */
  schedule: ScheduleResponse;
}

/** How many days in a row a habit was done. */
export class HabitStreak {
  /** Days in a row up to now; skipped days neither count nor break it. */
  @ApiProperty({ type: 'integer' })
  current: number;
  /** The most days in a row there ever were. */
  @ApiProperty({ type: 'integer' })
  longest: number;
}

/** A habit as it stands. */
export class HabitResponse {
  /** Id of the habit. */
  id: string;
  /** What it is called, and what Callivate says on the phone. */
  title: string;
  /** The person's own note; null when there is none. */
  description: string | null;
  /** Whether it is answered by yes or no, or by a number. */
  kind: 'yes-no' | 'numeric';
  /** What a numeric habit asks for; null for a yes-no habit. */
  target: TargetRequest | null;
  /** When it is due. */
  schedule: ScheduleResponse;
  /** `call` rings, `push` sends a message. */
  channel: 'call' | 'push';
  /** Minutes after the due time within which we still ring; later, a message is sent instead. */
  @ApiProperty({ type: 'integer' })
  lateMinutes: number;
  /** Voice of its calls; null: the person's `defaultVoiceId`. */
  voiceId: string | null;
  /** `active` asks; `paused` and `archived` neither ask nor count. */
  status: 'active' | 'paused' | 'archived';
  /** When it is due next; null while it is paused or archived, and once its schedule is over. */
  nextDueAt: Date | null;
  /** Its days in a row. */
  streak: HabitStreak;
  /** When it was made. */
  createdAt: Date;
  /** When the person last changed it. */
  updatedAt: Date;
}

/** One page of habits. */
export class HabitPage {
  /** In the order they were made. */
  items: HabitResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

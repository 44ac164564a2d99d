import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { VOICE_IDS, type VoiceId } from '../../kernel/voices';
import { Example, IfGiven, IsNotBlank, IsPlainText, IsTimeZoneName, PageQuery } from '../../platform/http';
import { LARGEST_NUMBER, SMALLEST_NUMBER } from './domain/limits';
import { HabitPauseResponse } from './pauses.dto';
import { A_SCHEDULE, ScheduleRequest, ScheduleResponse } from './schedule.dto';

/** What a numeric habit asks for. */
export class TargetRequest {
  /** How much, in `unit`; at least 0.001. */
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(SMALLEST_NUMBER)
  @Max(LARGEST_NUMBER)
  @Example(5)
  value: number;

  /** What is counted, such as `km` or `pages`. */
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  @IsPlainText()
  @Example('km')
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
  @Example('Before breakfast')
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
  @Example({ value: 5, unit: 'km', direction: 'at-least' })
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

  /** Voice of its calls, one of `GET /voices`. Null: the person's `defaultVoiceId`. */
  @IsOptional()
  @IsIn(VOICE_IDS)
  voiceId?: VoiceId | null;
}

/** A new habit. */
export class CreateHabitRequest extends HabitFields {
  /** What Callivate says on the phone, as in "Read ten pages". */
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  @IsPlainText()
  @Example('Read ten pages')
  title: string;

  /** When it is due. */
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  @Example(A_SCHEDULE)
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
  @Example('Read ten pages')
  title?: string;

  /** When it is due; replaced whole. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  @Example(A_SCHEDULE)
  schedule?: ScheduleRequest;
}

export class ListHabitsQuery extends PageQuery {
  /** Only habits in this state; archived ones are shown when asked for. */
  @IsOptional()
  @IsIn(['active', 'paused', 'archived'])
  status?: 'active' | 'paused' | 'archived';
}

/** A schedule to look at before it is kept: as `schedule` or, in words, as `text`; exactly one of the two. */
export class PreviewRequest {
  /** The schedule to look at. */
  @ApiPropertyOptional({ type: () => ScheduleRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleRequest)
  @Example(A_SCHEDULE)
  schedule?: ScheduleRequest | null;

  /**
   * The schedule in English words, such as `Mon, Wed and Fri at 07:00`, `3x/week at half past 7 in the evening`, `first
   * Monday in January at 9` or `on the 1st of every month at noon, until 2026-12-31 (Europe/Berlin)`. Every word must be
   * understood, or a 400 names those that are not; one asks which is meant where words could mean two schedules, as
   * `every third Friday` could. Hours without am, pm or a part of the day are of the 24-hour clock. A date without a
   * year comes every year, unless it is `once`. It starts today where it says no `from`.
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Example('Mon, Wed and Fri at 07:00')
  text?: string | null;

  /** Zone to read it in, when the schedule pins none. Null: the person's. */
  @IsOptional()
  @IsTimeZoneName()
  timeZone?: string | null;

  /** The habit that the schedule is to change. Null: it is for a new one, which must have something still to come. */
  @IsOptional()
  @IsUUID()
  habitId?: string | null;

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
  /** The schedule in words, such as `Mon, Wed and Fri at 07:00`: how `text` was understood. */
  text: string;
  /** The schedule itself, as a habit takes it. */
  schedule: ScheduleResponse;
}

/** How many days in a row a habit was done, or weeks or months of its goal. */
export class HabitStreakResponse {
  /** In a row up to now; what was skipped neither counts nor breaks it. */
  @ApiProperty({ type: 'integer' })
  current: number;
  /** The most in a row there ever were. */
  @ApiProperty({ type: 'integer' })
  longest: number;
  /** What is counted: days, or the weeks or months of its goal. */
  unit: 'day' | 'week' | 'month';
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
  /** Why it is paused; null when it is not. */
  pause: HabitPauseResponse | null;
  /** When it is due next; null while it is paused without an end or archived, and once its schedule is over. */
  nextDueAt: Date | null;
  /** How often in a row it was done. */
  streak: HabitStreakResponse;
  /** How strong the habit is, from 0 to 1. A miss takes a little of it, and only a little. */
  score: number;
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

import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Example, IsTimeZoneName } from '../platform/http';

/** What of a habit an answer is understood by. */
export class UtteranceHabit {
  @IsString()
  @MaxLength(200)
  title: string;

  @IsOptional()
  @IsIn(['yes-no', 'numeric'])
  kind: 'yes-no' | 'numeric' = 'yes-no';

  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit: string | null = null;
}

/** What a line asks: what does this mean, as an answer to this question? */
export class Utterance {
  @IsString()
  @MaxLength(10_000)
  heard: string;

  /** One of our codes, such as `done?`, or the question as it was asked: "Have you done it?". */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  asked: string | null = null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => UtteranceHabit)
  @Example({ title: 'Read', kind: 'yes-no' })
  habit: UtteranceHabit | null = null;

  /** The person's wall clock, `2026-11-23T18:05`; the time it is if it is left out. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { message: 'Write the local time as "2026-11-23T18:05".' })
  now: string | null = null;

  @IsOptional()
  @IsTimeZoneName()
  timeZone: string | null = null;

  /** Such as `en` or `de-AT`. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language: string | null = null;
}

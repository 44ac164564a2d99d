import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { LongPageQuery } from '../../platform/http';
import { OccurrenceResponse } from './occurrences.dto';

/** How far ahead a person looks. */
export class UpcomingQuery extends LongPageQuery {
  /** How many days, with today as the first. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(60)
  days: number = 7;

  /** Only what this habit asks for; left out: what all do. */
  @IsOptional()
  @IsUUID()
  habitId?: string;
}

/** A due moment to come. */
export class UpcomingOccurrence extends OmitType(OccurrenceResponse, ['id'] as const) {
  /** Id of the occurrence; null while it lies so far ahead that it is not planned yet. Its date and time name it before. */
  id: string | null;
}

/** What will be asked of the person. */
export class UpcomingResponse {
  /** IANA zone by which today is today. */
  timeZone: string;
  /** By the time they are due. */
  items: UpcomingOccurrence[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

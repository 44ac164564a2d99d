import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
import { invalidFields } from '../../kernel/problem';

/** How a list is read: a page at a time, each page naming the next. */
export class PageQuery {
  /** At most so many items. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

/** The same for what apps read many of at once: a page holds more. */
export class LongPageQuery extends OmitType(PageQuery, ['limit'] as const) {
  /** At most so many items. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 1000;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The last item's place in the order of its list: by time, then by id. */
export interface Cursor {
  at: Date;
  id: string;
}

/** A page of what was read with `limit + 1`, so that the extra row tells whether there is more. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  place: (row: Row) => Cursor,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: rows.length > limit && last ? encoded(place(last)) : null };
}

/** Milliseconds since 1970, no more of them than a date can have. */
const MOMENT = /^\d{1,15}$/;

export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [at = '', id] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!MOMENT.test(at) || !isUUID(id)) {
    throw invalidFields([{ pointer: '/cursor', message: 'Use "nextCursor" of the page before as it is.' }]);
  }
  return { at: new Date(Number(at)), id: id as string };
}

function encoded({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

import { Param, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { absent } from '../../kernel/problem';

/** An id that is not even a UUID names nothing: the same 404 as an absent one. */
class ExistingId implements PipeTransform<string, string> {
  constructor(private readonly what: string) {}

  transform(value: string): string {
    if (!isUUID(value)) throw absent(this.what);
    return value.toLowerCase();
  }
}

/** The `:id` of a route, for a thing of that name. */
export const PathId = (what: string, parameter = 'id') => Param(parameter, new ExistingId(what));

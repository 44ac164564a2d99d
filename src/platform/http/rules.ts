import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsDate,
  Matches,
  registerDecorator,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { isLocalDate, isTimeZone, LOCAL_TIME } from '../../kernel/local-time';

/** An IANA time zone, as in `Europe/Lisbon`. */
export const IsTimeZoneName = () =>
  rule('isTimeZoneName', isTimeZone, 'must be an IANA time zone that exists, such as "Europe/Lisbon"');

/** A calendar date that exists. */
export const IsLocalDate = (options?: ValidationOptions) =>
  rule('isLocalDate', isLocalDate, 'must be a date that exists, as YYYY-MM-DD', options);

export const IsLocalTime = () =>
  Matches(LOCAL_TIME, { message: '$property must be a time from "00:00" to "23:59", as HH:mm' });

/** A moment with its zone, made a Date: `2026-03-29T07:00:00Z`. */
export const IsInstant = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value)),
    IsDate({ message: '$property must be a moment with its zone, such as "2026-03-29T07:00:00Z"' }),
  );

/** Four digits of a year and no more: what lies further away no database keeps and nobody means. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Characters that turn the direction of the text around them: whoever uses them in a title wants to deceive. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** Text a person can read aloud, and a database can keep: no control characters, no half of a character. */
export const IsPlainText = () =>
  rule(
    'isPlainText',
    (text) => !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, '')) && !TURNING.test(text),
    'must not contain control characters or halves of characters',
  );

/** Text with something to see in it. */
export const IsNotBlank = () => rule('isNotBlank', (text) => /\S/.test(text), 'must not be blank');

/** The rules below it count unless the field is left out. `null` is no way to leave it out. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

/**
 * A list of objects of that class. What is none of them is named by its place: of itself class-validator lets a list in the
 * list pass, and looks into an object that stands where the list should. So null is no list here, and false no object.
 */
export const IsListOf = (type: new () => object, messages: { list: string; item: string }): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (Array.isArray(value) ? value.map((item) => item instanceof type && item) : null)),
    IsArray({ message: messages.list }),
    ValidateNested({ each: true, message: ({ value }) => (value === null ? messages.list : messages.item) }),
    Type(() => type),
  );

function rule(
  name: string,
  holds: (text: string) => boolean,
  message: string,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: `$property ${message}`, ...options },
      validator: { validate: (value: unknown) => typeof value === 'string' && holds(value) },
    });
}

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsDate,
  Matches,
  registerDecorator,
  ValidateIf,
  type ValidationArguments,
  type ValidationOptions,
} from 'class-validator';
import { asIanaSpells, isLocalDate, isTimeZone, LOCAL_TIME } from '../../kernel/local-time';
import { dateProblem, instantProblem, zoneProblem } from '../../kernel/local-time-check';

/** An IANA time zone, as in `Europe/Lisbon`. In whichever letters it comes, it is kept as IANA spells it. */
export const IsTimeZoneName = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? asIanaSpells(value) : value)),
    rule(
      'isTimeZoneName',
      isTimeZone,
      saying(zoneProblem, 'must be an IANA time zone that exists, such as "Europe/Berlin"'),
    ),
  );

/** A calendar date that exists. */
export const IsLocalDate = (options?: ValidationOptions) =>
  rule('isLocalDate', isLocalDate, saying(dateProblem, 'must be a date that exists, as YYYY-MM-DD'), options);

export const IsLocalTime = () =>
  Matches(LOCAL_TIME, { message: '$property must be a time from "00:00" to "23:59", as HH:mm' });

/** A moment with its zone, made a Date: `2026-03-29T07:00:00Z`. */
export const IsInstant = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && instantProblem(value) === null ? new Date(value) : value)),
    IsDate({ message: saying(instantProblem, 'must be a moment with its zone, such as "2026-03-29T07:00:00Z"') }),
  );

/** Characters that turn the direction of the text around them: whoever uses them in a title wants to deceive. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** Text a person can read aloud, and a database can keep: no control characters, no half of a character. */
export const IsPlainText = () =>
  rule(
    'isPlainText',
    (text) => !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, '')) && !TURNING.test(text),
    '$property must not contain control characters or halves of characters',
  );

/** Text with something to see in it. */
export const IsNotBlank = () => rule('isNotBlank', (text) => /\S/.test(text), '$property must not be blank');

/** The rules below it count unless the field is left out. `null` is no way to leave it out. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

/** A sentence in which `$property` stands for the field, or what says one. */
type Message = Exclude<ValidationOptions['message'], undefined>;

function rule(
  name: string,
  holds: (text: string) => boolean,
  message: Message,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message, ...options },
      validator: { validate: (value: unknown) => typeof value === 'string' && holds(value) },
    });
}

/** Says of a text what is wrong with it, and of anything else what it must be. */
function saying(problemOf: (text: string) => string | null, otherwise: string) {
  return ({ value }: ValidationArguments): string =>
    (typeof value === 'string' ? problemOf(value) : null) ?? `$property ${otherwise}`;
}

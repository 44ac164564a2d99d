import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsDate,
  IsString,
  registerDecorator,
  ValidateIf,
  type ValidationArguments,
  type ValidationOptions,
} from 'class-validator';
import { LANGUAGE_TAG } from '../../kernel/languages';
import { asIanaSpells } from '../../kernel/local-time';
import {
  dateProblem,
  instantProblem,
  timeProblem,
  timeUpTo,
  timeUpToProblem,
  zoneProblem,
} from '../../kernel/local-time-check';
import { dateTyped, timeTyped, timeTypedUpTo } from '../../kernel/typed';
import { Example, MOMENT } from './field';

/** How a date is shown to somebody who sends something else. */
export const DATE_FORM = { form: 'a date, YYYY-MM-DD', meant: dateTyped };

/** How a time of day is shown to somebody who sends something else. */
export const TIME_FORM = { form: 'a time, HH:mm', meant: timeTyped };

/** An IANA time zone, as in `Europe/Lisbon`. In whichever letters it comes, it is kept as IANA spells it. */
export const IsTimeZoneName = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? asIanaSpells(value) : value)),
    textWithout('isTimeZoneName', zoneProblem),
    Example('Europe/Lisbon'),
  );

/** A language tag (RFC 5646), as in `de-AT`. */
export const IsLanguageTag = () =>
  applyDecorators(
    textWithout('isLanguageTag', (text) =>
      LANGUAGE_TAG.test(text) ? null : `${JSON.stringify(text)} is no language: write one as "en" or "de-AT".`,
    ),
    Example('en'),
  );

/** A calendar date that exists. */
export const IsLocalDate = () =>
  applyDecorators(textWithout('isLocalDate', dateProblem), Example('2026-03-29', DATE_FORM));

/** A time of day. */
export const IsLocalTime = () => applyDecorators(textWithout('isLocalTime', timeProblem), Example('07:00', TIME_FORM));

/** A time of day no later than `latest`, of which "24:00" is the end of the day. */
export const IsLocalTimeUpTo = (latest: string) =>
  applyDecorators(
    textWithout('isLocalTimeUpTo', (text) => timeUpToProblem(latest, text)),
    Example(latest, { form: timeUpTo(latest), meant: (typed) => timeTypedUpTo(latest, typed) }),
  );

/** A moment with its zone, made a Date: `2026-03-29T07:00:00Z`. */
export const IsInstant = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && instantProblem(value) === null ? new Date(value) : value)),
    IsDate({ message: saying(instantProblem) }),
    rule(MOMENT, (value) => typeof value === 'string' || value instanceof Date),
    Example('2026-03-29T07:00:00Z', { form: 'a moment with its zone' }),
  );

/** Characters that turn the direction of the text around them: whoever uses them in a title wants to deceive. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** Text a person can read aloud, and a database can keep: no control characters, no half of a character. */
export const IsPlainText = () =>
  textRule(
    'isPlainText',
    (text) => !/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, '')) && !TURNING.test(text),
    '$property must not contain control characters or halves of characters',
  );

/** Text with something to see in it. */
export const IsNotBlank = () => textRule('isNotBlank', (text) => /\S/.test(text), '$property must not be blank');

/** The rules below it count unless the field is left out. `null` is no way to leave it out. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

/** A sentence in which `$property` stands for the field, or what says one. */
type Message = Exclude<ValidationOptions['message'], undefined>;

function textRule(name: string, holds: (text: string) => boolean, message: Message): PropertyDecorator {
  return rule(name, (value) => typeof value === 'string' && holds(value), message);
}

/** Text in which nothing is found wrong. That it is text comes last, for the last is told first. */
function textWithout(name: string, problemOf: (text: string) => string | null) {
  return applyDecorators(
    textRule(name, (text) => problemOf(text) === null, saying(problemOf)),
    IsString(),
  );
}

/** Without a message, the wrong kind of value is told as of any field. */
function rule(name: string, holds: (value: unknown) => boolean, message?: Message): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      options: message === undefined ? {} : { message },
      validator: { validate: holds },
    });
}

/** Says of a text what is wrong with it; of anything else the rule of its kind does. */
function saying(problemOf: (text: string) => string | null) {
  return ({ value }: ValidationArguments): string => (typeof value === 'string' ? problemOf(value) : null) ?? '';
}

import { Matches, registerDecorator, type ValidationOptions } from 'class-validator';
import { isLocalDate, isTimeZone, LOCAL_TIME } from '../../kernel/local-time';

/** An IANA time zone, as in `Europe/Lisbon`. */
export const IsTimeZoneName = () =>
  rule('isTimeZoneName', isTimeZone, 'must be an IANA time zone that exists, such as "Europe/Lisbon"');

/** A calendar date that exists. */
export const IsLocalDate = (options?: ValidationOptions) =>
  rule('isLocalDate', isLocalDate, 'must be a date that exists, as YYYY-MM-DD', options);

export const IsLocalTime = () =>
  Matches(LOCAL_TIME, { message: '$property must be a time from "00:00" to "23:59", as HH:mm' });

/** Text a person can read aloud: no control characters. */
export const IsPlainText = () =>
  rule('isPlainText', (text) => !/\p{Cc}/u.test(text.replace(/[\n\t]/g, '')), 'must not contain control characters');

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

import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, invalidFields } from '../../kernel/problem';

/** Bodies and queries are taken as their DTO describes them: a field it does not know is refused, not dropped. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  exceptionFactory: (errors) => invalidFields(errors.flatMap((error) => fieldErrors(error, ''))),
});

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = error.property ? `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}` : parent;
  const own = firstRule(error).map(([rule, message]) => ({
    pointer,
    message: sentence(rule, message, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

/** Decorators apply from the bottom up: the last finding is the rule that is read first, such as the type before the length. */
function firstRule({ constraints = {} }: ValidationError): [rule: string, message: string][] {
  return Object.entries(constraints).slice(-1);
}

function sentence(rule: string, message: string, property: string): string {
  if (rule === 'whitelistValidation') return `"${property}" is not a field of this request.`;
  if (message.endsWith('longer than or equal to 1 characters')) return `"${property}" must not be empty.`;
  const named = message.startsWith(property) ? `"${property}"${message.slice(property.length)}` : message;
  return /[.?!]$/.test(named) ? named : `${named}.`;
}

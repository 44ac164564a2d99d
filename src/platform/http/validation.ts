import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, invalidFields, pointerInto } from '../../kernel/problem';
import { type Field, fieldOf } from './field';
import { noObject } from './manners.problems';
import { brokenRule, isOfItsKind, wrongKind } from './wrong-form';

/** Bodies and queries are taken as their DTO describes them: a field it does not know is refused, not dropped. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: true, value: true },
  exceptionFactory: (errors) => (errors.some(isOfNoObject) ? noObject() : invalidFields(problemsOf(errors))),
});

/** Sentences a person still reads; a long list full of nonsense would earn thousands. */
const MOST_PROBLEMS = 20;

/** A number or a text is stood in for by something with a constructor of its own; an empty list by nothing. */
function isOfNoObject({ target }: ValidationError): boolean {
  return target === undefined || Array.isArray(target) || Object.hasOwn(target, 'constructor');
}

/** One sentence for each place. */
function problemsOf(errors: ValidationError[]): FieldError[] {
  const told = errors.flatMap((error) => fieldErrors(error));
  return [...new Map(told.map((error) => [error.pointer, error])).values()].slice(0, MOST_PROBLEMS);
}

/** `list` is the field that the error is a part of. */
function fieldErrors(error: ValidationError, parent = '', list?: Field): FieldError[] {
  const { property, target = {}, value, constraints = {}, children = [] } = error;
  const pointer = pointerInto(parent, property);
  if (constraints.whitelistValidation) return [{ pointer, message: `"${property}" is not a field of this request.` }];
  const field = list?.part ?? fieldOf(target, property);
  const own = ownErrors(field, constraints, value, pointer);
  if (!isOfItsKind(field, value)) return own;
  return [...own, ...children.flatMap((child) => fieldErrors(child, pointer, field.part && field))];
}

/** Decorators apply from the bottom up: the last finding is the rule that is read first, such as the type before the length, and what is looked for inside after all. */
function ownErrors(field: Field, constraints: object, value: unknown, pointer: string): FieldError[] {
  const broken = Object.entries(constraints);
  const [rule, message] = broken.findLast(([name]) => name !== 'nestedValidation') ?? broken[0] ?? [];
  if (rule === undefined) return [];
  if (isWorded(field, rule)) return [{ pointer, message: sentence(field, message) }];
  if (!isOfItsKind(field, value)) return [{ pointer, message: wrongKind(field, value) }];
  const parts = wrongParts(field, value, pointer);
  return parts.length > 0 ? parts : [{ pointer, message: brokenRule(field, rule, value) ?? sentence(field, message) }];
}

function wrongParts({ part }: Field, value: unknown, pointer: string): FieldError[] {
  if (!part || !Array.isArray(value)) return [];
  return value.flatMap((item, place) =>
    isOfItsKind(part, item) ? [] : [{ pointer: `${pointer}/${place}`, message: wrongKind(part, item) }],
  );
}

function isWorded({ rules }: Field, rule: string): boolean {
  return rules.some(({ name, isWorded }) => name === rule && isWorded);
}

/** The words of a rule begin with the field, which is set in quotes here. */
function sentence({ name }: Field, message: string): string {
  const property = name.slice(1, -1);
  const named = message.startsWith(property) ? `${name}${message.slice(property.length)}` : message;
  return /[.?!]$/.test(named) ? named : `${named}.`;
}

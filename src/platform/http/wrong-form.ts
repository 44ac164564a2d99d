import { shapeOf } from '../../kernel/wording';
import type { Field } from './field';

/** Whether the value is of the kind that the field takes; whatever else is wrong with it. */
export function isOfItsKind({ kind, rules }: Field, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return Number.isFinite(value);
    case 'whole number':
      return Number.isInteger(value);
    case 'true or false':
      return typeof value === 'boolean';
    case 'choice':
      return choicesOf(rules).includes(value);
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'other':
      return true;
  }
}

/** How the field is given, to somebody who left it out or gave it as something else. */
export function wrongKind(field: Field, value: unknown): string {
  const form = formOf(field);
  if (value === undefined) return `${field.name} is required: give ${form}${exampleOf(field)}.`;
  const meant = meantBy(field, value);
  if (meant !== null) return `Give ${field.name} as ${form}: write ${meant}.`;
  const orNull = field.takesNull ? ', or null' : '';
  const given = field.kind === 'choice' ? '' : givenAs(value);
  return `Give ${field.name} as ${form}${exampleOf(field)}${orNull}${given}.`;
}

/** What to do about a value of the right kind that breaks this rule; null when the rule has no sentence here. */
export function brokenRule(field: Field, rule: string, value: unknown): string | null {
  const { name } = field;
  const limit = limitOf(field, rule);
  switch (rule) {
    case 'min':
    case 'max':
      return `Give ${name} as ${formOf(field)}; this is ${value}.`;
    case 'minLength':
      return limit === 1 ? `${name} must not be empty.` : `Give ${name} with at least ${limit} characters.`;
    case 'maxLength':
      return `Shorten ${name} to at most ${limit} characters; these are ${String(value).length}.`;
    case 'isNotEmpty':
      return `${name} must not be empty.`;
    case 'arrayNotEmpty':
      return `${name} must not be empty: give at least one${exampleOf(field)}.`;
    case 'arrayMaxSize':
      return `Give at most ${limit} ${name}; these are ${(value as unknown[]).length}.`;
    case 'isEmail':
      return `Give ${name} as an e-mail address, such as "ada@example.com".`;
    case 'isUuid':
      return `Give ${name} as an id, just as it was answered.`;
    default:
      return null;
  }
}

function formOf(field: Field): string {
  if (field.shown.form) return field.shown.form;
  switch (field.kind) {
    case 'choice':
      return ANY_OF.format(choicesOf(field.rules).map(written));
    case 'number':
    case 'whole number':
      return `a ${field.kind}${rangeOf(field)}`;
    case 'list':
      return 'a list';
    case 'object':
      return 'an object';
    default:
      return field.kind;
  }
}

const ANY_OF = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function rangeOf(field: Field): string {
  const [least, most] = [limitOf(field, 'min'), limitOf(field, 'max')];
  if (least === undefined || most === undefined) return '';
  return ` from ${least} to ${most}`;
}

function exampleOf({ shown: { example } }: Field): string {
  return example === undefined ? '' : `, such as ${written(example)}`;
}

/** The corrected form, when the value leaves no doubt about it. */
function meantBy(field: Field, value: unknown): string | null {
  switch (field.kind) {
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? textMeant(field, value) : null;
    case 'list':
      return listMeant(field, value);
    case 'choice':
      return choiceMeant(field, value);
    case 'number':
    case 'whole number':
    case 'true or false':
      return typeof value === 'string' ? unquoted(field, value) : null;
    default:
      return null;
  }
}

function textMeant({ shown, rules }: Field, value: number | boolean): string | null {
  const meant = shown.meant?.(String(value)) ?? null;
  if (meant !== null) return written(meant);
  return rules.some(({ name }) => name === 'isPlainText') ? `${written(String(value))}, in quotes` : null;
}

/** One part, given without the list around it. */
function listMeant({ part }: Field, value: unknown): string | null {
  if (part?.kind !== 'text' || !['string', 'number'].includes(typeof value)) return null;
  const meant = part.shown.meant?.(String(value)) ?? null;
  return meant === null ? null : written([meant]);
}

function choiceMeant({ rules }: Field, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const meant = choicesOf(rules).find((choice) => String(choice).toLowerCase() === value.trim().toLowerCase());
  return meant === undefined ? null : written(meant);
}

function unquoted(field: Field, text: string): string | null {
  const value = parsed(text);
  return isOfItsKind(field, value) && isInRange(field, value) ? `${written(value)} without quotes` : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isInRange(field: Field, value: unknown): boolean {
  const [least = -Infinity, most = Infinity] = [limitOf(field, 'min'), limitOf(field, 'max')] as [number?, number?];
  return typeof value !== 'number' || (value >= least && value <= most);
}

/** What came instead; the text of a query that was to be a number is not worth a word. */
function givenAs(value: unknown): string {
  return Number.isNaN(value) ? '' : `; this is ${shapeOf(value)}`;
}

function limitOf({ rules }: Field, rule: string): unknown {
  return rules.find(({ name }) => name === rule)?.limit;
}

function choicesOf(rules: Field['rules']): unknown[] {
  return rules.find(({ name }) => name === 'isIn')?.limit as unknown[];
}

/** JSON as people write it. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${written(member)}`);
  return `{${members.join(', ')}}`;
}

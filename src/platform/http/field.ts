import { getMetadataStorage } from 'class-validator';

/** What a field of a request takes, as its rules tell. */
export type Kind = 'text' | 'number' | 'whole number' | 'true or false' | 'choice' | 'list' | 'object' | 'other';

/** A rule of a field by its name in class-validator, and what it compares with, such as the least number. */
interface Rule {
  name: string;
  limit: unknown;
  /** Whether it brings a sentence of its own. */
  isWorded: boolean;
}

export interface Field {
  /** As in "title"; for a part of a list as in each of "times". */
  name: string;
  kind: Kind;
  rules: Rule[];
  /** Whether null is a value like any other. */
  takesNull: boolean;
  shown: Shown;
  /** What stands in a list. */
  part?: Field;
}

/** What a refusal shows of the right form. */
interface Shown {
  /** A value that would do. */
  example?: unknown;
  /** The form in words, as in "a date, YYYY-MM-DD"; else the kind tells it. */
  form?: string;
  /** The text that was probably meant by something else, such as "07:00" by 7; null when nobody can tell. */
  meant?: (typed: string) => string | null;
}

const SHOWN = 'callivate:shown';

/** Shows the right form of a field to whoever sends it in a wrong one. `example` of a list has one of its parts, which `meant` is of. */
export function Example(example: unknown, also: Omit<Shown, 'example'> = {}): PropertyDecorator {
  return Reflect.metadata(SHOWN, { example, ...also } satisfies Shown);
}

/** The field of that name in a request, by the decorators of its class. */
export function fieldOf(request: object, property: string): Field {
  const all = getMetadataStorage()
    .getTargetValidationMetadatas(request.constructor, '', false, false)
    .filter(({ propertyName }) => propertyName === property);
  const rulesOf = (each: boolean) => all.filter((rule) => Boolean(rule.each) === each).map(asRule);
  const shown: Shown = Reflect.getMetadata(SHOWN, request.constructor.prototype, property) ?? {};
  const [own, ofParts] = [rulesOf(false), rulesOf(true)];
  const field = { name: `"${property}"`, kind: kindOf(own), rules: own, shown };
  const takesNull = own.some(({ name }) => name === 'isOptional');
  return { ...field, takesNull, ...(ofParts.length > 0 && { part: partOf(field, ofParts) }) };
}

/** The library words this one by itself. */
const NESTED = 'nestedValidation';

/** The rule of a field that comes as text and is made a Date. */
export const MOMENT = 'isMoment';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

function asRule({ name, type, constraints, message }: Metadata): Rule {
  const isWorded = message !== undefined && type !== NESTED;
  return { name: name ?? type, limit: constraints?.[0], isWorded };
}

function partOf({ name, shown }: Pick<Field, 'name' | 'shown'>, rules: Rule[]): Field {
  const example = Array.isArray(shown.example) ? shown.example[0] : undefined;
  return { name: `each of ${name}`, kind: kindOf(rules), rules, takesNull: false, shown: { ...shown, example } };
}

/** The rule that is stricter about the kind comes first. */
const KINDS: readonly [rule: string, kind: Kind][] = [
  ['isIn', 'choice'],
  ['isBoolean', 'true or false'],
  ['isInt', 'whole number'],
  ['isNumber', 'number'],
  ['isArray', 'list'],
  ['isString', 'text'],
  [MOMENT, 'text'],
  ['isEmail', 'text'],
  ['isUuid', 'text'],
  ['isObject', 'object'],
  [NESTED, 'object'],
];

function kindOf(rules: Rule[]): Kind {
  const [, kind] = KINDS.find(([rule]) => rules.some(({ name }) => name === rule)) ?? [];
  return kind ?? 'other';
}

import type { OpenAPIObject } from '@nestjs/swagger';
import { FRESH_SIGN_IN, IF_MATCH, VERSIONED } from '../platform/http';
import { KEY_RULE_EXTENSION } from '../platform/idempotency';
import { problemReference, refusal } from './problem-responses';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & Record<`x-${string}`, unknown>;
type Header = { name: string; required?: boolean; description: string };

const PROBLEM = 'application/problem+json';
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const ETAG = {
  schema: { type: 'string' as const, example: '"7"' },
  description: 'The version of this thing, for `If-Match`. It counts edits, not what the engine changes.',
};

const WEAK_ETAG = {
  schema: { type: 'string' as const, example: 'W/"mEyk2vQ1rWJ0sVb8o7pXz3LcTfA"' },
  description: 'Of the text of this answer, for `If-None-Match`.',
};

const REPLAYED = {
  schema: { type: 'string' as const, enum: ['true'] },
  description: 'There when this is the first answer to the same `Idempotency-Key`, sent again.',
};

/** Describes what all routes do alike, by the marks their decorators left, which it takes away. */
export function describeManners(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as Operation | undefined;
      if (operation) describe(operation, method);
    }
  }
  return document;
}

function describe(operation: Operation, method: (typeof METHODS)[number]): void {
  const { [IF_MATCH]: editable, [VERSIONED]: versioned, [KEY_RULE_EXTENSION]: rule } = operation;
  if (operation[FRESH_SIGN_IN]) refuses(operation, '403', 'fresh-sign-in-needed');
  for (const mark of [IF_MATCH, VERSIONED, KEY_RULE_EXTENSION, FRESH_SIGN_IN] as const) delete operation[mark];
  if (editable) describeEdit(operation);
  if (editable || versioned) addHeader(operation, 'ETag', ETAG);
  if (!isOfPerson(operation)) return;
  if (method === 'get' && !versioned) describeReading(operation);
  if (method === 'post' && rule !== 'ignored') describeKey(operation, rule === 'needed');
}

function describeEdit(operation: Operation): void {
  takes(operation, {
    name: 'If-Match',
    description:
      'The `ETag` of what was read: the change is made only if nobody changed it since, or if it is so already. Optional.',
  });
  operation.responses['412'] = { ...refusal(['changed-meanwhile']), headers: { ETag: ETAG } };
}

function describeReading(operation: Operation): void {
  if (!isJson(operation)) return;
  takes(operation, { name: 'If-None-Match', description: 'The `ETag` of the answer that is there already.' });
  addHeader(operation, 'ETag', WEAK_ETAG);
  operation.responses['304'] = { description: 'It is as it was.', headers: { ETag: WEAK_ETAG } };
}

function describeKey(operation: Operation, required: boolean): void {
  takes(operation, {
    name: 'Idempotency-Key',
    required,
    description:
      'A value of your own, such as a UUID. The same request with the same key runs once: for 24 hours its first answer is sent again.',
  });
  addHeader(operation, 'Idempotency-Replayed', REPLAYED);
  refuses(operation, '409', 'still-running');
  refuses(operation, '422', 'idempotency-key-taken');
}

function isOfPerson({ security }: Operation): boolean {
  return security?.some((requirement) => 'bearer' in requirement) ?? false;
}

function isJson({ responses }: Operation): boolean {
  const answer = responses['200'];
  return answer !== undefined && 'content' in answer && answer.content?.['application/json'] !== undefined;
}

function takes(operation: Operation, { name, required = false, description }: Header): void {
  const header = { name, in: 'header' as const, required, description, schema: { type: 'string' as const } };
  operation.parameters = [...(operation.parameters ?? []), header];
  operation.responses['400'] = problemReference(400);
}

function addHeader({ responses }: Operation, name: string, header: typeof ETAG | typeof REPLAYED): void {
  for (const [status, answer] of Object.entries(responses)) {
    if (!/^2/.test(status) || status === '204' || !answer || !('description' in answer)) continue;
    answer.headers = { ...answer.headers, [name]: header };
  }
}

/** A refusal of that status; where the route has refusals of its own, this is one more of them. */
function refuses({ responses }: Operation, status: string, code: string): void {
  const known = responses[status];
  const { description, content } = refusal([code]);
  if (!known || !('description' in known)) {
    responses[status] = { description, content };
    return;
  }
  const media = content[PROBLEM];
  const examples = { ...known.content?.[PROBLEM]?.examples, ...media.examples };
  known.description = `${known.description}\n\n${description}`;
  known.content = { [PROBLEM]: { ...media, examples } };
}

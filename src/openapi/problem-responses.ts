import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemKind, problemCatalogue } from '../kernel/problem';

const text = (description: string, example: string) => ({ type: 'string', description, example });

/** What every refusal looks like (RFC 9457). */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457).',
  required: [
    'type',
    'title',
    'status',
    'detail',
    'instance',
    'code',
    'category',
    'severity',
    'retryable',
    'correlationId',
  ],
  properties: {
    type: text('Where this kind of problem is explained.', '/docs/problems#not-found'),
    title: text('The kind of problem, in words.', 'Not found'),
    status: { type: 'integer', description: 'The HTTP status, once more.', example: 404 },
    detail: text('What went wrong this time, for a person to read.', 'There is no such habit.'),
    instance: text('The path that was asked for.', '/api/v1/habits'),
    code: text('What programs go by: stable, one for each kind.', 'not-found'),
    category: text('What family of problems it belongs to.', 'not-found'),
    severity: { type: 'string', enum: ['low', 'medium', 'high', 'critical'], description: 'How bad it is for us.' },
    retryable: { type: 'boolean', description: 'Whether the same request may succeed later.', example: false },
    correlationId: text('Names this request in our logs.', '019acb3e-7c00-7000-8000-000000000001'),
    errors: {
      type: 'array',
      description: 'The fields that are wrong, each with what would be right.',
      items: {
        type: 'object',
        description: 'One field that is wrong.',
        required: ['pointer', 'message'],
        properties: {
          pointer: text('JSON Pointer (RFC 6901) into the request.', '/title'),
          message: text('What would be right.', 'Give a title of at most 200 characters.'),
        },
      },
    },
  },
};

const NAMES: Record<number, [name: string, description: string]> = {
  400: ['InvalidRequest', 'A field is not as it should be; `errors` names it.'],
  401: ['Unauthenticated', 'No valid token was sent, or the session is over.'],
  404: ['NotFound', 'It does not exist, or is not yours.'],
  413: ['TooLarge', 'The body has more than 100 kB, or a file more than 10 MB.'],
  415: ['UnsupportedMediaType', 'The body is not sent as `application/json`.'],
  429: ['TooManyRequests', 'Too many requests; wait as `Retry-After` says.'],
  500: ['Internal', 'Something went wrong on our side.'],
  503: ['Unavailable', 'The service cannot answer now; try again later.'],
};

type Response = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'][string];
type Headers = Extract<Response, { content?: object }>['headers'];

const RETRY_AFTER = {
  schema: { type: 'integer' as const, minimum: 1 },
  description: 'Seconds to wait before the next try.',
};
const QUOTA = { schema: { type: 'string' as const }, required: true };

/** What a problem of that status says in its headers. */
const HEADERS: Record<number, Headers> = {
  429: {
    'Retry-After': { ...RETRY_AFTER, required: true },
    RateLimit: { ...QUOTA, description: 'What is left of each quota, and seconds until all of it is there again.' },
    'RateLimit-Policy': { ...QUOTA, description: 'Each quota, and the seconds it is for.' },
  },
  503: { 'Retry-After': RETRY_AFTER },
};

/** The responses routes refer to, by name. */
export const PROBLEM_RESPONSES = Object.fromEntries(
  Object.entries(NAMES).map(([status, [name, description]]) => [name, problemResponse(Number(status), description)]),
);

export function problemReference(status: number) {
  return { $ref: `#/components/responses/${NAMES[status]?.[0]}` };
}

/** A refusal with the codes this route may answer. */
export function refusal(codes: string[]) {
  const kinds = problemCatalogue().filter(({ code }) => codes.includes(code));
  const description = kinds.map(({ code, remedy }) => `\`${code}\`: ${remedy}`).join('\n\n');
  return { description, content: problemContent(kinds) };
}

function problemResponse(status: number, description: string) {
  const content = problemContent(problemCatalogue().filter((kind) => kind.status === status));
  return { description, content, ...(HEADERS[status] && { headers: HEADERS[status] }) };
}

function problemContent(kinds: ProblemKind[]) {
  const examples = Object.fromEntries(kinds.map((kind) => [kind.code, { value: exampleOf(kind) }]));
  return { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } };
}

function exampleOf({ code, status, title, category, severity, retryable, remedy }: ProblemKind) {
  const type = `/docs/problems#${code}`;
  const correlationId = '019acb3e-7c00-7000-8000-000000000001';
  return {
    type,
    title,
    status,
    detail: remedy,
    instance: '/api/v1/habits',
    code,
    category,
    severity,
    retryable,
    correlationId,
  };
}

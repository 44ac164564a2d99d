import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import document from '../../docs/openapi.json';
import { closed } from './closed-schema';

interface Reply {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
  headers?: Record<string, { required?: boolean }>;
}

interface Operation {
  responses: Record<string, Reply>;
}

/** An answer, and what was asked for. */
export interface Told {
  method: string;
  path: string;
  status: number;
  headers: Headers;
  /** Its text; null when it is a stream that is read by somebody else. */
  text: string | null;
}

/** What a request may be answered before its route is known; the document says so of all of them. */
const BEFORE_ANY_ROUTE: Record<string, Reply> = { 408: problem(), 431: problem() };

const DOCUMENT = closed({ ...document, $id: 'openapi' });
const OPERATIONS = Object.entries(DOCUMENT.paths as Record<string, Record<string, Operation>>).map(
  ([template, operations]) => ({ matches: patternOf(template), isPlain: !template.includes('{'), operations }),
);
const judge = addFormats(new Ajv({ allErrors: true, strict: false }));
judge.addSchema({ $id: 'openapi', components: DOCUMENT.components });

/** A fetch that lets no answer of a known route pass that docs/openapi.json does not describe. */
export async function documentedFetch(request: Request): Promise<Response> {
  const response = await fetch(request);
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const { status, headers } = response;
  const text = isStream ? null : await response.clone().text();
  expectDocumented({ method: request.method, path: new URL(request.url).pathname, status, headers, text });
  return response;
}

/** @throws Error that tells what the document does not say: a status, a kind of content, a header or a field. */
export function expectDocumented(told: Told): void {
  const operation = operationOf(told);
  if (!operation) return;
  const reply = followed(operation.responses[told.status] ?? BEFORE_ANY_ROUTE[told.status]);
  const wrong = reply ? wrongIn(reply, told) : `only ${Object.keys(operation.responses).join(', ')} are documented`;
  if (wrong) throw new Error(`${told.method} ${told.path} answered ${told.status}, but ${wrong} (docs/openapi.json).`);
}

/** What is wrong with the data by a schema as the document writes it; null when nothing is. */
export function wrongByDocument(schema: object, data: unknown): string | null {
  return wrongBy(closed(schema), data);
}

/** What is wrong with the data by the schema of that name; null when nothing is. */
export function wrongBySchema(name: string, data: unknown): string | null {
  return wrongBy({ $ref: `openapi#/components/schemas/${name}` }, data);
}

/** A head is asked for by the operation that reads, and a path in words comes before one with a place in it. */
function operationOf({ method, path }: Told): Operation | undefined {
  const found = OPERATIONS.filter(({ matches }) => matches.test(path));
  const { operations } = found.find(({ isPlain }) => isPlain) ?? found[0] ?? {};
  return operations?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
}

function wrongIn({ content, headers = {} }: Reply, told: Told): string | null {
  const missing = Object.keys(headers).find((name) => headers[name]?.required && !told.headers.has(name));
  if (missing) return `the header ${missing} is missing`;
  if (told.method === 'HEAD' || told.text === null) return null;
  const type = told.headers.get('content-type')?.split(';')[0] ?? '';
  if (!content) return told.text === '' ? null : 'no body is documented';
  const media = content[type];
  if (!media) return `"${type}" is not documented, only ${Object.keys(content).join(', ')}`;
  if (!media.schema) return 'its body is not described';
  return /json$/.test(type) ? wrongBy(media.schema, JSON.parse(told.text)) : null;
}

function wrongBy(schema: object, data: unknown): string | null {
  const fits = judge.compile(schema);
  if (fits(data)) return null;
  const mistakes = fits.errors?.map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(', ') ?? '';
    return `${instancePath || 'the body'} ${message} ${detail}`.trim();
  });
  return mistakes?.join('; ') ?? null;
}

function followed(reply: Reply | undefined): Reply | undefined {
  const name = reply?.$ref?.replace(/.*\//, '');
  return name ? (DOCUMENT.components.responses as Record<string, Reply>)[name] : reply;
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

function problem(): Reply {
  return { content: { 'application/problem+json': { schema: { $ref: 'openapi#/components/schemas/Problem' } } } };
}

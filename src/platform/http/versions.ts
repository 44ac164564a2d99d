import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { changedMeanwhile, malformedIfMatch } from './manners.problems';

/** What tells one state of a thing from the next: the count of its edits, or the id of the newest one. */
export type Version = number | string;

/** Marks in the OpenAPI document which operations speak of versions; taken out again when they are described. */
export const VERSIONED = 'x-versioned';
export const IF_MATCH = 'x-if-match';

const versions = new WeakMap<object, Version>();

/** Says at which version an answer shows its thing. Sent by itself, it carries that as its `ETag`. */
export function atVersion<Body extends object>(body: Body, version: Version): Body {
  versions.set(body, version);
  return body;
}

/** The hook that turns the version of an answer into its `ETag`, before the answer becomes text. */
export async function tagVersion<Body>(_request: FastifyRequest, reply: FastifyReply, body: Body): Promise<Body> {
  const version = typeof body === 'object' && body !== null ? versions.get(body) : undefined;
  if (version !== undefined) reply.header('etag', etagOf(version));
  return body;
}

const TAG = '(?:W/)?"[\\x21\\x23-\\x7E\\x80-\\xFF]*"';
const TAGS = new RegExp(`^${TAG}(?:[ \\t]*,[ \\t]*${TAG})*$`);

/** What the caller believes a thing to be at, by its `If-Match`. */
export class ExpectedVersion {
  /** No belief: the change is made whatever came before it. */
  static readonly any = new ExpectedVersion(null);

  private constructor(private readonly tags: string | null) {}

  /** @throws Problem (400) when the header is no list of entity tags. */
  static from(header: string | undefined): ExpectedVersion {
    if (header === undefined || header === '*') return ExpectedVersion.any;
    if (!TAGS.test(header)) throw malformedIfMatch();
    return new ExpectedVersion(header);
  }

  /**
   * To be called while the person is held, so that nothing comes between the look and the change.
   * @throws Problem (412) when the thing is at another version. A weak tag is no version at all.
   */
  mustBe(version: Version): void {
    if (this.tags === null) return;
    const tags: string[] = this.tags.match(new RegExp(TAG, 'g')) ?? [];
    if (!tags.includes(etagOf(version))) throw changedMeanwhile(etagOf(version));
  }
}

const FromHeader = createParamDecorator((_: unknown, context: ExecutionContext) =>
  ExpectedVersion.from(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The caller's `If-Match`, as an `ExpectedVersion`. It makes the header, the `ETag` and the 412 part of the API's description. */
export const IfMatch = (): ParameterDecorator => (target, method, index) => {
  FromHeader()(target, method, index);
  const descriptor = Object.getOwnPropertyDescriptor(target, method ?? '');
  if (descriptor) ApiExtension(IF_MATCH, true)(target, method ?? '', descriptor);
};

/** Describes the answers of a route as ones that carry the version of their thing as `ETag`. */
export const Versioned = () => ApiExtension(VERSIONED, true);

/** Whether a change sets only what is stored already. What it does not name counts as the same. */
export function isSetAlready(stored: object, change: object): boolean {
  return Object.entries(change).every(
    ([name, value]) => value === undefined || plain(value) === plain((stored as Record<string, unknown>)[name]),
  );
}

/** Everything by its JSON, the fields of objects in one order. */
function plain(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function etagOf(version: Version): string {
  return `"${version}"`;
}

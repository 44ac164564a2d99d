import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal';

/** What is asked and told, unlike pages and documents; of the API its reader may keep their own. */
const KEPT_BY_NOBODY = ['/api/', '/twilio/'];

type MaybeSignedIn = FastifyRequest & { user?: Principal };

/**
 * The hook that says what may be kept of an answer of the API. What a person reads may be kept by their own device, which
 * asks each time whether it is still so; everything else, above all tokens and problems, is kept by nobody.
 */
export async function limitCaching<Payload>(
  request: MaybeSignedIn,
  reply: FastifyReply,
  payload: Payload,
): Promise<Payload> {
  const isOurs = KEPT_BY_NOBODY.some((begin) => request.url.startsWith(begin));
  if (isOurs && !reply.hasHeader('cache-control')) {
    reply.header('cache-control', isOwnReading(request, reply) ? 'private, no-cache' : 'no-store');
  }
  return payload;
}

/**
 * The hook that gives what its reader may keep a weak `ETag` of its text, and answers 304 to who has that text already. A thing
 * that carries its version is left alone: the version tells of edits, and the engine changes what no edit did.
 */
export async function spareUnchanged<Payload>(
  request: MaybeSignedIn,
  reply: FastifyReply,
  payload: Payload,
): Promise<Payload | null> {
  if (typeof payload !== 'string' || !mayBeKept(reply) || reply.hasHeader('etag')) return payload;
  const digest = createHash('sha256').update(payload).digest('base64url').slice(0, 27);
  reply.header('etag', `W/"${digest}"`);
  if (!names(request.headers['if-none-match'], digest)) return payload;
  reply.code(304).removeHeader('content-type');
  return request.method === 'HEAD' ? payload : null;
}

function isOwnReading({ method, user }: MaybeSignedIn, { statusCode }: FastifyReply): boolean {
  return user !== undefined && (method === 'GET' || method === 'HEAD') && statusCode === 200;
}

/** By what the answer itself says: a route open to everybody may say so of what only the holder of an address reads. */
function mayBeKept(reply: FastifyReply): boolean {
  return reply.statusCode === 200 && String(reply.getHeader('cache-control')).startsWith('private');
}

/** Weak comparison (RFC 9110): whether a tag is said to be weak makes no difference. */
function names(ifNoneMatch: string | undefined, digest: string): boolean {
  return ifNoneMatch?.trim() === '*' || (ifNoneMatch?.includes(`"${digest}"`) ?? false);
}

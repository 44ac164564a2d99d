import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, invalid, invalidFields, Problem, pointerInto } from '../../kernel/problem';
import { noObject } from './manners.problems';
import { asProblem, described, PROBLEM_JSON } from './problem-json';

/** Deeper than any request of ours by far; whoever nests deeper wants to see a stack overflow. */
const DEEPEST_BODY = 32;

/** As long as the longest list that a DTO takes; checking each item of a longer one would cost more than sending them did. */
const LONGEST_LIST = 2000;

/** An address that cannot be read never reaches a route, nor the filter: it gets its problem here. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error);
  reply
    .status(problem.status)
    .header('content-type', PROBLEM_JSON)
    .header('cache-control', 'no-store')
    .header('x-correlation-id', request.id)
    .send(JSON.stringify(described(problem, request)));
}

/** What is not even HTTP is told so on the bare socket: a header that never ends, a request that never comes. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const statusCode = STATUS_OF_CODE[error.code ?? ''] ?? 400;
  const problem = asProblem({ statusCode });
  const body = JSON.stringify(described(problem, { id: crypto.randomUUID(), url: '/' }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Content-Type: ${PROBLEM_JSON}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const STATUS_OF_CODE: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/**
 * A file is bounded by whoever reads it.
 * @throws Problem when the body is nested so deep, or a list in it so long, that reading it would cost more than it may; or
 * when it is null, which is not the same as sending nothing.
 */
export async function refuseUnboundedBody({ body }: Pick<FastifyRequest, 'body'>): Promise<void> {
  if (body instanceof Uint8Array) return;
  if (body === null) throw noObject();
  if (isDeeperThan(body, DEEPEST_BODY)) {
    throw new Problem(invalid, `The body is nested deeper than ${DEEPEST_BODY} levels.`);
  }
  const tooLong = longListIn(body);
  if (tooLong) throw invalidFields([tooLong]);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** The first list that is too long, which is enough to refuse the rest unread. */
function longListIn(value: unknown, pointer = ''): FieldError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    return { pointer, message: `Give at most ${LONGEST_LIST} items in this list; these are ${value.length}.` };
  }
  for (const [name, inner] of Object.entries(value)) {
    const tooLong = longListIn(inner, pointerInto(pointer, name));
    if (tooLong) return tooLong;
  }
  return undefined;
}

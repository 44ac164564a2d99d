import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { invalid, Problem } from '../../kernel/problem';
import { asProblem, described, PROBLEM_JSON } from './problem-json';

/** Deeper than any request of ours by far; whoever nests deeper wants to see a stack overflow. */
const DEEPEST_BODY = 32;

/** Longer than any list of ours by far; checking each of its items would cost more than sending them did. */
const LONGEST_LIST = 1000;

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
 * @throws Problem when the body is nested so deep, or a list in it so long, that reading it would cost more than it may.
 */
export async function refuseUnboundedBody({ body }: Pick<FastifyRequest, 'body'>): Promise<void> {
  if (body instanceof Uint8Array) return;
  if (isDeeperThan(body, DEEPEST_BODY)) {
    throw new Problem(invalid, `The body is nested deeper than ${DEEPEST_BODY} levels.`);
  }
  if (hasLongList(body)) throw new Problem(invalid, `A list in the body has more than ${LONGEST_LIST} items.`);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function hasLongList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (Array.isArray(value) && value.length > LONGEST_LIST) || Object.values(value).some(hasLongList);
}

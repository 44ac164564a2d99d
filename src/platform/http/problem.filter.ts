import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid, notFound, Problem, type ProblemKind } from '../../kernel/problem';

const internal: ProblemKind = {
  code: 'internal',
  status: 500,
  title: 'Something went wrong on our side',
  category: 'internal',
  severity: 'high',
};

/** What the framework refuses before a controller is reached, by its status. */
const REFUSALS: Record<number, { kind: ProblemKind; detail: string }> = {
  400: { kind: invalid, detail: 'The body is not valid JSON, or the request is malformed.' },
  401: {
    kind: { code: 'unauthenticated', status: 401, title: 'Sign in first', category: 'authentication', severity: 'low' },
    detail: 'This needs a valid access token: send it as "Authorization: Bearer <token>".',
  },
  404: { kind: notFound, detail: 'There is nothing at this address.' },
  408: {
    kind: {
      code: 'too-slow',
      status: 408,
      title: 'The request came too slowly',
      category: 'validation',
      severity: 'low',
    },
    detail: 'The request did not arrive in time. Send it again.',
  },
  413: {
    kind: {
      code: 'body-too-large',
      status: 413,
      title: 'The body is too large',
      category: 'validation',
      severity: 'low',
    },
    detail: 'A body may have at most 100 kB.',
  },
  414: { kind: notFound, detail: 'There is nothing at this address.' },
  415: {
    kind: { code: 'unsupported-media-type', status: 415, title: 'Send JSON', category: 'validation', severity: 'low' },
    detail: 'Send the body as application/json.',
  },
  431: {
    kind: {
      code: 'headers-too-large',
      status: 431,
      title: 'The headers are too large',
      category: 'validation',
      severity: 'low',
    },
    detail: 'The headers of a request may have at most 16 kB together.',
  },
};

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Maps whatever went wrong, once and for all, to `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.logger.error(error);
    if (reply.sent) return;
    reply
      .status(problem.status)
      .header('content-type', PROBLEM_JSON)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(described(problem, request)));
  }
}

/** An expected failure as it is; of anything else, only what its status tells. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  const refusal = REFUSALS[status];
  if (refusal) return new Problem(refusal.kind, refusal.detail);
  if (status >= 400 && status < 500) return new Problem({ ...invalid, status }, 'The request could not be understood.');
  return new Problem(internal, 'Please try again. If it happens again, tell us the correlation id.');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return (error as { statusCode?: number } | null)?.statusCode ?? 500;
}

/** The document itself, for the request it answers. */
export function described(problem: Problem, request: Pick<FastifyRequest, 'id' | 'url'>) {
  const { code, status, title, category, severity } = problem.kind;
  return {
    type: `urn:callivate:problem:${code}`,
    title,
    status,
    detail: problem.detail,
    instance: request.url.split('?', 1)[0],
    code,
    category,
    severity: severity ?? 'low',
    correlationId: request.id,
    ...(problem.errors.length > 0 && { errors: problem.errors }),
  };
}

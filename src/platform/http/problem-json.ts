import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem';
import { refusalOf } from './http.problems';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** An expected failure as it is; of anything else, only what its status tells. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return refusalOf(statusOf(error));
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return (error as { statusCode?: number } | null)?.statusCode ?? 500;
}

/** The document itself, for the request it answers. */
export function described(problem: Problem, request: Pick<FastifyRequest, 'id' | 'url'>) {
  const { code, status, title, category, severity, retryable } = problem.kind;
  return {
    type: `/docs/problems#${code}`,
    title,
    status,
    detail: problem.detail,
    instance: request.url.split('?', 1)[0],
    code,
    category,
    severity,
    retryable,
    correlationId: request.id,
    ...(problem.errors.length > 0 && { errors: problem.errors }),
  };
}

import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../kernel/problem';
import { asProblem, described, PROBLEM_JSON } from '../http';
import { ErrorLog } from './error-log';

/** Maps whatever went wrong, once and for all, to `application/problem+json` (RFC 9457); its cause goes into the log alone. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly errors: ErrorLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    this.note(problem, error, request);
    if (reply.sent) return;
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    reply
      .status(problem.status)
      .header('content-type', PROBLEM_JSON)
      .header('cache-control', 'no-store')
      .headers(problem.also.headers ?? {})
      .send(JSON.stringify(described(problem, request)));
  }

  private note(problem: Problem, error: unknown, { id, method, routeOptions }: FastifyRequest): void {
    const cause = problem.also.cause ?? (problem === error ? undefined : error);
    const where = `${method} ${routeOptions.url ?? 'unknown address'}`;
    this.errors.record(problem, { where, correlationId: id, cause });
    const { code, category, severity, status } = problem.kind;
    const line = { code, category, severity, ...(cause instanceof Error && { err: cause }) };
    if (status >= 500) this.logger.error(line, problem.kind.title);
    else this.logger.debug(line, problem.kind.title);
  }
}

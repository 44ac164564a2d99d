import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';

const current = new AsyncLocalStorage<string>();

/** The correlation id of whatever is being done: a request, a job, a talk. */
export function currentCorrelationId(): string | undefined {
  return current.getStore();
}

/** Does work under a correlation id: a request's, which the log has already. */
export function correlated<T>(correlationId: string, work: () => T): T {
  return current.run(correlationId, work);
}

/** Does work that no request began, so that all its log lines are found by one word. */
@Injectable()
export class LogContext {
  constructor(private readonly pino: PinoLogger) {}

  /** Every line logged inside carries the fields. What was begun elsewhere brings its correlation id along. */
  run<T>(fields: Record<string, string>, work: () => T, correlationId: string = crypto.randomUUID()): T {
    return correlated(correlationId, () => this.pino.runInContext(work, { bindings: { ...fields, correlationId } }));
  }
}

import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tracing } from './tracing';

/** A span for each request, by its route; queries and what else happens inside hang below it. */
export function traceRequests(fastify: FastifyInstance, tracing: Tracing): void {
  if (!tracing.isOn) return;
  const open = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', async (request) => {
    const { method, headers, routeOptions } = request;
    open.set(request, tracing.open(`${method} ${routeOptions.url ?? 'unknown'}`, headers));
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    const span = open.get(request);
    if (span) tracing.within(span, done);
    else done();
  });
  fastify.addHook('onResponse', async (request, { statusCode }) => {
    const span = open.get(request);
    span?.setAttributes({ 'http.response.status_code': statusCode, 'callivate.correlation_id': request.id });
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

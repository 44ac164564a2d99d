import type { FastifyInstance } from 'fastify';
import { SECOND } from '../../kernel/clock';
import type { Metrics } from './metrics';

/** A stream lasts as long as its reader listens: its duration says nothing about us. */
const STREAMS = new Set(['/api/v1/events']);

/** Times every answer by its route, never by its address: ids are no labels, and strangers may ask for anything. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram({
    name: 'callivate_http_request_seconds',
    help: 'How long an answer took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
  });
  fastify.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'unknown';
    if (STREAMS.has(route)) return;
    seconds.observe(
      { method: routeOptions.url ? method : 'any', route, status: reply.statusCode },
      reply.elapsedTime / SECOND,
    );
  });
}

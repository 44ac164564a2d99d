import type { FastifyCorsOptions } from '@fastify/cors';
import { HOUR, SECOND } from '../../kernel/clock';

const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'X-API-Key',
  'X-Correlation-Id',
  'traceparent',
];

const EXPOSED_HEADERS = [
  'ETag',
  'Idempotency-Replayed',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Correlation-Id',
  'traceresponse',
];

/**
 * Pages of these origins may call the API; to any other there is no word of it. Without credentials: a token is sent on
 * purpose, never by the browser on its own.
 */
export function corsFor(origins: string[]): FastifyCorsOptions {
  const trusted = new Set(origins.map((origin) => new URL(origin).origin));
  return {
    origin: async (origin: string | undefined) => origin !== undefined && trusted.has(origin),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: (2 * HOUR) / SECOND,
    strictPreflight: false,
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { SECOND } from '../../kernel/clock';
import { Config } from '../config';

const NAME = 'callivate';

/** A collector that takes longer gets no spans: nobody waits for it, and what it misses is lost. */
const EXPORTS_WITHIN = 5 * SECOND;
const FLUSHES_WITHIN = 2 * SECOND;

/**
 * Traces by OpenTelemetry, sent where `OTEL_EXPORTER_OTLP_ENDPOINT` says and nowhere otherwise: then a span costs next to
 * nothing. What a caller began (W3C `traceparent`) is continued.
 */
@Injectable()
export class Tracing implements OnModuleDestroy {
  private readonly provider?: TracerProvider;
  private readonly tracer: Tracer;
  private readonly w3c = new W3CTraceContextPropagator();

  constructor({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, COMMIT }: Config) {
    if (endpoint) this.provider = providerFor(endpoint, COMMIT);
    this.tracer = this.provider?.getTracer(NAME) ?? trace.getTracer(NAME);
  }

  /** Whether anybody wants to know: without an endpoint no request pays for a span. */
  get isOn(): boolean {
    return this.provider !== undefined;
  }

  /** Does work inside a span, which tells how it went. */
  span<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
    if (!this.provider) return work();
    return this.tracer.startActiveSpan(name, { attributes }, (span) => work().then(...closing<T>(span)));
  }

  /** A span for something that is over, inside the one that is open; nothing outside one. `took` is in milliseconds. */
  past(name: string, attributes: Attributes, took: number): void {
    if (!this.provider || !trace.getActiveSpan()) return;
    const end = performance.timeOrigin + performance.now();
    this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes, startTime: end - took }).end(end);
  }

  /** A span for a request, continuing what the caller began. Whoever opens it ends it. */
  open(name: string, headers: Record<string, string | string[] | undefined>): Span {
    const parent = this.w3c.extract(ROOT_CONTEXT, headers, FROM_HEADERS);
    return this.tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
  }

  within(span: Span, work: () => void): void {
    context.with(trace.setSpan(context.active(), span), work);
  }

  onModuleDestroy(): Promise<void> {
    return this.flush();
  }

  /** Sends what has not been sent yet, if the collector takes it soon: nobody stays for a collector that is gone. */
  async flush(): Promise<void> {
    const sent = this.provider?.shutdown().catch(() => undefined);
    await Promise.race([sent, pause(FLUSHES_WITHIN, undefined, { ref: false })]);
  }
}

/** The trace that is open just now, for the log. */
export function currentTraceId(): string | undefined {
  return trace.getSpanContext(context.active())?.traceId;
}

const FROM_HEADERS: TextMapGetter<Record<string, string | string[] | undefined>> = {
  keys: (headers) => Object.keys(headers),
  get: (headers, key) => headers[key],
};

function providerFor(endpoint: string, commit: string | undefined): TracerProvider {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: EXPORTS_WITHIN,
  });
  return new TracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': NAME, 'service.version': commit ?? 'unknown' }),
    ),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORTS_WITHIN })],
  });
}

function closing<T>(span: Span): [(value: T) => T, (error: Error) => never] {
  return [
    (value) => {
      span.end();
      return value;
    },
    (error) => {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error.name });
      span.end();
      throw error;
    },
  ];
}

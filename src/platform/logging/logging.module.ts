import type { Writable } from 'node:stream';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LogFn, Logger } from 'pino';
import type { Options } from 'pino-http';
import { Config } from '../config';
import { OUTSIDE_THE_API } from '../http';
import { currentTraceId } from '../tracing';
import { LogContext } from './log-context';
import { describedError, redacted } from './redaction';

/** Structured logs: JSON in production, readable lines elsewhere; every line of a request carries its correlation id. */
@Global()
@Module({})
export class LoggingModule {
  /**
   * Lines go to standard output, or as JSON to whoever wants to read them. What machines and operators ask every few
   * seconds is not among them.
   */
  static with(reader?: Writable): DynamicModule {
    const pino = LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        pinoHttp: reader ? [options(config), reader] : { ...options(config), transport: transportOf(config) },
        exclude: OUTSIDE_THE_API,
      }),
    });
    return { module: LoggingModule, imports: [pino], providers: [LogContext], exports: [LogContext] };
  }
}

/** What the framework tells of its own start, of no interest to who runs the service. */
const CHATTER = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory', 'NestApplication']);

/** Fields whose values are ours, and long. */
const IDS = new Set(['correlationId', 'traceId', 'context', 'job']);

/** A request as Node knows it; while it passes through middleware only `originalUrl` is whole. */
interface Asked {
  method: string;
  originalUrl?: string;
  url: string;
}

/** Why a request failed is told where it is known (`ProblemFilter`); its own line says that it did. */
function options(config: Config): Options {
  return {
    hooks: { logMethod: gate },
    formatters: { log: fields },
    mixin: () => ({ traceId: currentTraceId() }),
    level: config.LOG_LEVEL,
    customAttributeKeys: { reqId: 'correlationId' },
    quietReqLogger: true,
    wrapSerializers: false,
    customErrorObject: (_request, _response, _error, { res, responseTime }) => ({ res, responseTime }),
    serializers: {
      req: ({ method, originalUrl, url }: Asked) => ({ method, path: withoutQuery(originalUrl ?? url) }),
      err: describedError,
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}

function transportOf(config: Config): Options['transport'] {
  if (config.isProduction) return undefined;
  return { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } };
}

/** The last gate of every line: what the framework chats is dropped, and no secret passes in what anybody wrote. */
function gate(this: Logger, line: Parameters<LogFn>, write: LogFn, level: number): void {
  const { context } = line[0] as { context?: string };
  if (level <= this.levels.values.info! && CHATTER.has(context ?? '')) return;
  write.apply(
    this,
    line.map((part: unknown) => (typeof part === 'string' ? redacted(part) : part)) as Parameters<LogFn>,
  );
}

function fields(line: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === 'string' && !IDS.has(name) ? redacted(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** A query may carry a ticket or a token; the path never does. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0]!;
}

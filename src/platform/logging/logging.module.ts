import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LogFn, Logger } from 'pino';
import type { Options } from 'pino-http';
import { Config } from '../config';
import { LogContext } from './log-context';

/** Asked every few seconds by machines, of no interest to anyone who reads the log. */
const PROBES = ['health', 'health/{*which}', 'api/v1/health'];

const Pino = LoggerModule.forRootAsync({
  inject: [Config],
  useFactory: (config: Config) => ({ pinoHttp: options(config), exclude: PROBES }),
});

/** Structured logs: JSON in production, readable lines elsewhere; every line of a request carries its correlation id. */
@Global()
@Module({ imports: [Pino], providers: [LogContext], exports: [LogContext] })
export class LoggingModule {}

/** What the framework tells of its own start, of no interest to who runs the service. */
const CHATTER = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory', 'NestApplication']);

function options(config: Config): Options {
  return {
    hooks: { logMethod: withoutChatter },
    level: config.LOG_LEVEL,
    customAttributeKeys: { reqId: 'correlationId' },
    quietReqLogger: true,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: withoutQuery(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    transport: config.isProduction
      ? undefined
      : { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } },
  };
}

function withoutChatter(this: Logger, line: Parameters<LogFn>, write: LogFn, level: number): void {
  const { context } = line[0] as { context?: string };
  if (level > this.levels.values.info! || !CHATTER.has(context ?? '')) write.apply(this, line);
}

/** A query may carry a ticket or a token; the path never does. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0]!;
}

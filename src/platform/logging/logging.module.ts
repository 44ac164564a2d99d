import { LoggerModule } from 'nestjs-pino';
import type { Options } from 'pino-http';
import { Config } from '../config';

/** Requests a probe or a browser makes by itself, of no interest to anyone who reads the log. */
const QUIET = /^\/(health|favicon|app\/|styles\.css)/;

/** Structured logs: JSON in production, readable lines elsewhere; every line of a request carries its correlation id. */
export const LoggingModule = LoggerModule.forRootAsync({
  inject: [Config],
  useFactory: (config: Config) => ({ pinoHttp: options(config) }),
});

function options(config: Config): Options {
  return {
    level: config.LOG_LEVEL,
    customAttributeKeys: { reqId: 'correlationId' },
    quietReqLogger: true,
    autoLogging: { ignore: (request) => QUIET.test(request.url ?? '') },
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: withoutQuery(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    transport: config.isProduction ? undefined : { target: 'pino-pretty', options: { singleLine: true, ignore: 'pid,hostname' } },
  };
}

/** A query may carry a ticket or a token; the path never does. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0]!;
}

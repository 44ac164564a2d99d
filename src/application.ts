import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule, type AppOptions } from './app.module';
import { serveDocumentation } from './openapi/index';
import { Config } from './platform/config';
import { ProbesOnlyGuard } from './platform/health';
import { ProblemFilter, refuseAddress, refuseConnection, refuseDeepBody, validation } from './platform/http';
import { correlationIdFrom } from './platform/logging';

const LARGEST_BODY = 100 * 1024;

/** A request that takes longer to arrive is cut off, in milliseconds. */
const REQUEST_WITHIN = 15_000;

/** What stands beside the API: probes, the browser phone, the documentation. */
const OUTSIDE_THE_API = [
  'health',
  'health/live',
  'health/ready',
  'health/startup',
  'api/v1/health',
  'status',
  'metrics',
  'config/validate',
  'punctuality',
];

/** The whole application, ready to listen. The command line, the tests and the demo all begin here. */
export async function createApplication(options: AppOptions = {}): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter(), {
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    forceCloseConnections: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  prefixApi(app);
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter());
  await protect(app);
  if (app.get(Config).servesApi) {
    await servePage(app);
    serveDocumentation(app);
  } else app.useGlobalGuards(new ProbesOnlyGuard(app.get(Reflector)));
  return app;
}

/** The API's base; what operators and browsers ask for stands outside it. */
export function prefixApi(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
}

function adapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_WITHIN,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
    genReqId: (request: IncomingMessage) => correlationIdFrom(request.headers['x-correlation-id']),
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    request.raw.id = request.id;
    reply.header('X-Correlation-Id', request.id);
  });
  fastify.addHook('preValidation', refuseDeepBody);
  return adapter;
}

/** Security headers. Scripts and styles come from here alone; nothing is fetched from a third party. */
async function protect(app: NestFastifyApplication): Promise<void> {
  const encrypted = app.get(Config).PUBLIC_BASE_URL?.startsWith('https') ?? false;
  await app.register(helmet, {
    strictTransportSecurity: encrypted,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: encrypted ? [] : null,
      },
    },
  });
}

/** The browser phone: static files, no build step. */
async function servePage(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, { root: join(process.cwd(), 'public'), prefix: '/', wildcard: false });
}

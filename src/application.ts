import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule, type AppOptions } from './app.module';
import { serveDocumentation } from './openapi/index';
import { Config } from './platform/config';
import { ProbesOnlyGuard } from './platform/health';
import {
  acceptFiles,
  corsFor,
  KnownMethods,
  limitCaching,
  OUTSIDE_THE_API,
  refuseAddress,
  refuseConnection,
  refuseUnboundedBody,
  spareUnchanged,
  tagVersion,
  validation,
} from './platform/http';
import { AnswerKeeper } from './platform/idempotency';
import { correlated, correlationIdFrom } from './platform/logging';
import { Metrics, measureRequests } from './platform/metrics';
import { acceptForms } from './platform/telephony';
import { Tracing, traceRequests } from './platform/tracing';

const LARGEST_BODY = 100 * 1024;

/** A request that takes longer to arrive is cut off, in milliseconds. */
const REQUEST_WITHIN = 15_000;

/** The same for its headers alone. */
const HEADERS_WITHIN = 10_000;

/** How often requests that are late are looked for, in milliseconds: so much later, at most, they are cut off. */
const LATE_CHECK_EVERY = 2_000;

/** What a page of ours may use of the device it is shown on: the microphone, for talking to Callivate. */
const PERMISSIONS = 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()';

/** The whole application, ready to listen. The command line, the tests and the demo all begin here. */
export async function createApplication(options: AppOptions = {}): Promise<NestFastifyApplication> {
  const proxies = { inFront: 0 };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter(proxies), {
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    forceCloseConnections: true,
    bodyParser: false,
  });
  proxies.inFront = app.get(Config).TRUST_PROXY;
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  traceRequests(fastify, app.get(Tracing));
  measureRequests(fastify, app.get(Metrics));
  prefixApi(app);
  app.useGlobalPipes(validation);
  await protect(app);
  if (app.get(Config).servesApi) {
    await teachManners(app);
    await servePage(app);
    serveDocumentation(app);
  } else app.useGlobalGuards(new ProbesOnlyGuard(app.get(Reflector)));
  return app;
}

/** The API's base; what operators and browsers ask for stands outside it. */
export function prefixApi(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
}

/** So many hops from here are proxies, whose word about the client is believed; the configuration tells how many, later. */
function adapter(proxies: { inFront: number }): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: (_address: string, hop: number) => hop < proxies.inFront,
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_WITHIN,
    http: { headersTimeout: HEADERS_WITHIN, connectionsCheckingInterval: LATE_CHECK_EVERY },
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
    genReqId: (request: IncomingMessage) => correlationIdFrom(request.headers),
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    request.raw.id = request.id;
    reply.headers({ 'X-Correlation-Id': request.id, 'Permissions-Policy': PERMISSIONS });
  });
  acceptFiles(fastify);
  acceptForms(fastify);
  fastify.addHook('preValidation', refuseUnboundedBody);
  fastify.addHook('preHandler', (request, _reply, done) => correlated(request.id, done));
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
        mediaSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: encrypted ? [] : null,
      },
    },
  });
}

/** What every route does alike: other origins, other methods, versions, answers that are kept and what of them is cached. */
async function teachManners(app: NestFastifyApplication): Promise<void> {
  const { CORS_ORIGINS } = app.get(Config);
  if (CORS_ORIGINS) await app.register(cors, corsFor(CORS_ORIGINS));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', KnownMethods.of(fastify).refuseOthers);
  fastify.addHook('preSerialization', tagVersion);
  fastify.addHook('onSend', app.get(AnswerKeeper, { strict: false }).onSend);
  fastify.addHook('onSend', limitCaching);
  fastify.addHook('onSend', spareUnchanged);
}

/** The browser phone: static files, no build step. */
async function servePage(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, { root: join(process.cwd(), 'public'), prefix: '/', wildcard: false });
}

import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem';
import { refusalOf } from './http.problems';

/** JSON as it came, as long as its request is there. */
const asSent = new WeakMap<FastifyRequest, Buffer>();

/** In bytes, for routes that take a file; every other body is much smaller. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** What is of use as a file alone. */
const FILE_TYPES = ['application/zip', 'application/octet-stream', 'text/csv'];

type MaybeTakesFile = { file?: string[] };

/** A route and the media types it takes. */
type Taker = { url: string; types: string[] };

/**
 * Marks a route that takes a file of these media types alone. Its body are the bytes as they came, JSON too: nothing is
 * read of a file before it is known whose it is.
 */
export const TakesFile = (...types: string[]) => RouteConfig({ file: types } satisfies MaybeTakesFile);

/**
 * Lets the routes that are marked so take files. Where nothing is sent it is as if nothing were said of its type: many clients
 * call each request JSON, a DELETE too. To be called before the first route is made.
 */
export function acceptFiles(fastify: FastifyInstance): void {
  const readJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (typesOf(request)) done(null, body);
    else if (body.length === 0) done(null, undefined);
    else {
      asSent.set(request, body);
      void readJson(request, body.toString(), done);
    }
  });
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const takers: Taker[] = [];
  fastify.addHook('onRoute', (route) => {
    const types = (route.config as MaybeTakesFile | undefined)?.file;
    if (!types) return;
    route.bodyLimit = LARGEST_FILE;
    takers.push({ url: route.url, types });
  });
  fastify.addHook('preParsing', (request) => refuseOtherFiles(request, takers));
}

/** The very bytes of a request's JSON, for whoever has to know that nobody has changed them; nothing when it brought none. */
export function jsonAsSent(request: FastifyRequest): Buffer | undefined {
  return asSent.get(request);
}

function typesOf(request: FastifyRequest): string[] | undefined {
  return (request.routeOptions.config as MaybeTakesFile | undefined)?.file;
}

/** @throws Problem when it is nobody's file, one of another kind than the route takes, or the route takes none. */
async function refuseOtherFiles(request: FastifyRequest, takers: Taker[]): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const types = typesOf(request);
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (types && !request.headers.authorization) throw refusalOf(401);
  if (types ? type !== undefined && !types.includes(type) : FILE_TYPES.includes(type ?? '')) {
    const { kind, detail } = refusalOf(415);
    throw new Problem(kind, types ? refusalOfType(types, type, takers) : detail);
  }
}

/** Who sent it to the wrong route is told the right one. */
function refusalOfType(types: string[], type: string | undefined, takers: Taker[]): string {
  const taker = takers.find((one) => type !== undefined && one.types.includes(type));
  return `Send the file as ${types.join(' or ')}.${taker ? ` What is ${type} goes to POST ${taker.url}.` : ''}`;
}

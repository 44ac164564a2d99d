import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem';
import { refusalOf } from './http.problems';

/** In bytes, for routes that take a file; every other body is much smaller. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** What is of use as a file alone. */
const FILE_TYPES = ['application/zip', 'application/octet-stream', 'text/csv'];

type MaybeTakesFile = { file?: string[] };

/**
 * Marks a route that takes a file of these media types alone. Its body are the bytes as they came, JSON too: nothing is
 * read of a file before it is known whose it is.
 */
export const TakesFile = (...types: string[]) => RouteConfig({ file: types } satisfies MaybeTakesFile);

/** Lets the routes that are marked so take files. To be called before the first route is made. */
export function acceptFiles(fastify: FastifyInstance): void {
  const readJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (typesOf(request)) done(null, body);
    else void readJson(request, body.toString(), done);
  });
  fastify.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('onRoute', (route) => {
    if ((route.config as MaybeTakesFile | undefined)?.file) route.bodyLimit = LARGEST_FILE;
  });
  fastify.addHook('preParsing', refuseOtherFiles);
}

function typesOf(request: FastifyRequest): string[] | undefined {
  return (request.routeOptions.config as MaybeTakesFile | undefined)?.file;
}

/** @throws Problem when it is nobody's file, one of another kind than the route takes, or the route takes none. */
async function refuseOtherFiles(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const types = typesOf(request);
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (types && !request.headers.authorization) throw refusalOf(401);
  if (types ? type !== undefined && !types.includes(type) : FILE_TYPES.includes(type ?? '')) {
    const { kind, detail } = refusalOf(415);
    throw new Problem(kind, types ? `Send the file as ${types.join(' or ')}.` : detail);
  }
}

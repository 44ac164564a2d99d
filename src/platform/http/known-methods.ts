import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem';
import { refusalOf } from './http.problems';

interface Route {
  pattern: RegExp;
  methods: Set<string>;
}

/** Which methods each address knows, learnt while the routes are made. */
export class KnownMethods {
  private readonly routes = new Map<string, Route>();

  /** To be called before the first route is made. */
  static of(fastify: FastifyInstance): KnownMethods {
    const known = new KnownMethods();
    fastify.addHook('onRoute', ({ url, method }) => known.learn(url, [method].flat()));
    return known;
  }

  /**
   * The hook that tells who asks by a method an address does not know which ones it does (405), and answers `OPTIONS`.
   * An address nobody knows goes on to its 404.
   */
  readonly refuseOthers = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!request.is404 && request.method !== 'OPTIONS') return undefined;
    const allow = this.methodsAt(request.url);
    if (!allow) return undefined;
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send();
    const { kind, detail } = refusalOf(405);
    throw new Problem(kind, detail, [], { headers: { allow } });
  };

  private learn(url: string, methods: string[]): void {
    if (url.includes('*')) return;
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set(['OPTIONS']) };
    for (const method of methods) route.methods.add(method);
    this.routes.set(url, route);
  }

  private methodsAt(url: string): string | undefined {
    const path = url.split('?', 1)[0] ?? '';
    const methods = [...this.routes.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((route) => [...route.methods]);
    return methods.length > 0 ? [...new Set(methods)].sort().join(', ') : undefined;
  }
}

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/\W/g, '\\$&')));
  return new RegExp(`^${segments.join('/')}$`);
}

import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Counter } from 'prom-client';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Principal } from '../../kernel/principal';
import { Metrics } from '../metrics';
import { Redis } from '../redis';
import { hashOf } from '../secrets';
import { networkOf } from './client-address';
import { rateLimitHeaders, type Standing } from './headers';
import { limiterOf } from './limiters';
import { LIMITS, type LimitName } from './limits';
import { tooManyRequests } from './limits.problems';

export type Asking = Pick<FastifyRequest, 'ip'> & { user?: Principal };

/** Counts requests against their limits, tells each answer how they stand, and refuses what is too much. */
@Injectable()
export class Doorkeeper {
  private readonly limiters: Map<string, RateLimiterAbstract>;
  private readonly refusals: Counter<'limit'>;

  constructor(redis: Redis, database: DataSource, metrics: Metrics) {
    this.limiters = new Map(
      Object.entries(LIMITS).map(([name, limit]) => [name, limiterOf(name, limit, redis, database)]),
    );
    this.refusals = metrics.counter({
      name: 'callivate_rate_limited_total',
      help: 'Requests that were refused because a limit was used up.',
      labelNames: ['limit'],
    });
  }

  /** @throws Problem `too-many-requests`, when one of the limits is used up. */
  async admit(request: Asking, reply: FastifyReply, names: LimitName[]): Promise<void> {
    const standings: Standing[] = [];
    for (const name of names) standings.push(await this.count(name, keyOf(name, request)));
    reply.headers(rateLimitHeaders(standings));
    const refused = standings.filter((standing) => standing.refused);
    for (const { name } of refused) this.refusals.inc({ limit: name });
    const [longest] = refused.toSorted((one, other) => other.resetsIn - one.resetsIn);
    if (longest) throw tooManyRequests(longest);
  }

  private async count(name: LimitName, key: string): Promise<Standing> {
    const { refused, result } = await consumed(this.limiters.get(name)!, key);
    return { name, remaining: result.remainingPoints, resetsIn: Math.max(0, result.msBeforeNext), refused };
  }
}

/** The library throws what is an answer here. */
async function consumed(limiter: RateLimiterAbstract, key: string) {
  try {
    return { refused: false, result: await limiter.consume(key) };
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    return { refused: true, result };
  }
}

/** Nobody's address is kept in clear. A route that is public counts by address, whatever its limit says of persons. */
function keyOf(name: LimitName, { ip, user }: Asking): string {
  if (LIMITS[name].by === 'person' && user) return user.userId;
  return hashOf(networkOf(ip)).toString('base64url');
}

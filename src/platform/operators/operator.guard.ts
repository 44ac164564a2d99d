import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config';
import { OPERATOR } from '../http';
import { LocalSecrets } from '../secrets';
import { notAnOperator } from './operators.problems';

/** Lets operators in, by `OPS_TOKEN` as Bearer, where a route is theirs; every other route is none of its business. */
@Injectable()
export class OperatorGuard implements CanActivate {
  private readonly expected: Buffer[];

  constructor(
    private readonly reflector: Reflector,
    config: Config,
    secrets: LocalSecrets,
  ) {
    const tokens = config.OPS_TOKEN ?? [secrets.get('ops-token', () => randomBytes(32).toString('base64url'))];
    this.expected = tokens.map(digest);
  }

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean>(OPERATOR, targets)) return true;
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const [, token] = /^Bearer +(.+)$/i.exec(authorization ?? '') ?? [];
    if (token && this.opens(token)) return true;
    throw notAnOperator();
  }

  /** Every token is compared, whichever fits: the time it takes tells nothing. */
  private opens(token: string): boolean {
    const sent = digest(token);
    return this.expected.map((expected) => timingSafeEqual(sent, expected)).includes(true);
  }
}

/** Of equal length whatever is sent, so that comparing takes the same time. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

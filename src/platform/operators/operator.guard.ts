import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config';
import { OPERATOR } from '../http';
import { LocalSecrets } from '../secrets';

/** Lets operators in, by `OPS_TOKEN` as Bearer, where a route is theirs; every other route is none of its business. */
@Injectable()
export class OperatorGuard implements CanActivate {
  private readonly expected: Buffer;

  constructor(
    private readonly reflector: Reflector,
    config: Config,
    secrets: LocalSecrets,
  ) {
    this.expected = digest(config.OPS_TOKEN ?? secrets.get('ops-token', () => randomBytes(32).toString('base64url')));
  }

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean>(OPERATOR, targets)) return true;
    const { authorization = '' } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    if (timingSafeEqual(digest(authorization.replace(/^Bearer /, '')), this.expected)) return true;
    throw new UnauthorizedException();
  }
}

/** Of equal length whatever is sent, so that comparing takes the same time. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

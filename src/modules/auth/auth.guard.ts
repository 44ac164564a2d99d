import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OPERATOR, PUBLIC } from '../../platform/http';
import { Doorkeeper } from '../../platform/limits';

/**
 * The one guard of the whole API: closed, unless the route says it is public, or for operators, who have a guard of their
 * own. Who is refused is counted by address, so that nobody tries tokens for ever.
 */
@Injectable()
export class AuthGuard extends PassportGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly doorkeeper: Doorkeeper,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const isNotOurs = [PUBLIC, OPERATOR].some((mark) => this.reflector.getAllAndOverride<boolean>(mark, targets));
    return isNotOurs || (await this.recognises(context));
  }

  private async recognises(context: ExecutionContext): Promise<boolean> {
    try {
      return (await super.canActivate(context)) as boolean;
    } catch (refusal) {
      const http = context.switchToHttp();
      await this.doorkeeper.admit(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), ['address']);
      throw refusal;
    }
  }
}

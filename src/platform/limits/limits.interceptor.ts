import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { EVERY_ROLE, FROM_PROVIDER, OPERATOR } from '../http';
import { type Asking, Doorkeeper } from './doorkeeper';
import { LIMITED } from './limited.decorator';
import type { LimitName } from './limits';

/** Holds every route of people to its limits, once the guards know who asks. Probes, operators and providers are not counted. */
@Injectable()
export class LimitsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const targets = [context.getHandler(), context.getClass()];
    const isNobodys = [EVERY_ROLE, OPERATOR, FROM_PROVIDER].some((mark) =>
      this.reflector.getAllAndOverride(mark, targets),
    );
    if (isNobodys) return next.handle();
    const request = context.switchToHttp().getRequest<Asking>();
    const own = this.reflector.getAllAndOverride<LimitName[] | undefined>(LIMITED, targets) ?? [];
    const names: LimitName[] = [request.user ? 'person' : 'address', ...own];
    await this.doorkeeper.admit(request, context.switchToHttp().getResponse<FastifyReply>(), names);
    return next.handle();
  }
}

import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import { OPERATOR, PUBLIC } from '../../platform/http';

/** The one guard of the whole API: closed, unless the route says it is public, or for operators, who have a guard of their own. */
@Injectable()
export class AuthGuard extends PassportGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(context: ExecutionContext) {
    const targets = [context.getHandler(), context.getClass()];
    const isNotOurs = [PUBLIC, OPERATOR].some((mark) => this.reflector.getAllAndOverride<boolean>(mark, targets));
    return isNotOurs || super.canActivate(context);
  }
}

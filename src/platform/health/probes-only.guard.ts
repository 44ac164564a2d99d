import { type CanActivate, type ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { EVERY_ROLE } from '../http';

/** A worker moves the engine and answers probes and operators; requests of people belong to the api role. */
@Injectable()
export class ProbesOnlyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(EVERY_ROLE, [context.getHandler(), context.getClass()])) return true;
    throw new NotFoundException();
  }
}

import { type CanActivate, type ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import { HealthController } from './health.controller';

/** A worker moves the engine and answers probes; requests belong to the api role. */
@Injectable()
export class ProbesOnlyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getClass() === HealthController) return true;
    throw new NotFoundException();
  }
}

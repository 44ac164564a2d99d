import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal';

export const PUBLIC = 'callivate:public';

/** Opens a route to everybody. Everything without it asks for a signed-in person. */
export const Public = () => SetMetadata(PUBLIC, true);

export const OPERATOR = 'callivate:operator';

/** Opens a route to operators alone, who send `OPS_TOKEN` as Bearer. No session opens it. */
export const Operator = () => SetMetadata(OPERATOR, true);

export const EVERY_ROLE = 'callivate:every-role';

/** Keeps a route on every process, workers too; requests of people belong to the api role. */
export const EveryRole = () => SetMetadata(EVERY_ROLE, true);

/** The person the guard has recognised. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>().user,
);

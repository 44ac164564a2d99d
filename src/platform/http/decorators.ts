import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal';

export const PUBLIC = 'callivate:public';

/** Opens a route to everybody. Everything without it asks for a signed-in person. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The person the guard has recognised. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>().user,
);

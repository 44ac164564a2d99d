import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal';

export const PUBLIC = 'callivate:public';

/** Opens a route to everybody. Everything without it asks for a signed-in person. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(IS_PUBLIC, true));

/** Tells the OpenAPI document that a route is public; taken out before it is published. */
export const IS_PUBLIC = 'x-public';

export const OPERATOR = 'callivate:operator';

/** Opens a route to operators alone, who send `OPS_TOKEN` as Bearer. No session opens it. */
export const Operator = () => applyDecorators(SetMetadata(OPERATOR, true), ApiBearerAuth(OPS_TOKEN));

/** The name of the operators' token among the document's security schemes. */
export const OPS_TOKEN = 'opsToken';

export const FROM_PROVIDER = 'callivate:from-provider';

/** A route that a provider asks, for many people at once: it proves itself otherwise, and is held to no limit of theirs. */
export const FromProvider = () => applyDecorators(Public(), SetMetadata(FROM_PROVIDER, true));

export const EVERY_ROLE = 'callivate:every-role';

/** Keeps a route on every process, workers too; requests of people belong to the api role. */
export const EveryRole = () => SetMetadata(EVERY_ROLE, true);

/** The person the guard has recognised. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>().user,
);

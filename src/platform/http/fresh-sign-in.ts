import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Clock, MINUTE, plus } from '../../kernel/clock';
import type { Principal } from '../../kernel/principal';
import { Problem, problemKind } from '../../kernel/problem';

/** Who has proven so long ago who they are may by now be somebody who found the telephone. */
const FRESH_FOR = 15 * MINUTE;

const FRESH_SIGN_IN_NEEDED = problemKind({
  code: 'fresh-sign-in-needed',
  status: 403,
  title: 'Sign in again first',
  category: 'authorization',
  remedy: 'Let the person sign in anew, and send the request with the new token: a refreshed one is not enough.',
});

/** Marks in the OpenAPI document what asks for it; taken out again when it is described. */
export const FRESH_SIGN_IN = 'x-fresh-sign-in';

/** What must not be changed by whoever holds an unlocked telephone asks for a sign-in of the last 15 minutes. */
export const FreshSignIn = () => applyDecorators(UseGuards(FreshSignInGuard), ApiExtension(FRESH_SIGN_IN, true));

@Injectable()
class FreshSignInGuard implements CanActivate {
  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>();
    if (plus(user.authenticatedAt, FRESH_FOR) > this.clock.now()) return true;
    throw new Problem(FRESH_SIGN_IN_NEEDED, 'This needs a sign-in of the last 15 minutes. Please sign in again.');
  }
}

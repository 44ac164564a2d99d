import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, of } from 'rxjs';
import type { KeyedRequest } from './answer-keeper';
import { KEY_RULE, type KeyRule } from './decorators';
import { keyNeeded, keyTaken, malformedKey, stillRunning } from './idempotency.problems';
import { KeptAnswers, type Keyed } from './kept-answers';

const VISIBLE = /^[\x21-\x7E]{1,255}$/;

/**
 * Lets every POST of a signed-in person run once for each `Idempotency-Key`. It stands behind the guard, which knows the
 * person, and before the body is checked; the answer itself is kept and sent again by the answer keeper.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const keyed = this.keyedOf(context, request);
    return keyed ? this.runOnce(request, keyed, next) : next.handle();
  }

  private async runOnce(request: KeyedRequest, keyed: Keyed, next: CallHandler): Promise<Observable<unknown>> {
    const standing = await this.answers.claim(keyed);
    switch (standing.kind) {
      case 'first':
        request.claim = standing.claim;
        return next.handle();
      case 'answered':
        request.firstAnswer = standing.answer;
        return of('');
      case 'running':
        throw stillRunning();
      case 'another-request':
        throw keyTaken();
    }
  }

  /** @throws Problem (400) when the key is malformed, or missing where it is needed. */
  private keyedOf(context: ExecutionContext, request: KeyedRequest): Keyed | undefined {
    const rule = this.reflector.get<KeyRule | undefined>(KEY_RULE, context.getHandler());
    if (request.method !== 'POST' || !request.user || rule === 'ignored') return undefined;
    const key = request.headers['idempotency-key'];
    if (key === undefined && rule === 'needed') throw keyNeeded();
    if (key === undefined) return undefined;
    if (typeof key !== 'string' || !VISIBLE.test(key)) throw malformedKey();
    return { userId: request.user.userId, key, request: textOf(request) };
  }
}

function textOf({ method, url, body }: KeyedRequest): string {
  const text = body instanceof Uint8Array ? Buffer.from(body).toString('base64') : JSON.stringify(body ?? null);
  return `${method} ${url}\n${text}`;
}

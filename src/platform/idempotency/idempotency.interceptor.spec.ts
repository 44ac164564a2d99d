import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, of } from 'rxjs';
import { AnswerIsSecret, NeedsIdempotencyKey } from '.';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import type { KeptAnswers, Keyed, Standing } from './kept-answers';

class Routes {
  plain(): void {}

  @NeedsIdempotencyKey()
  adding(): void {}

  @AnswerIsSecret()
  secret(): void {}
}

const routes = new Routes();
const run: CallHandler = { handle: () => of('the answer of the route') };

describe('The idempotency interceptor', () => {
  let claimed: Keyed[];
  let interceptor: IdempotencyInterceptor;

  beforeEach(() => {
    claimed = [];
    const claim = async (keyed: Keyed): Promise<Standing> => {
      claimed.push(keyed);
      return { kind: 'first', claim: 'a-claim' };
    };
    interceptor = new IdempotencyInterceptor(new Reflector(), { claim } as Partial<KeptAnswers> as KeptAnswers);
  });

  const ask = async (route: keyof Routes, key?: string | string[], fields: object = {}) => {
    const headers = { 'idempotency-key': key };
    const request = { method: 'POST', url: '/things?a=b', body: { a: 1 }, user: { userId: 'ada' }, headers, ...fields };
    const context = { getHandler: () => routes[route], switchToHttp: () => ({ getRequest: () => request }) };
    return lastValueFrom(await interceptor.intercept(context as unknown as ExecutionContext, run));
  };

  it('claims a key for the method, the address and the body', async () => {
    expect(await ask('plain', 'k')).toBe('the answer of the route');
    expect(claimed).toEqual([{ userId: 'ada', key: 'k', request: 'POST /things?a=b\n{"a":1}' }]);
  });

  it('lets a route without a key run, unless it needs one', async () => {
    expect(await ask('plain')).toBe('the answer of the route');
    await expect(ask('adding')).rejects.toThrow('idempotency-key-needed');
    expect(await ask('adding', 'k')).toBe('the answer of the route');
    expect(claimed).toHaveLength(1);
  });

  it('refuses two keys', async () => {
    await expect(ask('plain', ['a', 'b'])).rejects.toThrow('invalid-request');
    await expect(ask('plain', 'a, b')).rejects.toThrow('invalid-request');
  });

  it.each([
    ['a route whose answer is secret', 'secret', {}],
    ['nobody who is signed in', 'plain', { user: undefined }],
    ['a set, which may come twice anyway', 'plain', { method: 'PUT' }],
  ] as const)('does not heed the key of %s', async (_, route, fields) => {
    expect(await ask(route, 'k', fields)).toBe('the answer of the route');
    expect(claimed).toEqual([]);
  });
});

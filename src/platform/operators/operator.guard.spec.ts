import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, checkEnvironment } from '../config';
import { Operator } from '../http';
import { LocalSecrets } from '../secrets';
import { OperatorGuard } from './operator.guard';

const [NEW, OLD] = ['n'.repeat(32), 'o'.repeat(40)];

@Operator()
class Theirs {}

class Ours {}

const asked = (target: new () => object, authorization?: string) =>
  ({
    getHandler: () => () => undefined,
    getClass: () => target,
    switchToHttp: () => ({ getRequest: () => ({ headers: { authorization } }) }),
  }) as unknown as ExecutionContext;

const guardWith = (OPS_TOKEN: string) => {
  const config = new Config(checkEnvironment({ OPS_TOKEN }));
  return new OperatorGuard(new Reflector(), config, new LocalSecrets(config));
};

describe('A route of operators', () => {
  it.each([NEW, OLD])('is opened by each token there is while one takes the place of the other', (token) => {
    expect(guardWith(`${NEW},${OLD}`).canActivate(asked(Theirs, `Bearer ${token}`))).toBe(true);
  });

  it.each([undefined, '', 'Bearer ', `Bearer ${OLD}`, `Bearer ${NEW},${OLD}`, `Bearer ${NEW}x`])(
    'stays closed to %s',
    (authorization) => {
      expect(() => guardWith(NEW).canActivate(asked(Theirs, authorization))).toThrow('not-an-operator');
    },
  );

  it('is all this looks at', () => {
    expect(guardWith(NEW).canActivate(asked(Ours))).toBe(true);
  });
});

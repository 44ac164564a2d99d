import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { weaknessOf } from './secret-strength';

const ENOUGH = 64;

describe('A secret is weak', () => {
  it.each([
    'changemechangemechangemechangeme',
    'change-me-to-a-very-long-secret-password',
    'CHANGE_ME_PLEASE_THIS_IS_NOT_SECURE_1234',
    'callivate-production-jwt-secret-key-2026',
    'your-256-bit-secret-your-256-bit-secret',
    'p4ssw0rd-p4ssw0rd-p4ssw0rd-p4ssw0rd',
    'passwordpasswordpasswordpassword',
    'example-example-example-example-key1',
    '0123456789abcdef0123456789abcdef',
    '0123456789abcdefghijklmnopqrstuvwxyz',
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ',
    '98765432109876543210987654321098',
    '00000000000000000000000000000000',
    'abababababababababababababababab',
    'aaaaaaaabbbbbbbbccccccccdddddddd',
    'x7Gq9!x7Gq9!x7Gq9!x7Gq9!x7Gq9!x7',
    'qwertyuiopasdfghjklzxcvbnm1234567890',
    'short',
  ])('%s', (secret) => {
    expect(weaknessOf(secret, ENOUGH)).toEqual(expect.any(String));
  });

  it('by the reason that holds', () => {
    expect(weaknessOf('0'.repeat(32), ENOUGH)).toContain('too simple');
    expect(weaknessOf('please-change-this-secret-password', ENOUGH)).toContain('words that stand in examples');
    expect(weaknessOf('0123456789abcdefghijklmnopqrstuv', ENOUGH)).toContain('in a row');
    expect(weaknessOf('x7Gq9!x7Gq9!x7Gq9!x7Gq9!x7Gq9!x7', ENOUGH)).toContain('repeated');
  });
});

describe('A secret is good', () => {
  it.each(['hex', 'base64', 'base64url'] as const)('when chance made it, in %s, whatever it spells', (encoding) => {
    const made = fc.integer().map((seed) => createHash('sha256').update(`${seed}`).digest().toString(encoding));
    fc.assert(
      fc.property(made, (secret) => weaknessOf(secret, ENOUGH) === undefined),
      { numRuns: 2000 },
    );
  });

  it('when chance made the shortest that is allowed', () => {
    const made = fc.integer().map((seed) => createHash('md5').update(`${seed}`).digest('hex'));
    fc.assert(
      fc.property(made, (secret) => weaknessOf(secret, ENOUGH) === undefined),
      { numRuns: 5000 },
    );
  });

  it('when it holds a known word by accident', () => {
    const [head, tail] = ['9fQ2mZr7Lc0vXs', 'T4wKd8HjEb6NyU1'];
    for (const word of ['password', 'test', 'key', 'ChangeMe', '1234']) {
      expect(weaknessOf(`${head}${word}${tail}`, ENOUGH)).toBeUndefined();
    }
  });
});

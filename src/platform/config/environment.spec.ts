import { VARIABLES } from './environment';
import { checkEnvironment, InvalidEnvironment } from './findings';

const failureOf = (raw: Record<string, string>): InvalidEnvironment | undefined => {
  try {
    checkEnvironment(raw);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error;
    throw error;
  }
};
const findingsOf = (raw: Record<string, string>) => failureOf(raw)?.findings ?? [];

const KEY = 'k:0123456789abcdef0123456789abcdef';

describe('The environment', () => {
  it('needs nothing on a fresh machine', () => {
    expect(checkEnvironment({})).toMatchObject({ NODE_ENV: 'development', HOST: '127.0.0.1', ROLE: 'all' });
  });

  it('listens to the whole network in production alone', () => {
    const production = { NODE_ENV: 'production', ROLE: 'migrate', DATABASE_URL: 'postgres://db/x' };
    expect(checkEnvironment(production).HOST).toBe('0.0.0.0');
    expect(checkEnvironment({ ...production, HOST: '10.0.0.1' }).HOST).toBe('10.0.0.1');
  });

  it('is told in one go all that there is to mend, with the names and never the values', () => {
    const failure = failureOf({ NODE_ENV: 'production', PORT: 'hunter2', JWT_KEYS: 'hunter2', ROLE: 'hunter2' });
    expect(failure?.findings.map(({ variable }) => variable)).toEqual([
      'PORT',
      'PUBLIC_BASE_URL',
      'ROLE',
      'DATABASE_URL',
      'JWT_KEYS',
      'ENCRYPTION_KEYS',
      'BLIND_INDEX_KEY',
      'OPS_TOKEN',
      'AUTH_DEV_ENABLED',
    ]);
    expect(failure?.message).toContain('  - DATABASE_URL is required in production. Set it to the address');
    expect(failure?.message).not.toContain('hunter2');
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['NODE_ENV', 'prod'],
    ['ROLE', 'both'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_POOL_SIZE', '1'],
    ['PUBLIC_BASE_URL', 'callivate.example'],
    ['PUBLIC_BASE_URL', 'http://callivate.example/base/'],
    ['CORS_ORIGINS', 'https://app.example.org/path'],
    ['HOST', 'not a host!'],
    ['HOST', 'localhost:3000'],
    ['JWT_KEYS', 'short:secret'],
    ['OPS_TOKEN', 'short'],
    ['OPS_TOKEN', `${'o'.repeat(32)},short`],
    ['REDIS_URL', 'http://cache'],
    ['TRUST_PROXY', 'everybody'],
    ['CORS_ORIGINS', '*'],
    ['AI_API_KEY', 'two words'],
    ['AI_BASE_URL', 'localhost:11434/v1'],
    ['SPEECH_PROVIDER', 'somebody'],
    ['SPEECH_API_KEY', 'two words'],
    ['SPEECH_BASE_URL', 'localhost:8880/v1'],
    ['SPEECH_MODEL', 'the best one'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['CANARY_ENABLED', '1'],
    ['COMMIT', 'not a commit'],
    ['AUTH_DEV_ENABLED', 'yes'],
  ])('names %s=%s', (name, value) => {
    expect(findingsOf({ [name]: value })).toEqual([
      { variable: name, level: 'required', problem: expect.stringMatching(/^must be/), remedy: expect.any(String) },
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(findingsOf(Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])))).toEqual([]);
  });

  it('reads a ring of keys, the first one signing', () => {
    expect(checkEnvironment({ JWT_KEYS: `${KEY},old:${KEY.slice(2)}` }).JWT_KEYS?.map(({ id }) => id)).toEqual([
      'k',
      'old',
    ]);
  });

  it('reads the tokens of operators, one or several', () => {
    const [one, other] = ['a'.repeat(32), 'b'.repeat(40)];
    expect(checkEnvironment({ OPS_TOKEN: one }).OPS_TOKEN).toEqual([one]);
    expect(checkEnvironment({ OPS_TOKEN: `${one}, ${other}` }).OPS_TOKEN).toEqual([one, other]);
  });

  it('passes over what is not ours', () => {
    expect(findingsOf({ PATH: '/bin', EDITOR: 'ed' })).toEqual([]);
  });
});

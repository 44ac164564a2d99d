import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { VARIABLES, type Variable } from './environment';
import { checkEnvironment, findingsIn, InvalidEnvironment } from './findings';

const chance = (purpose: string) => createHash('sha256').update(purpose).digest('hex');

/** Everything as it should be. */
const PRODUCTION: Record<string, string> = {
  NODE_ENV: 'production',
  PUBLIC_BASE_URL: 'https://callivate.example.com',
  TRUST_PROXY: '1',
  DATABASE_URL: `postgresql://callivate:${chance('database')}@db.internal:5432/callivate?sslmode=verify-full`,
  REDIS_URL: `rediss://:${chance('redis')}@cache.internal:6379`,
  JWT_KEYS: `k2:${chance('jwt 2')},k1:${chance('jwt 1')}`,
  ENCRYPTION_KEYS: `k1:${chance('encryption')}`,
  BLIND_INDEX_KEY: chance('blind index'),
  OPS_TOKEN: `${chance('operators 2')},${chance('operators 1')}`,
  CORS_ORIGINS: 'https://app.example.org',
  AI_PROVIDER: 'google',
  AI_MODEL: 'gemini-2.5-flash-lite',
  AI_API_KEY: chance('model').slice(0, 39),
  SPEECH_PROVIDER: 'openai',
  SPEECH_API_KEY: chance('speech').slice(0, 51),
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: chance('twilio').slice(0, 32),
  TWILIO_FROM_NUMBER: '+14155550100',
  AUTH_DEV_ENABLED: 'false',
};

/** What is found, as "VARIABLE level", when production is changed so. */
const foundWith = (changes: Record<string, string | undefined>) => told({ ...PRODUCTION, ...changes });
const told = (raw: Record<string, string | undefined>) =>
  findingsIn(raw).map(({ variable, level }) => `${variable} ${level}`);

const NEEDED = ['PUBLIC_BASE_URL', 'DATABASE_URL', 'JWT_KEYS', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEY', 'OPS_TOKEN'];
/** For each variable a value it cannot have; any text is an address to listen on or a folder. */
const MALFORMED: Record<Exclude<Variable, 'HOST' | 'DATA_DIR'>, string> = {
  NODE_ENV: 'live',
  PORT: 'eighty-eighty',
  PUBLIC_BASE_URL: 'callivate.example.com',
  ROLE: 'both',
  LOG_LEVEL: 'deafening',
  DATABASE_URL: `mysql://callivate:${chance('database')}@db.internal/callivate`,
  DATABASE_POOL_SIZE: 'plenty',
  JWT_KEYS: chance('no name'),
  ENCRYPTION_KEYS: `k1:${chance('one')} k2:${chance('two')}`,
  BLIND_INDEX_KEY: chance('short').slice(0, 31),
  OPS_TOKEN: `${chance('one')},`,
  REDIS_URL: 'cache.internal',
  TRUST_PROXY: 'everybody',
  CORS_ORIGINS: 'app.example.org',
  AI_PROVIDER: 'oracle',
  AI_MODEL: 'the best one',
  AI_API_KEY: 'a key',
  AI_BASE_URL: 'ollama:11434',
  AI_REPHRASES_GREETINGS: 'sometimes',
  SPEECH_PROVIDER: 'the radio',
  SPEECH_API_KEY: 'a key',
  SPEECH_BASE_URL: 'kokoro:8880',
  SPEECH_MODEL: 'the best one',
  TWILIO_ACCOUNT_SID: 'my account',
  TWILIO_AUTH_TOKEN: 'a token',
  TWILIO_FROM_NUMBER: '(415) 555-0100',
  TWILIO_API_BASE_URL: 'twilio.internal',
  TWILIO_CONVERSATION: 'by pigeon',
  TWILIO_CALLS_PER_SECOND: 'many',
  CALL_COUNTRIES: 'everywhere',
  CALL_PRICE_PER_MINUTE: 'cheap',
  TEXT_PRICE: '-1',
  CALL_BUDGET_MONTHLY: 'a fortune',
  CALL_BUDGET_PERSON_MONTHLY: 'enough',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'collector',
  CANARY_ENABLED: 'now and then',
  COMMIT: 'not a commit',
  AUTH_DEV_ENABLED: 'perhaps',
};

const PLACEHOLDER = 'change-me-to-a-very-long-secret-password';

describe('Production', () => {
  it('has nothing to mend when everything is as it should be', () => {
    expect(findingsIn(PRODUCTION)).toEqual([]);
  });

  it.each(NEEDED)('asks for %s, removed or emptied', (name) => {
    for (const changed of [{ [name]: undefined }, { [name]: '' }]) {
      expect(foundWith(changed)).toEqual([`${name} required`]);
      expect(findingsIn({ ...PRODUCTION, ...changed })[0]?.problem).toContain('is required');
    }
  });

  it.each(Object.keys(VARIABLES).filter((name) => !NEEDED.includes(name)))('takes its default for %s', (name) => {
    const expected: Record<string, string[]> = {
      AUTH_DEV_ENABLED: ['AUTH_DEV_ENABLED required'],
      TRUST_PROXY: ['TRUST_PROXY recommended'],
      AI_PROVIDER: ['AI_PROVIDER required'],
      AI_MODEL: ['AI_MODEL required'],
      AI_API_KEY: ['AI_API_KEY required'],
      SPEECH_PROVIDER: ['SPEECH_API_KEY recommended'],
      SPEECH_API_KEY: ['SPEECH_API_KEY required'],
      TWILIO_ACCOUNT_SID: ['TWILIO_ACCOUNT_SID required'],
      TWILIO_AUTH_TOKEN: ['TWILIO_AUTH_TOKEN required'],
      TWILIO_FROM_NUMBER: ['TWILIO_FROM_NUMBER required'],
    };
    if (name === 'NODE_ENV') return expect(told({ ...PRODUCTION, NODE_ENV: '' })).toEqual([]);
    for (const changed of [undefined, '']) expect(foundWith({ [name]: changed })).toEqual(expected[name] ?? []);
  });

  it.each(Object.entries(MALFORMED))('refuses a malformed %s, and says it once', (name, value) => {
    const [finding, ...others] = findingsIn({ ...PRODUCTION, [name]: value });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ variable: name, level: 'required' });
    expect(finding?.problem).toMatch(/^must (be|have) /);
  });

  it.each<[Variable, string]>([
    ['JWT_KEYS', `k1:${PLACEHOLDER}`],
    ['ENCRYPTION_KEYS', `k1:${PLACEHOLDER}`],
    ['BLIND_INDEX_KEY', PLACEHOLDER],
    ['OPS_TOKEN', PLACEHOLDER],
    ['OPS_TOKEN', `${chance('good')},${PLACEHOLDER}`],
    ['DATABASE_URL', 'postgresql://callivate:password@db.internal/callivate?sslmode=require'],
    ['DATABASE_URL', 'postgresql://postgres:postgres@localhost/callivate'],
    ['REDIS_URL', 'rediss://:changeme@cache.internal:6379'],
  ])('refuses the placeholder in %s', (name, value) => {
    expect(foundWith({ [name]: value })).toEqual([`${name} required`]);
    expect(() => checkEnvironment({ ...PRODUCTION, [name]: value })).toThrow(InvalidEnvironment);
  });

  it.each([
    ['BLIND_INDEX_KEY', { BLIND_INDEX_KEY: chance('encryption') }],
    ['OPS_TOKEN', { OPS_TOKEN: `${chance('operators 1')},${chance('jwt 1')}` }],
    ['OPS_TOKEN', { OPS_TOKEN: `${chance('one')},${chance('one')}` }],
    ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: `k1:${chance('jwt 2')}` }],
    ['JWT_KEYS', { JWT_KEYS: `k1:${chance('database')}` }],
    ['REDIS_URL', { REDIS_URL: `rediss://:${chance('database')}@cache.internal` }],
    ['BLIND_INDEX_KEY', { BLIND_INDEX_KEY: chance('redis') }],
  ])('refuses in %s a secret that stands elsewhere too', (name, changes) => {
    expect(foundWith(changes)).toEqual([`${name} required`]);
  });

  it.each<[Variable, string, string, Variable?]>([
    ['PUBLIC_BASE_URL', 'http://callivate.example.com', 'required'],
    ['PUBLIC_BASE_URL', 'https://localhost', 'required'],
    ['PUBLIC_BASE_URL', 'https://127.0.0.1:3000', 'required'],
    ['PUBLIC_BASE_URL', 'https://[::1]', 'required'],
    ['CORS_ORIGINS', '*', 'required'],
    ['CORS_ORIGINS', 'https://app.example.org,http://app.example.org', 'required'],
    ['CORS_ORIGINS', 'https://callivate.example.com', 'optional'],
    ['AUTH_DEV_ENABLED', 'true', 'required'],
    ['DATABASE_URL', `postgresql://callivate:${chance('database')}@db.internal/callivate`, 'recommended'],
    ['DATABASE_URL', `postgresql://callivate:${chance('database')}@db.internal/x?sslmode=prefer`, 'recommended'],
    ['REDIS_URL', 'redis://cache.internal:6379', 'recommended'],
    ['TWILIO_API_BASE_URL', 'http://twilio.internal', 'required'],
    ['AI_BASE_URL', 'http://model.internal:8000/v1', 'recommended'],
    ['AI_PROVIDER', 'openai-compatible', 'required', 'AI_BASE_URL'],
    ['SPEECH_BASE_URL', 'http://speech.internal:8880/v1', 'recommended'],
    ['LOG_LEVEL', 'debug', 'recommended'],
    ['LOG_LEVEL', 'trace', 'recommended'],
    ['TRUST_PROXY', '0', 'recommended'],
    ['DATABASE_POOL_SIZE', '4', 'recommended'],
  ])('finds %s=%s', (name, value, level, where = name) => {
    expect(foundWith({ [name]: value })).toEqual([`${where} ${level}`]);
  });

  it.each<[Variable, string]>([
    ['DATABASE_URL', 'postgresql://callivate@127.0.0.1/callivate'],
    ['DATABASE_URL', 'postgresql:///callivate?host=/var/run/postgresql'],
    ['REDIS_URL', 'redis://localhost:6379'],
    ['AI_BASE_URL', 'http://127.0.0.1:11434/v1'],
    ['AI_BASE_URL', 'https://model.internal/v1'],
    ['SPEECH_PROVIDER', 'none'],
    ['SPEECH_BASE_URL', 'http://127.0.0.1:8880/v1'],
    ['SPEECH_BASE_URL', 'https://speech.internal/v1'],
    ['SPEECH_MODEL', 'kokoro'],
    ['LOG_LEVEL', 'warn'],
    ['DATABASE_POOL_SIZE', '5'],
  ])('has nothing against %s=%s', (name, value) => {
    expect(foundWith({ [name]: value })).toEqual([]);
  });

  it('lets a worker do with few connections', () => {
    expect(foundWith({ ROLE: 'worker', DATABASE_POOL_SIZE: '2' })).toEqual([]);
  });

  it('asks a migration for the database alone', () => {
    expect(told({ NODE_ENV: 'production', ROLE: 'migrate' })).toEqual(['DATABASE_URL required']);
    expect(foundWith({ ROLE: 'migrate', PUBLIC_BASE_URL: 'http://localhost', OPS_TOKEN: PLACEHOLDER })).toEqual([]);
    const weak = 'postgresql://callivate:hunter2@db.internal/callivate';
    expect(foundWith({ ROLE: 'migrate', DATABASE_URL: weak })).toEqual(['DATABASE_URL recommended']);
  });
});

describe('Everywhere', () => {
  it('ENCRYPTION_KEYS and BLIND_INDEX_KEY are set together', () => {
    expect(told({ ENCRYPTION_KEYS: `k1:${chance('a')}` })).toEqual(['BLIND_INDEX_KEY required']);
    expect(told({ BLIND_INDEX_KEY: chance('a') })).toEqual(['ENCRYPTION_KEYS required']);
  });

  it('an account with Twilio has its token, its number and an address at which it is answered', () => {
    const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` };
    expect(told(account)).toEqual([
      'PUBLIC_BASE_URL required',
      'TWILIO_AUTH_TOKEN required',
      'TWILIO_FROM_NUMBER required',
    ]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ AI_PROVIDER: 'google' }, ['AI_MODEL required', 'AI_API_KEY required']],
    [{ AI_PROVIDER: 'openai-compatible', AI_MODEL: 'qwen2.5:7b' }, ['AI_BASE_URL required']],
    [{ AI_PROVIDER: 'openai-compatible', AI_MODEL: 'qwen2.5:7b', AI_BASE_URL: 'http://127.0.0.1:11434/v1' }, []],
    [{ AI_MODEL: 'qwen2.5:7b' }, ['AI_PROVIDER required']],
    [{ AI_API_KEY: 'sk-1' }, ['AI_API_KEY recommended']],
    [{ AI_BASE_URL: 'http://127.0.0.1:11434/v1' }, ['AI_BASE_URL recommended']],
  ])('a language model is whole or absent: %j', (given, found) => {
    expect(told(given)).toEqual(found);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ SPEECH_PROVIDER: 'openai' }, ['SPEECH_API_KEY required']],
    [{ SPEECH_PROVIDER: 'openai', SPEECH_BASE_URL: 'http://127.0.0.1:8880/v1' }, ['SPEECH_API_KEY required']],
    [{ SPEECH_PROVIDER: 'openai', SPEECH_API_KEY: 'sk-1' }, []],
    [{ SPEECH_PROVIDER: 'none', SPEECH_API_KEY: 'sk-1' }, []],
    [{ SPEECH_API_KEY: 'sk-1' }, ['SPEECH_API_KEY recommended']],
    [{ SPEECH_BASE_URL: 'http://127.0.0.1:8880/v1' }, ['SPEECH_BASE_URL recommended']],
    [{ SPEECH_MODEL: 'kokoro' }, ['SPEECH_MODEL recommended']],
  ])('a provider of speech is whole or absent: %j', (given, found) => {
    expect(told(given)).toEqual(found);
  });

  it.each(['JWT_KEYS', 'ENCRYPTION_KEYS'])('%s has each name once', (name) => {
    const ring = `k1:${chance('a')},k1:${chance('b')}`;
    expect(foundWith({ [name]: ring })).toEqual([`${name} required`]);
    expect(findingsIn({ JWT_KEYS: ring })[0]?.problem).toBe('must have each name once');
  });

  it('nothing is asked of the secrets of a development machine', () => {
    expect(told({ JWT_KEYS: `k1:${PLACEHOLDER}`, OPS_TOKEN: PLACEHOLDER })).toEqual([]);
  });

  it('what stops the start is told first, then by the order of .env.example', () => {
    const raw = { ...PRODUCTION, PORT: 'x', LOG_LEVEL: 'debug', DATABASE_ULR: 'x', OPS_TOKEN: '', HOST: '' };
    expect(told(raw)).toEqual([
      'PORT required',
      'OPS_TOKEN required',
      'LOG_LEVEL recommended',
      'DATABASE_ULR recommended',
    ]);
  });

  it('what is recommended stops nothing', () => {
    expect(checkEnvironment({ ...PRODUCTION, LOG_LEVEL: 'debug', DATABASE_ULR: 'x' }).LOG_LEVEL).toBe('debug');
  });
});

/** Values in the shapes that variables have, wrong and right, each with a part that nobody else would write. */
const part = fc
  .integer()
  .chain((seed) => fc.constantFrom(8, 12, 40, 64).map((length) => chance(`${seed}`).slice(0, length)));
const value = part.chain((text) =>
  fc
    .constantFrom(
      text,
      `k1:${text}`,
      `${text}:${text},${text}:${text}`,
      `${text},${text}`,
      `postgresql://${text}:${text}@${text}/${text}`,
      `redis://:${text}@${text}`,
      `http://${text}.example`,
      `https://${text}.example,http://${text}.example`,
      `${text} `.repeat(3),
    )
    .map((whole) => ({ whole, text })),
);
const names = [...Object.keys(VARIABLES).filter((name) => name !== 'NODE_ENV'), 'DATABASE_ULR', 'JWT_KEY'];

describe('A finding', () => {
  it('never holds a value, nor a part of one that could be a secret', () => {
    const environments = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: names.length });
    fc.assert(
      fc.property(environments, fc.constantFrom('production', 'development'), (given, NODE_ENV) => {
        const raw = Object.fromEntries(Object.entries(given).map(([name, { whole }]) => [name, whole]));
        const findings = JSON.stringify(findingsIn({ ...raw, NODE_ENV }));
        for (const { text } of Object.values(given)) expect(findings).not.toContain(text.slice(0, 8));
      }),
      { numRuns: 500 },
    );
  });

  it('says what is wrong and what to do', () => {
    const raw = Object.fromEntries(names.map((name) => [name, '*']));
    for (const { problem, remedy } of findingsIn({ ...raw, NODE_ENV: 'production' })) {
      expect(problem).toMatch(/^(is|has|must|leads|names|tells|holds) /);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
  });
});

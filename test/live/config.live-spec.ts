import { randomBytes } from 'node:crypto';
import type { App } from './support/app';
import { type Machine, onAMachine } from './support/machine';
import { timeOf } from './support/until';

/** From the start of the process until it has refused and is gone, in ms. */
const REFUSES_WITHIN = 5000;

/** Every value below that is nobody's word but the writer's. */
const VALUES =
  /eighty-eighty|localhost|everything-there-is|letmein|hopper|far-away|habits|plenty-of-them|please-change|first:|open-sesame|whoever-comes|now-and-then|not a commit|typed-too-fast/;

const CHECK: [string, ...string[]] = [process.execPath, '--enable-source-maps', 'dist/src/config-check.main.js'];

const PLACEHOLDER = 'please-change-this-secret-password';

/** What a deployment sets; nobody listens at its database. */
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_BASE_URL: 'https://callivate.example.com',
  TRUST_PROXY: '1',
  DATABASE_URL: `postgresql://callivate:${chance()}@127.0.0.1:1/callivate`,
  JWT_KEYS: `k1:${chance()}`,
  ENCRYPTION_KEYS: `k1:${chance()}`,
  BLIND_INDEX_KEY: chance(),
  OPS_TOKEN: chance(),
  AUTH_DEV_ENABLED: 'false',
};

/** Everything at once. */
const ALL_WRONG = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: 'eighty-eighty',
  PUBLIC_BASE_URL: 'http://localhost:3999',
  ROLE: 'everything-there-is',
  LOG_LEVEL: 'trace',
  DATABASE_URL: 'postgresql://hopper:letmein@far-away.example/habits',
  DATABASE_POOL_SIZE: 'plenty-of-them',
  JWT_KEYS: `first:${PLACEHOLDER},first:${PLACEHOLDER}`,
  ENCRYPTION_KEYS: `first:${PLACEHOLDER}`,
  BLIND_INDEX_KEY: PLACEHOLDER,
  OPS_TOKEN: 'open-sesame',
  REDIS_URL: 'redis://:letmein@far-away.example:6379',
  TRUST_PROXY: 'whoever-comes',
  CORS_ORIGINS: 'http://far-away.example',
  AI_PROVIDER: 'oracle-of-delphi',
  AI_MODEL: 'the best one',
  AI_API_KEY: 'open sesame',
  AI_BASE_URL: 'far-away.example',
  SPEECH_PROVIDER: 'oracle-of-delphi',
  SPEECH_API_KEY: 'open sesame',
  SPEECH_BASE_URL: 'far-away.example',
  SPEECH_MODEL: 'the best one',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'far-away.example',
  CANARY_ENABLED: 'now-and-then',
  COMMIT: 'not a commit',
  AUTH_DEV_ENABLED: 'true',
  DATABASE_ULR: 'typed-too-fast',
};

describe('A start in production', () => {
  it('with everything wrong is refused within 5 s, which names each variable and no value', () =>
    onAMachine(async (machine) => {
      const printed = await refusal(machine.start(ALL_WRONG));
      const { NODE_ENV, HOST, ...wrong } = ALL_WRONG;
      for (const name of Object.keys(wrong)) expect(printed).toMatch(new RegExp(`^  - ${name} .+\\. .+\\.$`, 'm'));
      expect(printed).toContain('Did you mean DATABASE_URL?');
      expect(printed).not.toMatch(VALUES);
    }));

  it.each(['JWT_KEYS', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEY', 'OPS_TOKEN', 'DATABASE_URL'] as const)(
    'with a placeholder in %s is refused, for that alone, and told how to mend it',
    (name) =>
      onAMachine(async (machine) => {
        const wrong = { [name]: placeholderIn(name) };
        const printed = await refusal(machine.start({ ...PRODUCTION, ...wrong }));
        expect(printed.match(/^ {2}- .+$/gm)).toEqual([
          expect.stringMatching(new RegExp(`${name} has a secret that .+\\. .+openssl rand -hex`)),
        ]);
        expect(printed).not.toMatch(VALUES);
      }),
  );

  it('goes on to the database when there is nothing to mend', () =>
    onAMachine(async (machine) => {
      const app = machine.start(PRODUCTION);
      await app.ended();
      expect(app.output).not.toContain('The configuration is not valid');
    }));
});

describe('npm run config:check', () => {
  it('shows all there is to mend as a table, and ends with 1', () =>
    onAMachine(async (machine) => {
      const printed = await refusal(check(machine, ALL_WRONG));
      expect(printed).toMatch(/^variable +level +what is wrong +what to do$/m);
      expect(printed).toMatch(/^JWT_KEYS +required +must have each name once +Set it to/m);
      expect(printed).toMatch(/^LOG_LEVEL +recommended +tells more/m);
      expect(printed).not.toMatch(VALUES);
    }));

  it('tells programs the same', () =>
    onAMachine(async (machine) => {
      const { valid, findings } = JSON.parse(await refusal(check(machine, ALL_WRONG, '--json')));
      expect(valid).toBe(false);
      expect(findings).toContainEqual(expect.objectContaining({ variable: 'AUTH_DEV_ENABLED', level: 'required' }));
    }));

  it.each([
    ['a deployment', PRODUCTION],
    ['a fresh machine', {}],
  ])('has nothing against %s', (_, environment) =>
    onAMachine(async (machine) => {
      const app = check(machine, environment);
      expect(await app.ended()).toEqual({ code: 0, signal: null });
      expect(app.output).toContain('there is nothing to mend');
    }),
  );
});

function chance(): string {
  return randomBytes(32).toString('hex');
}

function placeholderIn(name: string): string {
  if (name === 'DATABASE_URL') return 'postgresql://hopper:letmein@127.0.0.1:1/habits';
  return name.endsWith('_KEYS') ? `first:${PLACEHOLDER}` : PLACEHOLDER;
}

function check(machine: Machine, environment: Record<string, string>, ...options: string[]): App {
  return machine.start(environment, { command: [...CHECK, ...options] });
}

/** What an app prints that ends by itself with 1: sentences for a person, not a trace. */
async function refusal(app: App): Promise<string> {
  expect(await timeOf(() => app.ended())).toBeLessThan(REFUSES_WITHIN);
  expect(await app.ended()).toEqual({ code: 1, signal: null });
  expect(app.output).not.toMatch(/^ +at /m);
  return app.output;
}

import { z } from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true');

const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`);

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` });

/** One secret of a ring, `name:secret`; the name travels in the tokens it signs, the secret has at least 32 characters. */
const keyRing = z
  .string()
  .regex(
    /^[\w-]+:[^,\s]{32,}(,[\w-]+:[^,\s]{32,})*$/,
    'must be name:secret pairs separated by commas, each secret 32 characters or more',
  )
  .transform((text) =>
    text
      .split(',')
      .map((pair) => ({ id: pair.slice(0, pair.indexOf(':')), secret: pair.slice(pair.indexOf(':') + 1) })),
  );

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable the service reads, with its rule, its default and the sentence that `.env.example` shows. */
const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development')
    .describe('development, test or production. Production asks for secrets and a database of its own.'),
  HOST: z.string().min(1).optional().describe('Address to listen on: 127.0.0.1, and 0.0.0.0 in production.'),
  PORT: wholeNumber(1, 65535)
    .optional()
    .describe('Port to listen on: 3000, or the next free one. When set it must be free.'),
  PUBLIC_BASE_URL: url(/^https?$/, 'https://callivate.example')
    .optional()
    .describe('Where people reach the service from outside. The relay address of a call is made from it.'),
  ROLE: z
    .enum(['all', 'api', 'worker', 'migrate'], { error: 'must be all, api, worker or migrate' })
    .default('all')
    .describe(
      'api answers requests, worker sweeps the engine, all does both; migrate brings the schema up to date and ends.',
    ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe(`One of ${LOG_LEVELS.join(', ')}.`),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder of the embedded database and of the secrets made on first start.'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/callivate')
    .optional()
    .describe('PostgreSQL 14 or newer. Unset: the embedded PostgreSQL. Required in production.'),
  DATABASE_POOL_SIZE: wholeNumber(2, 200)
    .optional()
    .describe('Connections this process may hold to the database: 15 for all, 10 for api and for worker.'),
  JWT_KEYS: keyRing
    .optional()
    .describe(
      'Signing keys of access tokens, name:secret pairs, the first one signs. Made on first start; required in production.',
    ),
  ENCRYPTION_KEYS: keyRing
    .optional()
    .describe(
      'Keys that encrypt personal data at rest, name:secret pairs, the first one encrypts, all decrypt. Made on first start; required in production.',
    ),
  BLIND_INDEX_KEY: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('Key under which encrypted values are looked up. Made on first start; required in production.'),
  OPS_TOKEN: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'What operators send as Bearer to /status, /metrics and /config/validate. Made on first start; required in production.',
    ),
  REDIS_URL: url(/^rediss?$/, 'redis://host:6379')
    .optional()
    .describe('Redis or Valkey for the cache and the shared limits. Unset: the memory of each process.'),
  TRUST_PROXY: wholeNumber(0, 10)
    .default(0)
    .describe('How many proxies stand in front, whose X-Forwarded-For is believed. 0 believes nobody.'),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(z.array(url(/^https?$/, 'https://app.example.org')))
    .optional()
    .describe('Other web origins that may call the API, separated by commas. Unset: none.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/, 'http://collector:4318')
    .optional()
    .describe('Where OpenTelemetry traces are sent, by OTLP over HTTP. Unset: no traces.'),
  CANARY_ENABLED: flag(true).describe(
    'Whether the service rings a person of its own every 2 minutes to see that it can.',
  ),
  COMMIT: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be a commit id')
    .optional()
    .describe('Commit the image was built from, shown on /status.'),
  AUTH_DEV_ENABLED: flag(true).describe('Sign-in by an e-mail address alone, for development. Refused in production.'),
});

export const VARIABLES = variables.shape;

type Parsed = z.output<typeof variables>;

/** The variables after the check: what has a default has a value. */
export type Environment = Readonly<Parsed & { HOST: string }>;

/**
 * What production asks for besides. Looked at on its own, so that it is told together with everything else. Who only
 * brings the schema up to date needs the database and no secret.
 */
function productionFindings(given: Record<string, unknown>): string[] {
  if (given.NODE_ENV !== 'production') return [];
  const database = given.DATABASE_URL ? [] : ['DATABASE_URL is required in production'];
  if (given.ROLE === 'migrate') return database;
  return [
    ...database,
    ...['JWT_KEYS', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEY', 'OPS_TOKEN'].flatMap((name) =>
      given[name] ? [] : [`${name} is required in production`],
    ),
    ...(given.AUTH_DEV_ENABLED === 'false' ? [] : ['AUTH_DEV_ENABLED must be false in production']),
  ];
}

export class InvalidEnvironment extends Error {
  constructor(readonly findings: string[]) {
    super(
      `The configuration is not valid:\n${findings.map((finding) => `  - ${finding}`).join('\n')}\nSee .env.example.`,
    );
    this.name = 'InvalidEnvironment';
  }
}

/**
 * Checks all variables at once, so that one start shows everything there is to mend. An empty variable counts as unset.
 * A finding names the variable and what would be right, never the value: it may be a secret.
 * @throws InvalidEnvironment
 */
export function checkEnvironment(raw: Record<string, unknown>): Environment {
  const given = Object.fromEntries(Object.entries(raw).filter(([name, value]) => name in VARIABLES && value !== ''));
  const result = variables.safeParse(given);
  const wrong = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const findings = [...wrong, ...productionFindings(given)];
  if (!result.success || findings.length > 0) throw new InvalidEnvironment(findings);
  return {
    ...result.data,
    HOST: result.data.HOST ?? (result.data.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
  };
}

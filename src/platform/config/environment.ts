import { z } from 'zod';
import { amount, flag, host, keyRing, origin, SHORTEST_SECRET, tokens, url, wholeNumber } from './shapes';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable the service reads, with its rule, its default and the sentence that `.env.example` shows. */
const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development')
    .describe('development, test or production. Production asks for secrets and a database of its own.'),
  HOST: host.optional().describe('Address to listen on: 127.0.0.1, and 0.0.0.0 in production.'),
  PORT: wholeNumber(1, 65535)
    .optional()
    .describe('Port to listen on: 3000, or the next free one. When set it must be free.'),
  PUBLIC_BASE_URL: origin('must be an address without a path, such as https://callivate.example')
    .optional()
    .describe(
      'Where people reach the service from outside. The relay address of a call is made from it. Required in production, with https.',
    ),
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
      'Keys that encrypt what is encrypted at rest (today: the details of the audit log), name:secret pairs, the first one encrypts, all decrypt. Made on first start; required in production.',
    ),
  BLIND_INDEX_KEY: z
    .string()
    .min(SHORTEST_SECRET, `must have at least ${SHORTEST_SECRET} characters`)
    .optional()
    .describe('Key under which encrypted values are looked up. Made on first start; required in production.'),
  OPS_TOKEN: tokens
    .optional()
    .describe(
      'What operators send as Bearer to /status, /metrics and /config/validate; several, separated by commas, all open. Made on first start; required in production.',
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
    .pipe(z.array(origin('must be web origins such as https://app.example.org, without a path, never *')))
    .optional()
    .describe('Other web origins that may call the API, separated by commas. Unset: none.'),
  AI_PROVIDER: z
    .enum(['google', 'openai-compatible'], { error: 'must be google or openai-compatible' })
    .optional()
    .describe(
      'Language model that is asked where the rules do not understand an answer: google, or any server of the OpenAI protocol (Ollama, vLLM). Unset: rules alone.',
    ),
  AI_MODEL: z
    .string()
    .regex(/^[\w.:/@-]{1,200}$/, 'must be the name of a model')
    .optional()
    .describe('Name of the model, as its provider spells it.'),
  AI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'must be a key, without spaces')
    .optional()
    .describe('Key of the provider. Google asks for one; a server of your own may not.'),
  AI_BASE_URL: url(/^https?$/, 'http://127.0.0.1:11434/v1')
    .optional()
    .describe('Where the model is asked. Needed for openai-compatible; unset, google is asked at Google.'),
  AI_REPHRASES_GREETINGS: flag(false).describe(
    'Whether the model may put the greetings of calls into other words beforehand. It is shown ours with gaps, and nothing of anybody.',
  ),
  SPEECH_PROVIDER: z
    .enum(['none', 'openai'], { error: 'must be none or openai' })
    .default('none')
    .describe(
      "Who speaks lines in a voice of its own: openai, or any server of its protocol by SPEECH_BASE_URL. none: the browser's own voice speaks.",
    ),
  SPEECH_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'must be a key, without spaces')
    .optional()
    .describe('Key of the provider of speech. Required where there is one.'),
  SPEECH_BASE_URL: url(/^https?$/, 'http://127.0.0.1:8880/v1')
    .optional()
    .describe('Where speech is asked for. Unset: at OpenAI.'),
  SPEECH_MODEL: z
    .string()
    .regex(/^[\w.:/@-]{1,200}$/, 'must be the name of a model')
    .default('gpt-4o-mini-tts')
    .describe('Name of the model that speaks, as its provider spells it.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 digits from 0 to f, as the Twilio console shows it')
    .optional()
    .describe('Account with Twilio, by which calls are made over the telephone. Unset: calls ring in the app alone.'),
  TWILIO_AUTH_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'must be the token the Twilio console shows, without spaces')
    .optional()
    .describe('Token of the account: it opens Twilio to us, and proves that a webhook is from Twilio.'),
  TWILIO_FROM_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a number as +14155550123, without spaces')
    .optional()
    .describe('Number of the account that calls come from, and that people call back.'),
  TWILIO_API_BASE_URL: url(/^https?$/, 'http://127.0.0.1:4010')
    .optional()
    .describe('Where Twilio is asked. Unset: at Twilio. Tests and staging point it elsewhere.'),
  TWILIO_CONVERSATION: z
    .enum(['relay', 'gather'], { error: 'must be relay or gather' })
    .default('relay')
    .describe(
      'How Twilio listens and speaks: relay by ConversationRelay, gather turn by turn, for accounts without it.',
    ),
  TWILIO_CALLS_PER_SECOND: wholeNumber(1, 200)
    .default(1)
    .describe('Calls and messages that Twilio takes from the account each second, all replicas together.'),
  CALL_COUNTRIES: z
    .string()
    .regex(/^[A-Z]{2}(,[A-Z]{2})*$/, 'must be codes of countries separated by commas, as US,CA')
    .default('US,CA')
    .describe('Countries whose numbers may be called, by their ISO codes, separated by commas.'),
  CALL_PRICE_PER_MINUTE: amount
    .default(0.1)
    .describe('What a minute of a call is taken to cost until Twilio has told, in the currency of the account.'),
  TEXT_PRICE: amount.default(0.05).describe('What a text message is taken to cost, in the currency of the account.'),
  CALL_BUDGET_MONTHLY: amount
    .default(500)
    .describe('No call is made, and no code sent, once a month has cost so much, in the currency of the account.'),
  CALL_BUDGET_PERSON_MONTHLY: amount.default(25).describe('The same for the calls and codes of one person.'),
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

export type Variable = keyof typeof VARIABLES;

/** What is set of our variables, as it was written. An empty one counts as not set. */
export type Given = Readonly<Partial<Record<Variable, string>>>;

/** The variables after the check: what has a default has a value. */
export type Environment = Readonly<z.output<typeof variables> & { HOST: string }>;

export function givenOf(raw: Record<string, unknown>): Given {
  return Object.fromEntries(Object.entries(raw).filter(([name, value]) => name in VARIABLES && value !== ''));
}

/** Reads what is given by the schema alone: the values, or what is wrong with each variable, in the words of the schema. */
export function readBySchema(given: Given): {
  environment?: Environment;
  wrong: { variable: Variable; problem: string }[];
} {
  const { data, error } = variables.safeParse(given);
  if (!data)
    return { wrong: error.issues.map(({ path, message }) => ({ variable: path[0] as Variable, problem: message })) };
  return { environment: { ...data, HOST: data.HOST ?? usualHost(data.NODE_ENV) }, wrong: [] };
}

function usualHost(environment: Environment['NODE_ENV']): string {
  return environment === 'production' ? '0.0.0.0' : '127.0.0.1';
}

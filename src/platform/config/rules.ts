import { addressesIn, addressIn, asksForTls, leadsAway, leadsHere } from './addresses';
import type { Given, Variable } from './environment';
import type { Finding } from './finding';
import { remedyFor } from './remedies';

interface Rule extends Finding {
  variable: Variable;
  broken: (given: Given) => boolean;
}

/** What production cannot do without. */
const NEEDED: Variable[] = [
  'PUBLIC_BASE_URL',
  'DATABASE_URL',
  'JWT_KEYS',
  'ENCRYPTION_KEYS',
  'BLIND_INDEX_KEY',
  'OPS_TOKEN',
];

/** Variables that mean something together alone: all are set, or none. */
const TOGETHER: Variable[][] = [
  ['ENCRYPTION_KEYS', 'BLIND_INDEX_KEY'],
  ['AI_PROVIDER', 'AI_MODEL'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM_NUMBER'],
];

/** Wherever the service runs. */
export const EVERYWHERE: Rule[] = [
  ...TOGETHER.flatMap((group) => group.map((variable) => half(variable, group))),
  {
    variable: 'AI_API_KEY',
    level: 'required',
    problem: 'must be set where AI_PROVIDER is google',
    remedy: remedyFor('AI_API_KEY'),
    broken: ({ AI_PROVIDER, AI_API_KEY }) => AI_PROVIDER === 'google' && AI_API_KEY === undefined,
  },
  {
    variable: 'AI_BASE_URL',
    level: 'required',
    problem: 'must be set where AI_PROVIDER is openai-compatible',
    remedy: remedyFor('AI_BASE_URL'),
    broken: ({ AI_PROVIDER, AI_BASE_URL }) => AI_PROVIDER === 'openai-compatible' && AI_BASE_URL === undefined,
  },
  ...(['AI_API_KEY', 'AI_BASE_URL'] as const).map(withoutProvider),
  {
    variable: 'SPEECH_API_KEY',
    level: 'required',
    problem: 'must be set where SPEECH_PROVIDER is openai',
    remedy: remedyFor('SPEECH_API_KEY'),
    broken: ({ SPEECH_PROVIDER, SPEECH_API_KEY }) => SPEECH_PROVIDER === 'openai' && SPEECH_API_KEY === undefined,
  },
  ...(['SPEECH_API_KEY', 'SPEECH_BASE_URL', 'SPEECH_MODEL'] as const).map(withoutSpeech),
  {
    variable: 'PUBLIC_BASE_URL',
    level: 'required',
    problem: 'must be set where TWILIO_ACCOUNT_SID is: Twilio asks there what to say',
    remedy: remedyFor('PUBLIC_BASE_URL'),
    broken: ({ TWILIO_ACCOUNT_SID, PUBLIC_BASE_URL }) =>
      TWILIO_ACCOUNT_SID !== undefined && PUBLIC_BASE_URL === undefined,
  },
  {
    variable: 'TRUST_PROXY',
    level: 'recommended',
    problem: 'is 0, yet https ends at a proxy in front, whose address everybody then seems to have',
    remedy: 'Set it to the number of proxies in front, mostly 1.',
    broken: ({ PUBLIC_BASE_URL, TRUST_PROXY = '0' }) =>
      addressIn(PUBLIC_BASE_URL)?.protocol === 'https:' && Number(TRUST_PROXY) === 0,
  },
  {
    variable: 'DATABASE_POOL_SIZE',
    level: 'recommended',
    problem: 'is less than 5, so that requests and the engine wait for each other',
    remedy: 'Set it to 5 or more, or leave it out: then it is 15.',
    broken: ({ ROLE = 'all', DATABASE_POOL_SIZE: size }) => ROLE === 'all' && size !== undefined && Number(size) < 5,
  },
  {
    variable: 'CORS_ORIGINS',
    level: 'optional',
    problem: 'names the address of the service itself, whose pages may call it anyway',
    remedy: 'Take the address of PUBLIC_BASE_URL out of it.',
    broken: (given) =>
      addressesIn(given.CORS_ORIGINS).some(({ origin }) => origin === addressIn(given.PUBLIC_BASE_URL)?.origin),
  },
];

/** In production besides. */
export const IN_PRODUCTION: Rule[] = [
  ...NEEDED.map(missing),
  {
    variable: 'AUTH_DEV_ENABLED',
    level: 'required',
    problem: 'must be false in production: with it anybody can be anybody',
    remedy: 'Set it to false.',
    broken: ({ AUTH_DEV_ENABLED }) => AUTH_DEV_ENABLED !== 'false',
  },
  {
    variable: 'PUBLIC_BASE_URL',
    level: 'required',
    problem: 'must be an https address in production: tokens and talks travel by it',
    remedy: remedyFor('PUBLIC_BASE_URL'),
    broken: ({ PUBLIC_BASE_URL: url }) => addressIn(url)?.protocol === 'http:',
  },
  {
    variable: 'PUBLIC_BASE_URL',
    level: 'required',
    problem: 'must not lead to this machine itself in production: nobody else would reach it',
    remedy: remedyFor('PUBLIC_BASE_URL'),
    broken: ({ PUBLIC_BASE_URL: url }) => leadsHere(url),
  },
  {
    variable: 'CORS_ORIGINS',
    level: 'required',
    problem: 'must have https origins alone in production: a page on plain http can be changed on its way',
    remedy: 'Name each origin with https, or leave it out.',
    broken: ({ CORS_ORIGINS: list }) => addressesIn(list).some(({ protocol }) => protocol === 'http:'),
  },
  {
    variable: 'DATABASE_URL',
    level: 'recommended',
    problem: 'leads to another machine without TLS',
    remedy: 'Add ?sslmode=verify-full to it.',
    broken: ({ DATABASE_URL: url }) => leadsAway(url) && !asksForTls(url),
  },
  {
    variable: 'REDIS_URL',
    level: 'recommended',
    problem: 'leads to another machine without TLS',
    remedy: 'Write rediss:// in place of redis://.',
    broken: ({ REDIS_URL: url }) => leadsAway(url) && addressIn(url)?.protocol === 'redis:',
  },
  {
    variable: 'AI_BASE_URL',
    level: 'recommended',
    problem: 'leads to another machine without TLS: what people say, and the key, can be read on the way',
    remedy: 'Reach the server by https, or run it on this machine.',
    broken: ({ AI_BASE_URL: url }) => leadsAway(url) && addressIn(url)?.protocol === 'http:',
  },
  {
    variable: 'SPEECH_BASE_URL',
    level: 'recommended',
    problem: 'leads to another machine without TLS: what is spoken, and the key, can be read on the way',
    remedy: 'Reach the server by https, or run it on this machine.',
    broken: ({ SPEECH_BASE_URL: url }) => leadsAway(url) && addressIn(url)?.protocol === 'http:',
  },
  {
    variable: 'TWILIO_API_BASE_URL',
    level: 'required',
    problem: 'must not be plain http in production: the token and the numbers of people travel by it',
    remedy: 'Leave it out: then Twilio is asked at Twilio.',
    broken: ({ TWILIO_API_BASE_URL: url }) => addressIn(url)?.protocol === 'http:',
  },
  {
    variable: 'LOG_LEVEL',
    level: 'recommended',
    problem: 'tells more than production needs, and costs disk and time',
    remedy: 'Set it to info, or leave it out.',
    broken: ({ LOG_LEVEL }) => LOG_LEVEL === 'debug' || LOG_LEVEL === 'trace',
  },
];

function missing(variable: Variable): Rule {
  const broken = (given: Given) => given[variable] === undefined;
  return { variable, level: 'required', problem: 'is required in production', remedy: remedyFor(variable), broken };
}

function half(variable: Variable, group: Variable[]): Rule {
  const others = group.filter((other) => other !== variable);
  return {
    variable,
    level: 'required',
    problem: `must be set where ${others.join(' or ')} is set`,
    remedy: remedyFor(variable),
    broken: (given) => given[variable] === undefined && others.some((other) => given[other] !== undefined),
  };
}

function withoutProvider(variable: 'AI_API_KEY' | 'AI_BASE_URL'): Rule {
  return {
    variable,
    level: 'recommended',
    problem: 'is set, but no AI_PROVIDER that it belongs to',
    remedy: remedyFor('AI_PROVIDER'),
    broken: (given) => given[variable] !== undefined && !given.AI_PROVIDER && !given.AI_MODEL,
  };
}

/** Who writes `none` has switched it off, and may keep the rest. */
function withoutSpeech(variable: 'SPEECH_API_KEY' | 'SPEECH_BASE_URL' | 'SPEECH_MODEL'): Rule {
  return {
    variable,
    level: 'recommended',
    problem: 'is set, but no SPEECH_PROVIDER that it belongs to',
    remedy: remedyFor('SPEECH_PROVIDER'),
    broken: (given) => given[variable] !== undefined && given.SPEECH_PROVIDER === undefined,
  };
}

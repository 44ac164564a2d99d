import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/**
 * What a failure of the database means to us. `unavailable`: it is not there. `busy`: it is, but not in time. `contended`:
 * two transactions got in each other's way, and one of them may simply begin again. `duplicate`, `dangling` and `unfit`:
 * it refuses what was to be written. `faulty`: the statement itself is wrong, a mistake of ours.
 */
export type DatabaseErrorClass = 'unavailable' | 'busy' | 'contended' | 'duplicate' | 'dangling' | 'unfit' | 'faulty';

interface PgError extends Error {
  code?: string;
  table?: string;
  constraint?: string;
  detail?: string;
}

/** By SQLSTATE; where there is no line for one, its first two characters, the class of the standard, decide. */
const BY_STATE: Record<string, DatabaseErrorClass> = {
  '08': 'unavailable',
  '28': 'unavailable',
  '3D': 'unavailable',
  '57P': 'unavailable',
  '25006': 'unavailable',
  '25P03': 'unavailable',
  '53': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '40001': 'contended',
  '40P01': 'contended',
  '23505': 'duplicate',
  '23P01': 'duplicate',
  '23503': 'dangling',
  '23514': 'unfit',
  '22': 'unfit',
};

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What Node says when the server shows a certificate that does not hold. */
const CERTIFICATE = /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/** What `pg` says in words alone, without a code: the one place where we must go by the text. */
const IN_WORDS: [RegExp, DatabaseErrorClass][] = [
  [/timeout exceeded when trying to connect/, 'busy'],
  [/^Connection terminated|connection error|^Client was closed|timeout expired|Query read timeout/, 'unavailable'],
];

/** Of a failure inside a repository, a transaction or the pool; nothing when it is not the database that failed. */
export function databaseErrorClass(error: unknown): DatabaseErrorClass | undefined {
  if (error instanceof QueryRunnerAlreadyReleasedError) return 'unavailable';
  const { code, message } = pgError(error);
  if (NETWORK.has(code ?? '') || CERTIFICATE.test(code ?? '')) return 'unavailable';
  const inWords = IN_WORDS.find(([words]) => words.test(message));
  if (inWords) return inWords[1];
  if (/^[0-9A-Z]{5}$/.test(code ?? '')) return classOfState(code!);
  return error instanceof QueryFailedError ? 'faulty' : undefined;
}

/** The columns that a unique constraint found taken, as the API speaks of them; PostgreSQL names them before their values. */
export function columnsTaken(error: unknown): string[] {
  const [, columns = ''] = /\((.*)\)=\(/.exec(pgError(error).detail ?? '') ?? [];
  return columns.split(',').flatMap((column) => /(\w+)(?:::\w+)?\)*$/.exec(column.trim())?.[1] ?? []);
}

/** Takes out of a failed statement what a person has said or is called: it goes into logs from here. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  for (const holder of [error, error.driverError]) {
    Object.assign(holder, { parameters: undefined, detail: undefined, where: undefined, internalQuery: undefined });
  }
  return error;
}

function classOfState(state: string): DatabaseErrorClass {
  return BY_STATE[state] ?? BY_STATE[state.slice(0, 3)] ?? BY_STATE[state.slice(0, 2)] ?? 'faulty';
}

function pgError(error: unknown): PgError {
  const thrown = error instanceof QueryFailedError ? error.driverError : error;
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

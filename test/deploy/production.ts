import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkEnvironment } from '../../src/platform/config';
import { type Instruction, stagesOf, wordsOf } from '../image/dockerfile';

export const REPOSITORY = resolve(__dirname, '../..');

/** As good as made by chance, and another one for each purpose. */
const chance = (purpose: string) => createHash('sha256').update(purpose).digest('hex');

/** What an operator puts into the Secret, or into `deploy/.env`. */
export const SECRETS: Record<string, string> = {
  DATABASE_URL: `postgresql://callivate:${chance('password')}@postgres:5432/callivate`,
  REDIS_URL: 'redis://redis:6379',
  JWT_KEYS: `k1:${chance('jwt')}`,
  ENCRYPTION_KEYS: `k1:${chance('encryption')}`,
  BLIND_INDEX_KEY: chance('blind index'),
  OPS_TOKEN: chance('operators'),
  POSTGRES_PASSWORD: chance('password'),
  PUBLIC_BASE_URL: 'https://callivate.example.com',
};

/** What the service makes of its variables in our image. @throws InvalidEnvironment when it would not start. */
export function configured(variables: Record<string, string | null>): ReturnType<typeof checkEnvironment> {
  const given = Object.entries(variables).map(([name, value]) => [name, value ?? SECRETS[name]]);
  return checkEnvironment({ ...variablesOfImage(), ...Object.fromEntries(given) });
}

/** The user of our image, by number. */
export function userOfImage(): number {
  return Number.parseInt(instructionsOfImage().find(({ word }) => word === 'USER')?.rest ?? '', 10);
}

function variablesOfImage(): Record<string, string> {
  const lines = instructionsOfImage().filter(({ word, rest }) => word === 'ENV' && !rest.includes('$'));
  return Object.fromEntries(lines.flatMap(({ rest }) => wordsOf(rest).map((pair) => pair.split(/=(.*)/s, 2))));
}

function instructionsOfImage(): Instruction[] {
  return stagesOf(readFileSync(resolve(REPOSITORY, 'Dockerfile'), 'utf8')).at(-1)?.instructions ?? [];
}

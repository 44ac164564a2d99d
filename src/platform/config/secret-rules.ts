import { passwordIn } from './addresses';
import { type Given, VARIABLES, type Variable } from './environment';
import type { Finding } from './finding';
import { remedyFor } from './remedies';
import { weaknessOf } from './secret-strength';

/** What a secret of ours must leave to chance. */
const ENOUGH_FOR_A_KEY = 64;

/** Passwords are shorter, and whoever guesses at one has to ask the database each time. */
const ENOUGH_FOR_A_PASSWORD = 30;

const NEW_PASSWORD =
  'Give the account a password made by chance, $(openssl rand -hex 24), and set the address with it.';

/** Where secrets are held, in the order in which one that is used twice is told: the later place is to blame. */
const HOLDERS: { variable: Variable; secrets: (given: Given) => string[]; enough: number; remedy: string }[] = [
  password('DATABASE_URL'),
  password('REDIS_URL'),
  key('JWT_KEYS', ({ JWT_KEYS }) => secretsOf(VARIABLES.JWT_KEYS.safeParse(JWT_KEYS).data)),
  key('ENCRYPTION_KEYS', ({ ENCRYPTION_KEYS }) => secretsOf(VARIABLES.ENCRYPTION_KEYS.safeParse(ENCRYPTION_KEYS).data)),
  key('BLIND_INDEX_KEY', ({ BLIND_INDEX_KEY }) => present(VARIABLES.BLIND_INDEX_KEY.safeParse(BLIND_INDEX_KEY).data)),
  key('OPS_TOKEN', ({ OPS_TOKEN }) => VARIABLES.OPS_TOKEN.safeParse(OPS_TOKEN).data ?? []),
];

/** Secrets that could be guessed. One that the schema refuses is left to the schema. */
export function weakSecrets(given: Given): Finding[] {
  return HOLDERS.flatMap(({ variable, secrets, enough, remedy }) =>
    secrets(given).flatMap((secret, index, all) => {
      const weakness = weaknessOf(secret, enough);
      if (!weakness) return [];
      const which = all.length > 1 ? `has a weak secret, number ${index + 1}: it` : 'has a secret that';
      return [{ variable, level: 'required' as const, problem: `${which} ${weakness}`, remedy }];
    }),
  );
}

/** Secrets that stand in two places: whoever learns one would have the other, and neither could be changed alone. */
export function secretsUsedTwice(given: Given): Finding[] {
  const held = HOLDERS.flatMap(({ variable, secrets }) => secrets(given).map((secret) => ({ variable, secret })));
  return held.flatMap(({ variable, secret }, index) => {
    const first = held.slice(0, index).find((other) => other.secret === secret);
    if (!first) return [];
    const problem = first.variable === variable ? 'holds one secret twice' : `holds a secret of ${first.variable} too`;
    return [{ variable, level: 'required' as const, problem, remedy: remedyFor(variable) }];
  });
}

function key(variable: Variable, secrets: (given: Given) => string[]): (typeof HOLDERS)[number] {
  return { variable, secrets, enough: ENOUGH_FOR_A_KEY, remedy: remedyFor(variable) };
}

function password(variable: 'DATABASE_URL' | 'REDIS_URL'): (typeof HOLDERS)[number] {
  const secrets = (given: Given) => present(passwordIn(given[variable]));
  return { variable, secrets, enough: ENOUGH_FOR_A_PASSWORD, remedy: NEW_PASSWORD };
}

function secretsOf(ring: { secret: string }[] = []): string[] {
  return ring.map(({ secret }) => secret);
}

function present(secret: string | undefined): string[] {
  return secret === undefined ? [] : [secret];
}

import { PortTaken } from './listen';
import { InvalidEnvironment } from './platform/config';
import { DatabaseUnreachable, EmbeddedPostgresUnavailable, MigrationFailed } from './platform/database';
import { SecretDamaged, SecretsUnavailable } from './platform/secrets';

/** What goes wrong at a start for reasons of the machine, not of ours: a sentence says it, a stack would only hide it. */
const FOR_PEOPLE = [
  InvalidEnvironment,
  EmbeddedPostgresUnavailable,
  DatabaseUnreachable,
  MigrationFailed,
  SecretDamaged,
  SecretsUnavailable,
  PortTaken,
];

/** Says why the process could not start, and ends it. */
export function giveUp(error: Error, alsoForPeople: (new (...args: never[]) => Error)[] = []): never {
  const isForPeople = [...FOR_PEOPLE, ...alsoForPeople].some((kind) => error instanceof kind);
  console.error(isForPeople ? `\n${error.message}\n` : error);
  process.exit(1);
}

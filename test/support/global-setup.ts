import { prepareTemplate } from './database';
import { startThrowAwayPostgres } from './postgres';

/** One throw-away Postgres for the whole run; every spec file gets a database of its own from the template. */
export default async function globalSetup(): Promise<void> {
  const postgres = await startThrowAwayPostgres();
  Object.assign(globalThis, { stopThrowAwayPostgres: () => postgres.stop() });
  await prepareTemplate((database) => postgres.url(database));
}

import { DataSource, type DataSourceOptions } from 'typeorm';

/** Any number will do, as long as nothing else in this database takes it: it reads "call" on a phone's keypad. */
const MIGRATION_LOCK = 2255;

/**
 * Brings the schema up to date. Several processes may start at once: the first migrates, the others wait and find nothing
 * to do. On connections of its own, without the time limits of daily work: a large index may take its time. The lock is
 * that of a transaction, which ends however this ends, and stays on one connection behind PgBouncer too.
 */
export async function migrate({ options }: DataSource): Promise<void> {
  const patient = await new DataSource({
    ...options,
    entities: [],
    poolSize: 2,
    extra: {},
  } as DataSourceOptions).initialize();
  try {
    await patient.transaction(async (guard) => {
      await guard.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await patient.runMigrations({ transaction: 'each' });
    });
  } finally {
    await patient.destroy();
  }
}

import type { DataSource } from 'typeorm';

/** Any number will do, as long as nothing else in this database takes it: it reads "call" on a phone's keypad. */
const MIGRATION_LOCK = 2255;

/** Brings the schema up to date. Several processes may start at once: the first migrates, the others wait and find nothing to do. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const guard = dataSource.createQueryRunner();
  await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
  }
}

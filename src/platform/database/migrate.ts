import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { migrateQueues } from './queue-schema';

/** Any number will do, as long as nothing else in this database takes it: it reads "call" on a phone's keypad. */
const MIGRATION_LOCK = 2255;

/**
 * Brings the schema up to date. Several processes may start at once: the first migrates, the others wait and find nothing
 * to do. On connections of its own, without the time limits of daily work: a large index may take its time.
 */
export async function migrate({ options }: DataSource): Promise<void> {
  const patient = await new DataSource({
    ...options,
    entities: [],
    poolSize: 2,
    extra: {},
  } as DataSourceOptions).initialize();
  const guard = patient.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await patient.runMigrations({ transaction: 'each' });
    await migrateQueues((options as PostgresDataSourceOptions).url!);
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await guard.release();
    await patient.destroy();
  }
}

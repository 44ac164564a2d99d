import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, MigrationExecutor } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { ForPeople } from '../../kernel/for-people';
import { migrateQueues } from './queue-schema';
import { DatabaseUnreachable } from './unreachable';

/** Any number will do, as long as nothing else in this database takes it: it reads "call" on a phone's keypad. */
export const MIGRATION_LOCK = 2255;

/** Between two looks whether another process still migrates, in ms. */
const LOOK_EVERY = 100;

/**
 * A change that waits for a table keeps everybody behind it waiting: after this time, in ms, it gives up and is tried
 * again by the next start, rather than stop the service.
 */
const LONGEST_LOCK_WAIT = 5_000;

/** Why the schema is not up to date: a sentence for the person who started the service or the migration. */
export class MigrationFailed extends ForPeople {
  constructor(name: string, cause: Error) {
    super(
      `The migration ${name} failed (${cause.message}). Those before it are kept, it will be tried again by the next start.`,
      { cause },
    );
    this.name = 'MigrationFailed';
  }
}

/**
 * Brings the schema up to date, and returns the names of the migrations that were run for it. Several processes may start
 * at once: the first migrates, the others wait and find nothing to do. On connections of its own, without the time limits
 * of daily work: a large index may take its time. The lock is that of a transaction, which ends however this ends, and
 * stays on one connection behind PgBouncer too.
 *
 * This is the one place that makes tables: what else brings a schema along belongs in here, under the lock.
 * @throws DatabaseUnreachable, MigrationFailed
 */
export async function migrate({ options }: DataSource): Promise<string[]> {
  const patient = await connect(options);
  try {
    return await inTurn(patient, async () => {
      const names = await runPending(patient);
      await migrateQueues((options as PostgresDataSourceOptions).url!);
      return names;
    });
  } finally {
    await patient.destroy();
  }
}

async function connect(options: DataSourceOptions): Promise<DataSource> {
  const extra = { connectionTimeoutMillis: 5_000, lock_timeout: LONGEST_LOCK_WAIT };
  const patient = new DataSource({ ...options, entities: [], poolSize: 2, extra } as DataSourceOptions);
  return patient.initialize().catch((error: Error) => {
    throw new DatabaseUnreachable(error);
  });
}

/**
 * Asks again and again, each time in a transaction of its own, instead of waiting inside one: that would hold a snapshot, and
 * `CREATE INDEX CONCURRENTLY` waits for all of those, so that the two would wait for each other. The number is written into
 * the statement for the same reason: one with parameters keeps its snapshot until the next one on its connection.
 */
async function inTurn<Done>(patient: DataSource, work: () => Promise<Done>): Promise<Done> {
  for (;;) {
    const done = await patient.transaction(async (guard) => {
      const [{ taken }] = await guard.query(`SELECT pg_try_advisory_xact_lock(${MIGRATION_LOCK}) AS taken`);
      return taken ? { result: await work() } : undefined;
    });
    if (done) return done.result;
    await pause(LOOK_EVERY);
  }
}

async function runPending(patient: DataSource): Promise<string[]> {
  try {
    return (await patient.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } catch (error) {
    const [failed] = await new MigrationExecutor(patient).getPendingMigrations();
    throw new MigrationFailed(failed?.name ?? 'at the end', error as Error);
  }
}

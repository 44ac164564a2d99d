import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/platform/database';

/** A migrated database that every test database is a copy of. */
const TEMPLATE = 'callivate_test_template';

/** Where the throw-away Postgres of this run is; set by the global set-up, inherited by every worker. */
const URL_VARIABLE = 'CALLIVATE_TEST_POSTGRES';

export async function prepareTemplate(url: (database: string) => string): Promise<void> {
  process.env[URL_VARIABLE] = url('postgres');
  await execute(`CREATE DATABASE ${TEMPLATE}`);
  const dataSource = await new DataSource(dataSourceOptions(url(TEMPLATE), [])).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of one's own, in a few milliseconds. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${TEMPLATE}`);
}

/** A database with nothing in it, for those who want to see it grow. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase();
}

async function createDatabase(from = ''): Promise<TestDatabase> {
  const name = `callivate_test_${randomUUID().replaceAll('-', '')}`;
  await execute(`CREATE DATABASE ${name} ${from}`);
  const url = new URL(adminUrl());
  url.pathname = name;
  return { url: url.toString(), drop: () => execute(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function adminUrl(): string {
  const url = process.env[URL_VARIABLE];
  if (!url) throw new Error('The throw-away Postgres is not running: start the tests by "npm test".');
  return url;
}

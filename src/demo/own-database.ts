import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { attachEmbeddedPostgres } from '../platform/database/embedded';

const PREFIX = 'demo_';

/** Somebody is connected to it: another demo of this checkout, just running. */
const IN_USE = '55006';

export interface OwnDatabase {
  url: string;
  /** Stops PostgreSQL, unless another demo uses it. */
  detach(): Promise<void>;
}

/** A new database for one demo, on a PostgreSQL beside the usual one; what earlier demos left is thrown away. */
export async function makeOwnDatabase(folder: string, log: (sentence: string) => void): Promise<OwnDatabase> {
  const postgres = await attachEmbeddedPostgres({
    dataDir: resolve(folder, 'postgres'),
    database: `${PREFIX}${randomUUID().replaceAll('-', '')}`,
    log,
  });
  await throwAwayOld(postgres.url);
  return postgres;
}

async function throwAwayOld(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const others = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND datname <> current_database()',
      [PREFIX],
    );
    for (const { datname } of others.rows) await drop(client, datname);
  } finally {
    await client.end();
  }
}

async function drop(client: Client, name: string): Promise<void> {
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== IN_USE) throw error;
  }
}

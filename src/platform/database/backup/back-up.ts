import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Client } from 'pg';
import { makeWhole } from '../embedded/whole-folder';
import { MIGRATION_LOCK } from '../migrate';
import { fileOf, type Manifest, writeManifest } from './manifest';
import { BackupRefused } from './refused';
import { writeRows } from './rows';
import { inTransaction, withSession } from './session';
import { appliedMigrations, type Table, tablesToKeep } from './tables';

/** At one snapshot: it neither keeps a writer waiting nor sees what is written meanwhile. */
const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Writes all that people have told us into a new folder, as it is at one moment, while the service goes on. The folder is
 * there when it is whole, and not before. It holds personal data: only its owner may read it.
 * @throws BackupRefused, DatabaseUnreachable
 */
export async function backUp(url: string, folder: string): Promise<Manifest> {
  const place = resolve(folder);
  return withSession(url, async (client) => {
    mkdirSync(dirname(place), { recursive: true });
    let manifest: Manifest | undefined;
    await makeWhole(place, async (draft) => {
      await keepMigrationsOut(client);
      manifest = await inTransaction(client, BEGIN, () => writeSnapshot(client, draft));
    });
    if (!manifest) throw new BackupRefused(`${folder} is there already: name a folder that is not.`);
    return manifest;
  });
}

async function writeSnapshot(client: Client, folder: string): Promise<Manifest> {
  const migrations = await appliedMigrations(client);
  if (migrations.length === 0) throw new BackupRefused('There is nothing to back up: this database is new.');
  const tables = await tablesToKeep(client);
  await hold(client, tables);
  await letMigrationsIn(client);
  const { rows } = await client.query<{ at: Date }>('SELECT now() AS at');
  const written: Manifest['tables'] = [];
  for (const { name, columns } of tables) {
    const file = fileOf(folder, { name });
    written.push({ name, columns, ...(await writeRows(client, { name, columns }, file)) });
  }
  return writeManifest(folder, { createdAt: rows[0]!.at.toISOString(), migrations, tables: written });
}

/** A snapshot covers rows; the columns of a table could still change under it. */
async function hold(client: Client, tables: Table[]): Promise<void> {
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
}

/** Until the tables are held. Later ones may begin, so that a start of the service never waits for a backup. */
async function keepMigrationsOut(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock_shared($1) AS taken', [MIGRATION_LOCK]);
  if (!rows[0].taken) throw new BackupRefused('The schema is being migrated just now: try again when that is over.');
}

async function letMigrationsIn(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [MIGRATION_LOCK]);
}

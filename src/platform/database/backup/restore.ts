import { existsSync } from 'node:fs';
import { type Client, DatabaseError } from 'pg';
import { MIGRATIONS } from '../migrations';
import { fileOf, type Manifest, readManifest } from './manifest';
import { BackupRefused } from './refused';
import { hashOf, loadRows } from './rows';
import { bringTo, bringUpToDate, type Migration } from './schema-of-backup';
import { inTransaction, withSession } from './session';
import { moveSequencesOn, tablesInUse, tablesToKeep } from './tables';

/**
 * Loads a backup into a database without rows, all of it or nothing, and then brings the schema up to date. Which server
 * the backup came from does not matter. The service must not run on the database meanwhile.
 * @throws BackupRefused, DatabaseUnreachable, MigrationFailed
 */
export async function restore(url: string, folder: string, known: Migration[] = MIGRATIONS): Promise<Manifest> {
  const manifest = readManifest(folder);
  await expectWhole(manifest, folder);
  await withSession(url, async (client) => {
    await expectNoRows(client);
    await bringTo(manifest.migrations, url, known);
    await expectSameTables(client, manifest);
    await inTransaction(client, 'BEGIN', () => load(client, manifest, folder));
    await client.query('ANALYZE');
  });
  await bringUpToDate(url, known);
  return manifest;
}

/** Before anything is touched: every file is there, byte for byte. */
async function expectWhole({ tables }: Manifest, folder: string): Promise<void> {
  for (const table of tables) {
    const file = fileOf(folder, table);
    if (!existsSync(file)) throw new BackupRefused(`The backup is not whole: ${file} is missing.`);
    if ((await hashOf(file)) !== table.sha256) {
      throw new BackupRefused(`The backup is damaged: ${file} is not the file that was written.`);
    }
  }
}

async function expectNoRows(client: Client): Promise<void> {
  const used = await tablesInUse(client);
  if (used.length === 0) return;
  throw new BackupRefused(
    `The database is not empty (${used.join(', ')}). Restore into a new one: another DATABASE_URL, or another DATA_DIR.`,
  );
}

async function expectSameTables(client: Client, { tables }: Manifest): Promise<void> {
  const inText = (list: { name: string; columns: string[] }[]) =>
    list.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`).sort();
  const [held, wanted] = [inText(tables), inText(await tablesToKeep(client))];
  const different = held.concat(wanted).filter((table) => held.includes(table) !== wanted.includes(table));
  if (different.length === 0) return;
  throw new BackupRefused(`The backup does not fit the schema that it names, in: ${different.join('; ')}.`);
}

/** Under a lock, and looked at again under it: a service that was started all the same waits, or has written already. */
async function load(client: Client, { tables }: Manifest, folder: string): Promise<void> {
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  await client.query(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
  await expectNoRows(client);
  for (const table of tables) await loadTable(client, table, folder);
  await moveSequencesOn(client, tables);
}

async function loadTable(client: Client, table: Manifest['tables'][number], folder: string): Promise<void> {
  const rows = await loadRows(client, table, fileOf(folder, table)).catch((cause: Error) => {
    if (!(cause instanceof DatabaseError)) throw cause;
    throw new BackupRefused(`The rows of ${table.name} cannot be loaded (${cause.message}).`, { cause });
  });
  if (rows === table.rows) return;
  throw new BackupRefused(`The backup is damaged: ${table.name} has ${rows} rows instead of ${table.rows}.`);
}

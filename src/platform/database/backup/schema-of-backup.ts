import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from '../data-source-options';
import { migrate } from '../migrate';
import { BackupRefused } from './refused';

export type Migration = new () => MigrationInterface;

/**
 * Brings a database without rows to the very schema that a backup was made of, whether it is behind that or ahead.
 * @throws BackupRefused if the backup or the database is of a newer version than this one
 */
export async function bringTo(names: string[], url: string, known: Migration[]): Promise<void> {
  expectKnown(names, known, 'The backup');
  await migrate(
    dataSourceFor(
      url,
      known.filter(({ name }) => names.includes(name)),
    ),
  );
  await takeBackOthers(names, url, known);
}

/** The schema that this version works with. */
export async function bringUpToDate(url: string, known: Migration[]): Promise<void> {
  await migrate(dataSourceFor(url, known));
}

async function takeBackOthers(names: string[], url: string, known: Migration[]): Promise<void> {
  const dataSource = await dataSourceFor(url, known).initialize();
  try {
    for (;;) {
      const others = await appliedBesides(names, dataSource);
      if (others.length === 0) return;
      expectKnown(others, known, 'The database');
      await dataSource.undoLastMigration({ transaction: 'each' });
    }
  } finally {
    await dataSource.destroy();
  }
}

async function appliedBesides(names: string[], dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations WHERE name <> ALL ($1)', [
    names,
  ]);
  return rows.map(({ name }) => name);
}

function expectKnown(names: string[], known: Migration[], whose: string): void {
  const strange = names.filter((name) => !known.some((migration) => migration.name === name));
  if (strange.length === 0) return;
  throw new BackupRefused(`${whose} is of a newer version (${strange.join(', ')}). Restore with that version.`);
}

function dataSourceFor(url: string, migrations: Migration[]): DataSource {
  return new DataSource({ ...dataSourceOptions(url, []), migrations } as DataSourceOptions);
}

import { DataSource, type EntityMetadata } from 'typeorm';
import { ENTITIES } from '../../src/entities';
import { dataSourceOptions, migrate } from '../../src/platform/database';
import { createEmptyDatabase, type TestDatabase } from '../support/database';

/** Tables that no entity stands for: some are only ever written and read by SQL, the last is TypeORM's own. */
const NO_ENTITY = ['changes', 'kept_answers', 'migrations'];

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  element: string;
  nullable: boolean;
}

describe('The migrations', () => {
  let database: TestDatabase;
  let one: DataSource;
  let other: DataSource;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    [one, other] = await Promise.all([connect(), connect()]);
  });

  afterEach(async () => {
    await Promise.all([one.destroy(), other.destroy()]);
    await database.drop();
  });

  const connect = () => new DataSource(dataSourceOptions(database.url, ENTITIES)).initialize();

  it('run once when two processes start at the same moment', async () => {
    await Promise.all([migrate(one), migrate(other)]);
    expect(await one.query('SELECT name FROM migrations')).toHaveLength(one.migrations.length);
    expect(await one.showMigrations()).toBe(false);
  });

  it('do nothing the second time', async () => {
    await migrate(one);
    const before = await columnsOf(one);
    await migrate(one);
    expect(await columnsOf(one)).toEqual(before);
  });

  it('go down to nothing, and up again to the same', async () => {
    await migrate(one);
    const before = await columnsOf(one);
    for (const _ of one.migrations) await one.undoLastMigration({ transaction: 'each' });
    expect([...new Set((await columnsOf(one)).map(({ table }) => table))]).toEqual(['migrations']);
    await migrate(one);
    expect(await columnsOf(one)).toEqual(before);
  });

  it('make the very columns that the entities speak of', async () => {
    await migrate(one);
    const rows = (await columnsOf(one)).filter(({ table }) => !NO_ENTITY.includes(table));
    expect(rows).toEqual(one.entityMetadatas.flatMap((entity) => columnsOfEntity(one, entity)).sort(byName));
  });

  it('keep a foreign key from everything that is a person’s to the person, so that nothing outlives them', async () => {
    await migrate(one);
    const orphans = await one.query(`
      SELECT c.table_name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'user_id' AND NOT EXISTS (
        SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.table_name::regclass
          AND k.confrelid = 'users'::regclass AND k.confdeltype = 'c')`);
    expect(orphans).toEqual([]);
  });
});

async function columnsOf(dataSource: DataSource): Promise<ColumnRow[]> {
  const rows: ColumnRow[] = await dataSource.query(`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type, coalesce(e.data_type, '') AS element,
      c.is_nullable = 'YES' AS nullable
    FROM information_schema.columns c LEFT JOIN information_schema.element_types e
      ON e.object_schema = c.table_schema AND e.object_name = c.table_name AND e.object_type = 'TABLE'
        AND e.collection_type_identifier = c.dtd_identifier
    WHERE c.table_schema = 'public'`);
  return rows.sort(byName);
}

function columnsOfEntity(dataSource: DataSource, { tableName, columns }: EntityMetadata): ColumnRow[] {
  return columns.map((column) => {
    const type = dataSource.driver.normalizeType(column);
    return {
      table: tableName,
      column: column.databaseName,
      type: column.isArray ? 'ARRAY' : type,
      element: column.isArray ? type : '',
      nullable: column.isNullable,
    };
  });
}

function byName(a: ColumnRow, b: ColumnRow): number {
  return `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`);
}

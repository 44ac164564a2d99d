import type { DataSource } from 'typeorm';

/** By `table.column`, what a column holds: `text`, `uuid[] or null`. */
export type Columns = Record<string, string>;

/** The columns that PostgreSQL has. */
export async function columnsOfTables(dataSource: DataSource): Promise<Columns> {
  const rows = await dataSource.query(`
    SELECT c.table_name AS "table", c.column_name AS "column", c.is_nullable = 'YES' AS nullable,
      coalesce(e.data_type || '[]', c.data_type) AS type
    FROM information_schema.columns c LEFT JOIN information_schema.element_types e
      ON e.object_schema = c.table_schema AND e.object_name = c.table_name AND e.object_type = 'TABLE'
        AND e.collection_type_identifier = c.dtd_identifier
    WHERE c.table_schema = 'public' ORDER BY c.table_name, c.column_name`);
  return Object.fromEntries(
    rows.map((row: { table: string; column: string; type: string; nullable: boolean }) => [
      `${row.table}.${row.column}`,
      described(row.type, row.nullable),
    ]),
  );
}

/** The columns that the entities speak of. */
export function columnsOfEntities(dataSource: DataSource): Columns {
  const columns = dataSource.entityMetadatas.flatMap((entity) => entity.columns);
  return Object.fromEntries(
    columns.map((column) => {
      const type = dataSource.driver.normalizeType(column) + (column.isArray ? '[]' : '');
      return [`${column.entityMetadata.tableName}.${column.databaseName}`, described(type, column.isNullable)];
    }),
  );
}

/** Where the two do not agree, a sentence for each column. `noEntity` names tables that no entity stands for. */
export function differences(tables: Columns, entities: Columns, noEntity: string[]): string[] {
  const names = [...new Set([...Object.keys(tables), ...Object.keys(entities)])].sort();
  return names
    .filter((name) => !noEntity.includes(name.split('.')[0]!))
    .flatMap((name) => {
      const [inTable, inEntity] = [tables[name], entities[name]];
      if (inTable === inEntity) return [];
      if (!inTable) return [`${name} (${inEntity}) is in an entity and in no table.`];
      if (!inEntity) return [`${name} (${inTable}) is in a table and in no entity.`];
      return [`${name} is ${inTable} in the table and ${inEntity} in its entity.`];
    });
}

function described(type: string, isNullable: boolean): string {
  return isNullable ? `${type} or null` : type;
}

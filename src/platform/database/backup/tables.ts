import type { Client } from 'pg';

/** A table of ours, and what a backup has to know of it. */
export interface Table {
  name: string;
  /** Those that hold something of their own; what PostgreSQL computes comes back by itself. */
  columns: string[];
  /** Tables that have to be loaded before this one. */
  refersTo: string[];
}

/** What a backup leaves out, and why. */
const LEFT_OUT: Record<string, string> = {
  job_turns: 'Whose turn it is to do calendar work: whoever starts on the restored database begins anew.',
  kept_answers: 'Answers to be sent again within a day, for a request that was lost on the way.',
  limits: 'Counts of the last minutes and hours.',
  migrations: 'The manifest names them, and a restore runs them.',
  changes:
    'Its order is that of one server’s transactions, and means nothing on another: readers would wait for years, or pass over news. It is 7 days of replay; a client reads anew.',
};

/** Rows in these say nothing of a life lived: a restore goes over them. */
const OF_NO_WEIGHT = new Set(['migrations', 'job_turns', 'kept_answers', 'limits']);

/** The tables that a backup holds, what a table refers to before it. */
export async function tablesToKeep(client: Client): Promise<Table[]> {
  return inLoadingOrder((await allTables(client)).filter(({ name }) => !(name in LEFT_OUT)));
}

/** The names of tables in which there is a row. What the migrations note of themselves does not count. */
export async function tablesInUse(client: Client): Promise<string[]> {
  const names = (await allTables(client)).map(({ name }) => name).filter((name) => !OF_NO_WEIGHT.has(name));
  const used: string[] = [];
  for (const name of names) {
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount) used.push(name);
  }
  return used;
}

/** The migrations that have made this schema, in order; none in a database that is new. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS "isThere"`);
  if (!found[0].isThere) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id');
  return rows.map(({ name }) => name);
}

/** Lets every sequence go on behind the rows that were loaded. */
export async function moveSequencesOn(client: Client, tables: { name: string; columns: string[] }[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns) await moveSequenceOn(client, name, column);
  }
}

async function moveSequenceOn(client: Client, table: string, column: string): Promise<void> {
  const [inTable, ofColumn] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
  const { rows } = await client.query('SELECT pg_get_serial_sequence($1, $2) AS sequence', [inTable, column]);
  if (!rows[0].sequence) return;
  await client.query(`SELECT setval($1, coalesce(max(${ofColumn}) + 1, 1), false) FROM ${inTable}`, [rows[0].sequence]);
}

async function allTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT t.relname AS name,
      ARRAY(SELECT c.attname::text FROM pg_attribute c
        WHERE c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
        ORDER BY c.attnum) AS columns,
      ARRAY(SELECT DISTINCT other.relname::text FROM pg_constraint k JOIN pg_class other ON other.oid = k.confrelid
        WHERE k.contype = 'f' AND k.conrelid = t.oid AND other.oid <> t.oid) AS "refersTo"
    FROM pg_class t
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
    ORDER BY t.relname`);
  return rows;
}

function inLoadingOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  for (let waiting = tables; waiting.length > 0; ) {
    const ready = waiting.filter(({ refersTo }) => !waiting.some(({ name }) => refersTo.includes(name)));
    if (ready.length === 0)
      throw new Error(`Tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

import { Client } from 'pg';
import { DatabaseUnreachable } from '../unreachable';

/** As long as it takes, and every value written the same way whatever the server's settings are. */
const SETTINGS = `
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
  SET search_path = public; SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres';
  SET bytea_output = 'hex'; SET extra_float_digits = 1;
`;

/** Gives the work a connection of its own, made for moving a whole database. @throws DatabaseUnreachable */
export async function withSession<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'callivate-backup' });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: Error) => {
      throw new DatabaseUnreachable(error);
    });
    await client.query(SETTINGS);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All or nothing. @param begin the statement that begins the transaction */
export async function inTransaction<T>(client: Client, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { startThrowAwayPostgres } from '../support/postgres';
import { Checkout } from './embedded-postgres.checkout';

describe('A throw-away PostgreSQL', () => {
  it('is one of its own for each run, and leaves nothing behind', async () => {
    const runs = await Promise.all([startThrowAwayPostgres(), startThrowAwayPostgres()]);
    const folders = await Promise.all(runs.map((run) => folderOf(run.url('postgres'))));
    expect(new Set(folders).size).toBe(2);
    await Promise.all(runs.map((run) => run.stop()));
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it('clears away what a killed run has left behind, and nothing of a living one', async () => {
    const checkout = new Checkout();
    const [killed, living] = ['killed', 'living'].map(() => checkout.start('test/live/throw-away-postgres.app.ts'));
    const [{ url: lostUrl }, { url: livingUrl }] = [await killed!.attached(), await living!.attached()];
    const lostFolder = await folderOf(lostUrl);
    await killed!.kill();
    const next = await startThrowAwayPostgres();
    expect(existsSync(lostFolder)).toBe(false);
    await expect(folderOf(lostUrl)).rejects.toThrow();
    expect(existsSync(await folderOf(livingUrl))).toBe(true);
    await next.stop();
    await checkout.remove();
  });
});

async function folderOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SHOW data_directory');
  await client.end();
  return dirname(rows[0].data_directory);
}

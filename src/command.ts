import { parseArgs } from 'node:util';
import { Postgres } from './platform/database';
import { readConfig } from './read-config';
import { WrongUsage } from './wrong-usage';

/**
 * Does the work of a command on the database that the service would use, `DATABASE_URL` or the embedded one, whether the
 * service runs or not; needs no secret for it.
 * @throws InvalidEnvironment, EmbeddedPostgresUnavailable, and what the work throws
 */
export async function onTheDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const postgres = await Postgres.reach(await readConfig({ ROLE: 'migrate' }));
  try {
    await work(postgres.url);
  } finally {
    await postgres.detach();
  }
}

/** The folder given after `--to` or `--from`, the only thing a command may be given. @throws WrongUsage */
export function folderAsked(option: 'to' | 'from', usage: string): string {
  try {
    const folder = parseArgs({ options: { [option]: { type: 'string' } } }).values[option];
    if (typeof folder === 'string' && folder !== '') return folder;
  } catch {
    // Said below, in our own words.
  }
  throw new WrongUsage(usage);
}

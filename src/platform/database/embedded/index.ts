import { dirname } from 'node:path';
import { accountFor } from './account';
import { Attachment } from './attachment';
import { binariesFor, findBinaries } from './binaries';
import { type Cluster, createData } from './cluster';
import { homeFor } from './home';
import { EmbeddedPostgresUnavailable } from './unavailable';

export { EmbeddedPostgresUnavailable };

export interface AttachedPostgres {
  /** `postgresql://postgres@127.0.0.1:PORT/DATABASE`; valid until the last process has detached. */
  url: string;
  port: number;
  /** Stops PostgreSQL if no other process is attached. To be called when all other connections are closed. */
  detach(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the data should be; the log names the folder if it has to be another one. */
  dataDir: string;
  /** Created if absent. */
  database: string;
  log: (sentence: string) => void;
  /** Settings of the server by name, as words or numbers without spaces; they count for whoever starts it. */
  settings?: Record<string, string>;
}

/**
 * Brings PostgreSQL along for a machine that has none: makes the data folder on the first start, starts the server or
 * joins the one that runs on these data already, and keeps it running until the last process detaches. A process may be
 * killed at any moment; the next one finds its way. What cannot work here is an `EmbeddedPostgresUnavailable`.
 */
export async function attachEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<AttachedPostgres> {
  const { database, log } = options;
  const attachment = await Attachment.to(await prepare(options), log);
  await attachment.makeDatabase(database).catch(async (error: Error) => {
    await attachment.detach();
    throw error;
  });
  return {
    url: `postgresql://postgres@127.0.0.1:${attachment.port}/${encodeURIComponent(database)}`,
    port: attachment.port,
    detach: () => attachment.detach(),
  };
}

async function prepare({ dataDir: asked, log, settings = {} }: EmbeddedPostgresOptions): Promise<Cluster> {
  const installed = await findBinaries();
  try {
    const account = accountFor(asked);
    const { dataDir, isOutside } = homeFor(asked, account);
    if (isOutside) log(`PostgreSQL may not enter this checkout, so its files are in ${dirname(dataDir)}.`);
    const binaries = await binariesFor(account, installed, dirname(dataDir));
    const cluster = { dataDir, binaries, account, settings };
    if (await createData(cluster)) log(`A new database has been made in ${dataDir}.`);
    return cluster;
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresUnavailable) throw cause;
    throw new EmbeddedPostgresUnavailable(`PostgreSQL cannot use ${asked} (${(cause as Error).message}).`, { cause });
  }
}

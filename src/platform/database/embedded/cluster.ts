import { chownSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { livePostmaster } from './postmaster';
import { launch, run } from './processes';
import { EmbeddedPostgresUnavailable } from './unavailable';
import { makeWhole } from './whole-folder';

/** A folder of data, the programs that serve it, and as whom. */
export interface Cluster {
  dataDir: string;
  binaries: Binaries;
  account: Account | undefined;
  settings: Record<string, string>;
}

/** Makes the data folder, or checks that these programs can read the one there is. Returns whether it is new. */
export async function createData(cluster: Cluster): Promise<boolean> {
  const { dataDir, binaries, account } = cluster;
  const isNew = await makeWhole(dataDir, async (draft) => {
    if (account) chownSync(draft, account.uid, account.gid);
    const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
    await run(binaries.initdb, ['-D', draft, ...options], account);
  });
  if (!isNew) refuseOtherMajorVersion(cluster);
  return isNew;
}

/** Starts PostgreSQL and waits until it answers. Fails when another process has just done so. */
export async function start(cluster: Cluster, port: number): Promise<void> {
  const { dataDir, binaries, account, settings } = cluster;
  const log = join(dataDir, LOG);
  setAsideIfLong(log);
  const options = ['-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories='];
  for (const [name, value] of Object.entries(settings)) options.push('-c', `${name}=${value}`);
  const args = ['-D', dataDir, '-l', log, '-w', '-t', '30', '-o', options.join(' '), 'start'];
  const { succeeded } = await launch(binaries.pgCtl, args, account);
  if (!succeeded) throw new Error(`${lastComplaint(log)} (more in ${log})`);
}

/** Ends PostgreSQL and every connection, within about 2 s; the next start repairs what haste has left open. */
export async function stop({ dataDir, binaries, account }: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!livePostmaster(dataDir)) return;
    await launch(binaries.pgCtl, ['-D', dataDir, '-m', mode, '-w', '-t', '2', 'stop'], account);
  }
}

const LOG = 'server.log';
const LONG_LOG = 10 * 1024 * 1024;

function setAsideIfLong(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LONG_LOG) renameSync(log, `${log}.old`);
}

function refuseOtherMajorVersion({ dataDir, binaries }: Cluster): void {
  const written = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (binaries.version.startsWith(`${written}.`)) return;
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL ${binaries.version} cannot read the data in ${dataDir}, written by version ${written}: move them away.`,
  );
}

function lastComplaint(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? 'it wrote nothing about the reason';
}

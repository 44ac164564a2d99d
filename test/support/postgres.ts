import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, lentAccount } from '../../src/platform/database/embedded/account';
import { binariesFor, findBinaries } from '../../src/platform/database/embedded/binaries';
import { createData, start, stop } from '../../src/platform/database/embedded/cluster';
import { firstUsable } from '../../src/platform/database/embedded/home';
import { freePort } from '../../src/platform/database/embedded/ports';
import { livePostmaster } from '../../src/platform/database/embedded/postmaster';
import { isAlive } from '../../src/platform/database/embedded/processes';

export interface ThrowAwayPostgres {
  /** The address of a database by name; whoever needs one creates it, from `postgres` for instance. */
  url(database: string): string;
  /** Ends PostgreSQL, and keeps what it has written. */
  fall(): Promise<void>;
  /** Starts it again, on the same port with the same data. */
  rise(): Promise<void>;
  /** Ends PostgreSQL and removes all it has written. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for one run of the tests: in memory where there is room, never synced to disk, with a folder and a port
 * of its own, so that runs do not meet. What a killed run has left behind is cleared away by the next.
 */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  clearAwayAbandoned();
  const account = lentAccount();
  const folders = [newFolder([...roomyMemory(), ...DISK], account), newFolder(DISK, account)] as const;
  const binaries = await binariesFor(account, await findBinaries(), folders[1]);
  const cluster = { dataDir: join(folders[0], DATA), binaries, account, settings: HASTY };
  await createData(cluster);
  const port = await freePort();
  await start(cluster, port);
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    fall: () => stop(cluster),
    rise: () => start(cluster, port),
    stop: async () => {
      await stop(cluster);
      folders.forEach(remove);
    },
  };
}

const MEMORY = '/dev/shm';
const DISK = [tmpdir(), '/tmp', '/var/lib'];
const ROOM_NEEDED = 512 * 1024 * 1024;
const PREFIX = 'callivate-test-';
const DATA = 'postgres';
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

function roomyMemory(): string[] {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_NEEDED ? [MEMORY] : [];
  } catch {
    return [];
  }
}

/** Its name tells whose it is, for the run that finds it abandoned. Programs go to disk: memory is often `noexec`. */
function newFolder(places: string[], account: Account | undefined): string {
  const folder = mkdtempSync(join(firstUsable(places, account), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

function clearAwayAbandoned(): void {
  for (const place of new Set([MEMORY, ...DISK])) {
    for (const name of namesIn(place)) {
      const owner = Number.parseInt(name.slice(PREFIX.length), 10);
      const folder = join(place, name);
      if (isAlive(owner) || !isOurs(folder)) continue;
      const postmaster = livePostmaster(join(folder, DATA));
      if (postmaster) process.kill(postmaster.pid, 'SIGQUIT');
      remove(folder);
    }
  }
}

function isOurs(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0);
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** A server that is just ending may still write a file or two: hence the retries. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

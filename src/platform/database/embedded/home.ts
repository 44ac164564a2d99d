import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, mayUse, RUN } from './account';
import { EmbeddedPostgresUnavailable } from './unavailable';

/**
 * The folder for PostgreSQL's files: the one asked for, or, when the account cannot pass through the folders above it
 * (a checkout in the closed home of root), one outside that belongs to this checkout alone. A symbolic link beside the
 * place asked for says where; whoever deletes `.data` starts afresh, and a copied checkout gets a folder of its own.
 */
export function homeFor(dataDir: string, account: Account | undefined): { dataDir: string; isOutside: boolean } {
  const parent = makePassable(dirname(resolve(dataDir)));
  const asked = join(parent, basename(dataDir));
  const link = `${asked}-outside-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  if (!account || (mayUse(account, parent, RUN) && !targetOf(link))) return { dataDir: asked, isOutside: false };
  if (existsSync(asked)) {
    throw new EmbeddedPostgresUnavailable(
      `PostgreSQL cannot reach its data in ${asked} any more: let others pass (chmod o+x) the folders above.`,
    );
  }
  return { dataDir: join(folderBehind(link, account), basename(asked)), isOutside: true };
}

/** The first of the folders that we may write to and the account may enter. */
export function firstUsable(folders: string[], account: Account | undefined): string {
  const usable = folders.find((folder) => isWritable(folder) && (!account || mayUse(account, folder, RUN)));
  if (usable) return realpathSync(usable);
  throw new EmbeddedPostgresUnavailable(`PostgreSQL can use none of these folders: ${folders.join(', ')}.`);
}

const OUTSIDE = ['/var/lib', tmpdir(), '/tmp'];

/** Whatever the umask: a new folder that others may pass through, but not look into. */
function makePassable(folder: string): string {
  const umask = process.umask(0o066);
  mkdirSync(folder, { recursive: true });
  process.umask(umask);
  return realpathSync(folder);
}

/** The random end of its name keeps a stranger from laying out the folder beforehand where everybody may write. */
function folderBehind(link: string, account: Account): string {
  const name = `callivate-${link.slice(-12)}-${randomBytes(4).toString('hex')}`;
  if (!targetOf(link)) linkOnce(join(firstUsable(OUTSIDE, account), name), link);
  return makePassable(readlinkSync(link));
}

function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

/** Of several processes that start at once the first decides; the others read what it has written. */
function linkOnce(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

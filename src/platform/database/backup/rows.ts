import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';

interface Columns {
  name: string;
  columns: string[];
}

/** Writes all rows of a table into a file that is not there yet. Returns how many, and the hash of the file. */
export async function writeRows(
  client: Client,
  table: Columns,
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  const rows = client.query(
    to(`COPY (SELECT ${columnList(client, table)} FROM ${tableName(client, table)}) TO STDOUT`),
  );
  await pipeline(rows, createGzip(), hashing(hash), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return { rows: rows.rowCount, sha256: hash.digest('hex') };
}

/** Loads a file into its table. Returns how many rows that were. */
export async function loadRows(client: Client, table: Columns, file: string): Promise<number> {
  const rows = client.query(from(`COPY ${tableName(client, table)} (${columnList(client, table)}) FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), rows);
  return rows.rowCount;
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function hashing(hash: Hash) {
  return async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
}

function tableName(client: Client, { name }: Columns): string {
  return client.escapeIdentifier(name);
}

function columnList(client: Client, { columns }: Columns): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}

import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { Client, DatabaseError } from 'pg';
import type { Postmaster } from './postmaster';

/**
 * One connection per attached process, whose shared advisory lock says "I am still here". PostgreSQL itself counts the
 * attached that way and forgets a killed process with its connection; nothing is left behind that could be wrong.
 * Who detaches last gets the lock for itself, and keeps newcomers waiting until PostgreSQL has ended.
 */
export interface Session {
  makeDatabase(name: string): Promise<void>;
  /** Calls back once when the connection ends, whoever ended it. */
  onEnd(ended: () => void): void;
  /** Gives up the attachment. Returns whether it was the last one: then PostgreSQL is ours to stop. */
  letGo(): Promise<{ isLast: boolean }>;
  close(): Promise<void>;
}

/** Opens the session if the server on this port serves these data; anything else there is an error. */
export async function openSession({ port }: Postmaster, dataDir: string): Promise<Session> {
  const socket = new Socket();
  const client = new Client({ ...ADDRESS, port, stream: () => socket });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await expectData(client, dataDir);
    await client.query('SELECT pg_advisory_lock_shared($1)', [ATTACHED]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  socket.unref();
  return sessionOver(client, socket);
}

/** Advisory locks are counted per database: all attached processes meet in `postgres`. The number is ours by choice. */
const ATTACHED = 20_261_123;

const ADDRESS = {
  host: '127.0.0.1',
  user: 'postgres',
  database: 'postgres',
  password: '',
  ssl: false,
  application_name: 'callivate-attachment',
  connectionTimeoutMillis: 2000,
};

/** Between questions the socket is unreferenced: a process with nothing left to do may end without detaching. */
function sessionOver(client: Client, socket: Socket): Session {
  const whileAwake = async <T>(ask: () => Promise<T>): Promise<T> => {
    socket.ref();
    return ask().finally(() => socket.unref());
  };
  return {
    makeDatabase: (name) => whileAwake(() => makeDatabase(client, name)),
    onEnd: (ended) => void client.once('end', ended),
    letGo: () => whileAwake(() => letGo(client)),
    close: () => whileAwake(() => client.end()),
  };
}

async function letGo(client: Client): Promise<{ isLast: boolean }> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [ATTACHED]);
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS "isLast"', [ATTACHED]);
  return rows[0];
}

/** A stranger may have taken the port since `postmaster.pid` was written: the server must name our data as its own. */
async function expectData(client: Client, dataDir: string): Promise<void> {
  const { rows } = await client.query('SHOW data_directory');
  if (resolve(rows[0].data_directory) !== resolve(dataDir)) throw new Error(`Port ${client.port} serves other data.`);
}

async function makeDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const wasMadeMeanwhile = error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? '');
    if (!wasMadeMeanwhile) throw error;
  }
}
